use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;

use envelope::{Random, RootKey, SystemRandom};
use secret::{SecretArray, SecretString};
use tempfile::TempDir;

use super::*;
use crate::key_text::Kind;

const PASSPHRASE: &str = "correct horse battery stæple";
const CHEAP: PassphraseCost = PassphraseCost { memory_kib: 7 * 1024, passes: 5, lanes: 2 };
const GOLDEN_PLAIN: &str = include_str!("../tests/golden/v1-plain.key");
const GOLDEN_PASSPHRASE: &str = include_str!("../tests/golden/v1-passphrase.key");

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn root() -> RootKey {
    RootKey::new(SecretArray::filled_by(|bytes| count_from(0, bytes)).unwrap())
}

fn count_from(first: u8, bytes: &mut [u8]) -> Result<(), envelope::Error> {
    for (byte, value) in bytes.iter_mut().zip(first..) {
        *byte = value;
    }
    Ok(())
}

fn passphrase(text: &str) -> SecretString {
    SecretString::new(text.to_owned())
}

fn locked(path: &Path) -> PassphraseFile {
    PassphraseFile::create(path, passphrase(PASSPHRASE), &root(), CHEAP, &SystemRandom).unwrap()
}

/// A file with mode 0600.
fn put(path: &Path, text: impl AsRef<[u8]>) {
    fs::write(path, text).unwrap();
    set_mode(path, 0o600);
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

mod files {
    use super::*;

    #[test]
    fn a_new_key_file_opens_and_is_private_and_alone() {
        let folder = folder();
        let path = folder.path().join("root.key");
        let seal = KeyFile::create(&path, &root()).unwrap();
        assert_eq!(seal.unseal().unwrap().expose(), root().expose());
        assert_eq!(KeyFile::new(&path).unseal().unwrap().expose(), root().expose());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
        assert_eq!(names(&folder), ["root.key"]);
        assert_eq!(seal.describe(), format!("key file {}", path.display()));
    }

    #[test]
    fn nothing_is_ever_replaced_by_creating() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("file"), "precious").unwrap();
        fs::write(at("empty"), "").unwrap();
        fs::create_dir(at("folder")).unwrap();
        symlink(at("nowhere"), at("link")).unwrap();
        let before = names(&folder);
        for name in ["file", "empty", "folder", "link"] {
            let plain = KeyFile::create(at(name), &root()).err();
            assert!(matches!(plain, Some(Error::AlreadyExists { path }) if path == at(name)), "{name}");
            let locked =
                PassphraseFile::create(at(name), passphrase(PASSPHRASE), &root(), CHEAP, &SystemRandom);
            assert!(matches!(locked.err(), Some(Error::AlreadyExists { .. })), "{name}");
        }
        assert_eq!(fs::read(at("file")).unwrap(), b"precious");
        assert_eq!(names(&folder), before, "nothing is left behind");
    }

    #[test]
    fn of_many_that_create_at_once_one_wins() {
        let folder = folder();
        let path = folder.path().join("root.key");
        let start = Barrier::new(8);
        let outcomes: Vec<_> = thread::scope(|scope| {
            let create = || {
                let root = RootKey::generate(&SystemRandom).unwrap();
                start.wait();
                KeyFile::create(&path, &root).map(|_| root.fingerprint())
            };
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(create)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!(won.len(), 1);
        assert!(lost.iter().all(|lost| matches!(lost, Err(Error::AlreadyExists { .. }))));
        assert!(won.into_iter().all(|won| KeyFile::new(&path).unseal_for(&won.unwrap()).is_ok()));
        assert_eq!(names(&folder), ["root.key"]);
    }

    #[test]
    fn only_the_owner_may_read_or_write() {
        let folder = folder();
        let path = folder.path().join("root.key");
        put(&path, GOLDEN_PLAIN);
        for mode in (0..0o100).map(|others| 0o600 | others).chain([0o400, 0o440, 0o404, 0o700]) {
            set_mode(&path, mode);
            match KeyFile::new(&path).unseal() {
                Ok(_) => assert_eq!(mode & 0o066, 0, "mode {mode:o} was accepted"),
                Err(Error::Exposed { mode: found, .. }) => {
                    assert_eq!(found, mode);
                    assert_ne!(mode & 0o066, 0, "mode {mode:o} was refused");
                }
                Err(error) => panic!("mode {mode:o}: {error}"),
            }
        }
    }

    #[test]
    fn what_is_not_a_regular_file_is_refused_without_waiting() {
        let folder = folder();
        let pipe = folder.path().join("pipe");
        let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, mode, 0).unwrap();
        for path in [folder.path(), &pipe, Path::new("/dev/null")] {
            let outcome = KeyFile::new(path).unseal().err();
            assert!(matches!(outcome, Some(Error::NotARegularFile { .. })), "{}", path.display());
        }
    }

    #[test]
    fn a_link_is_followed_and_its_target_checked() {
        let folder = folder();
        let (link, target) = (folder.path().join("link"), folder.path().join("target"));
        symlink(&target, &link).unwrap();
        assert!(matches!(KeyFile::new(&link).unseal(), Err(Error::NotFound { path }) if path == link));
        put(&target, GOLDEN_PLAIN);
        assert!(KeyFile::new(&link).unseal().is_ok());
        set_mode(&target, 0o644);
        assert!(matches!(KeyFile::new(&link).unseal(), Err(Error::Exposed { mode: 0o644, .. })));
    }

    #[test]
    fn a_folder_that_does_not_exist_is_named() {
        let folder = folder();
        let inside = folder.path().join("missing");
        let outcome = KeyFile::create(inside.join("root.key"), &root()).err().unwrap();
        assert!(outcome.to_string().contains(inside.to_str().unwrap()), "{outcome}");
        assert!(matches!(outcome, Error::Io { .. }));
    }
}

mod contents {
    use super::*;

    fn read_plain(text: impl AsRef<[u8]>) -> Result<RootKey, Error> {
        let folder = folder();
        let path = folder.path().join("root.key");
        put(&path, text);
        KeyFile::new(path).unseal()
    }

    fn read_locked(text: impl AsRef<[u8]>) -> Result<RootKey, Error> {
        let folder = folder();
        let path = folder.path().join("root.key");
        put(&path, text);
        PassphraseFile::new(path, passphrase(PASSPHRASE)).unseal()
    }

    /// Salts as the golden files have them.
    struct GoldenRandom;

    impl Random for GoldenRandom {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), envelope::Error> {
            count_from(if bytes.len() == 16 { 64 } else { 80 }, bytes)
        }
    }

    #[test]
    fn the_golden_files_open_and_are_written_again() {
        assert_eq!(read_plain(GOLDEN_PLAIN).unwrap().expose(), root().expose());
        assert_eq!(read_locked(GOLDEN_PASSPHRASE).unwrap().expose(), root().expose());

        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        KeyFile::create(at("plain"), &root()).unwrap();
        assert_eq!(fs::read_to_string(at("plain")).unwrap(), GOLDEN_PLAIN);
        PassphraseFile::create(at("locked"), passphrase(PASSPHRASE), &root(), CHEAP, &GoldenRandom).unwrap();
        assert_eq!(fs::read_to_string(at("locked")).unwrap(), GOLDEN_PASSPHRASE);
    }

    #[test]
    fn every_truncation_is_called_one() {
        for length in 0..GOLDEN_PLAIN.len() - 1 {
            let outcome = read_plain(&GOLDEN_PLAIN.as_bytes()[..length]).err();
            assert!(matches!(outcome, Some(Error::Truncated { .. })), "{length} bytes: {outcome:?}");
        }
        for length in 0..GOLDEN_PASSPHRASE.len() - 1 {
            let outcome = read_locked(&GOLDEN_PASSPHRASE.as_bytes()[..length]).err();
            assert!(matches!(outcome, Some(Error::Truncated { .. })), "{length} bytes: {outcome:?}");
        }
    }

    #[test]
    fn the_line_break_at_the_end_may_be_lost() {
        assert!(read_plain(GOLDEN_PLAIN.trim_end()).is_ok());
    }

    #[test]
    fn every_flipped_bit_is_found() {
        for (golden, read) in [
            (GOLDEN_PLAIN, read_plain as fn(Vec<u8>) -> Result<RootKey, Error>),
            (GOLDEN_PASSPHRASE, read_locked),
        ] {
            for bit in 0..golden.len() * 8 {
                let mut bytes = golden.as_bytes().to_vec();
                bytes[bit / 8] ^= 1 << (bit % 8);
                let outcome = read(bytes).err();
                assert!(
                    matches!(
                        outcome,
                        Some(Error::Altered { .. } | Error::Truncated { .. } | Error::NotAKeyFile { .. })
                    ),
                    "bit {bit}: {outcome:?}"
                );
            }
        }
    }

    #[test]
    fn other_files_are_told_apart() {
        for text in ["hello", "\n", "lodge-root-key v2 plain\n", "lodge-root-key v1 shares\n"] {
            assert!(matches!(read_plain(text), Err(Error::NotAKeyFile { .. })), "{text}");
        }
        assert!(matches!(read_plain(vec![b'x'; 5000]), Err(Error::NotAKeyFile { .. })));
        assert!(matches!(read_plain(vec![0xff; 10]), Err(Error::NotAKeyFile { .. })));
        let plain = read_plain(GOLDEN_PASSPHRASE).err().unwrap();
        assert!(matches!(plain, Error::OtherKind { found: "passphrase", .. }));
        assert!(matches!(read_locked(GOLDEN_PLAIN), Err(Error::OtherKind { found: "plain", .. })));
    }

    /// A file of the right form, with a right checksum, whose contents are somebody's invention.
    fn forged(kind: Kind, fields: &[(&str, &str)]) -> String {
        key_text::write(kind, fields).expose().to_owned()
    }

    #[test]
    fn fields_must_be_what_they_are() {
        let key = hex::encode(root().expose());
        let fingerprint = root().fingerprint().to_string();
        let good = [("key", &*key), ("fingerprint", &*fingerprint)];
        assert!(read_plain(forged(Kind::Plain, &good)).is_ok());
        let (other, short) = ("0".repeat(64), key.chars().skip(2).collect::<String>());
        let wrong: [&[(&str, &str)]; 6] = [
            &[],
            &[good[0]],
            &[good[1], good[0]],
            &[good[0], good[1], good[1]],
            &[("key", &other), good[1]],
            &[("key", &short), good[1]],
        ];
        for fields in wrong {
            let outcome = read_plain(forged(Kind::Plain, fields)).err();
            assert!(matches!(outcome, Some(Error::Altered { .. })), "{fields:?}: {outcome:?}");
        }
    }

    #[test]
    fn hostile_costs_are_refused_before_any_work() {
        let fields: Vec<_> = GOLDEN_PASSPHRASE.lines().filter_map(|line| line.split_once(": ")).collect();
        let with_cost = |cost: &str| {
            let fields = [("argon2id", cost), fields[1], fields[2], fields[3]];
            read_locked(forged(Kind::Passphrase, &fields)).err()
        };
        for cost in [
            "m=4294967295,t=1,p=1",
            "m=2097153,t=1,p=1",
            "m=65536,t=4294967295,p=4",
            "m=65536,t=17,p=4",
            "m=2097152,t=5,p=4",
            "m=65536,t=3,p=16777215",
            "m=65536,t=3,p=17",
            "m=65536,t=3,p=0",
            "m=65536,t=0,p=4",
            "m=8,t=1,p=1",
            "m=7168,t=4,p=1",
            "m=0,t=0,p=0",
        ] {
            assert!(matches!(with_cost(cost), Some(Error::CostInFile { .. })), "{cost}");
        }
        for cost in [
            "",
            "m=65536",
            "m=65536,t=3,p=4,",
            "m=65536,t=3,p=4,keyid=1",
            "m=+65536,t=3,p=4",
            "m=065536,t=3,p=4",
            "m=4294967296,t=3,p=4",
            "m=-1,t=3,p=4",
            "t=3,m=65536,p=4",
        ] {
            assert!(matches!(with_cost(cost), Some(Error::Altered { .. })), "{cost}");
        }
        // Weaker or stronger costs within bounds give another key, and nothing else.
        assert!(matches!(with_cost("m=7168,t=6,p=2"), Some(Error::WrongPassphrase { .. })));
    }
}

mod passphrases {
    use super::*;

    fn with(path: &Path, text: &str) -> Result<RootKey, Error> {
        PassphraseFile::new(path, passphrase(text)).unseal()
    }

    #[test]
    fn the_right_one_opens_and_others_do_not() {
        let folder = folder();
        let path = folder.path().join("root.key");
        let seal = locked(&path);
        assert_eq!(seal.unseal().unwrap().expose(), root().expose());
        assert_eq!(seal.describe(), format!("passphrase file {}", path.display()));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
        for wrong in
            ["", "correct horse battery staple", &format!("{PASSPHRASE} "), &format!("{PASSPHRASE}\n")]
        {
            let error = with(&path, wrong).err().unwrap();
            assert!(matches!(error, Error::WrongPassphrase { .. }), "{wrong:?}");
        }
    }

    #[test]
    fn two_files_with_one_passphrase_and_root_key_have_nothing_secret_in_common() {
        let folder = folder();
        let paths = ["one", "two"].map(|name| folder.path().join(name));
        let texts = paths.map(|path| {
            locked(&path);
            fs::read_to_string(path).unwrap()
        });
        let field = |text: &str, name: &str| {
            text.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned).unwrap()
        };
        for name in ["salt: ", "key: "] {
            assert_ne!(field(&texts[0], name), field(&texts[1], name));
        }
    }

    #[test]
    fn a_change_keeps_the_root_key_and_ends_the_old_passphrase() {
        let folder = folder();
        let (path, link) = (folder.path().join("root.key"), folder.path().join("link"));
        locked(&path);
        symlink(&path, &link).unwrap();
        let new = "another long passphrase";
        let costs = PassphraseCost { lanes: 1, ..CHEAP };
        let before = PassphraseFile::new(&link, passphrase(PASSPHRASE));
        let after = before.change_passphrase(passphrase(new), costs, &SystemRandom).unwrap();
        assert_eq!(after.unseal().unwrap().expose(), root().expose());
        assert_eq!(with(&path, new).unwrap().expose(), root().expose());
        assert!(matches!(with(&path, PASSPHRASE), Err(Error::WrongPassphrase { .. })));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "the link stays");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
        let mut names = names(&folder);
        names.sort();
        assert_eq!(names, ["link", "root.key"]);
    }

    #[test]
    fn a_change_that_fails_leaves_the_file_as_it_was() {
        let folder = folder();
        let path = folder.path().join("root.key");
        locked(&path);
        let text = fs::read_to_string(&path).unwrap();
        let change = |old: &str, new: &str, cost| {
            PassphraseFile::new(&path, passphrase(old))
                .change_passphrase(passphrase(new), cost, &SystemRandom)
                .err()
        };
        let new = "another long passphrase";
        assert!(matches!(change("wrong", new, CHEAP), Some(Error::WrongPassphrase { .. })));
        assert!(matches!(change(PASSPHRASE, "short", CHEAP), Some(Error::ShortPassphrase)));
        let weak = PassphraseCost { memory_kib: 8, passes: 1, lanes: 1 };
        assert!(matches!(change(PASSPHRASE, new, weak), Some(Error::Cost { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        assert_eq!(names(&folder), ["root.key"]);
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        let folder = folder();
        let create = |text: &str| {
            let path = folder.path().join("root.key");
            PassphraseFile::create(path, passphrase(text), &root(), CHEAP, &SystemRandom).map(|_| ())
        };
        assert!(matches!(create(&"ä".repeat(14)), Err(Error::ShortPassphrase)));
        assert!(create(&"ä".repeat(15)).is_ok());
    }

    #[test]
    fn the_recommended_costs_are_those_of_rfc_9106_and_allowed() {
        assert_eq!(PassphraseCost::default().to_string(), "m=65536,t=3,p=4");
        assert_eq!(PassphraseCost::default().check(), Ok(()));
        let first_option = PassphraseCost { memory_kib: 2 * 1024 * 1024, passes: 1, lanes: 4 };
        assert_eq!(first_option.check(), Ok(()));
    }

    #[test]
    fn errors_show_no_secret() {
        let folder = folder();
        let path = folder.path().join("root.key");
        let seal = locked(&path);
        let mistyped = "correct hörse battery staple";
        let other = RootKey::generate(&SystemRandom).unwrap().fingerprint();
        let errors = [with(&path, mistyped).err().unwrap(), seal.unseal_for(&other).err().unwrap()];
        assert!(matches!(errors, [Error::WrongPassphrase { .. }, Error::WrongRootKey { .. }]));
        for error in errors {
            let shown = format!("{error} {error:?}");
            for secret in [PASSPHRASE, mistyped, &hex::encode(root().expose())] {
                assert!(!shown.contains(secret), "{shown}");
            }
        }
    }
}

#[test]
fn the_wrong_root_key_is_found() {
    let folder = folder();
    let path = folder.path().join("root.key");
    let seal: Box<dyn Seal> = Box::new(KeyFile::create(&path, &root()).unwrap());
    assert!(seal.unseal_for(&root().fingerprint()).is_ok());
    let other = RootKey::generate(&SystemRandom).unwrap().fingerprint();
    match seal.unseal_for(&other).err() {
        Some(Error::WrongRootKey { seal, found, expected }) => {
            assert_eq!(seal, format!("key file {}", path.display()));
            assert_eq!((found, expected), (root().fingerprint(), other));
        }
        outcome => panic!("{outcome:?}"),
    }
}

#[test]
fn a_root_key_moves_from_one_seal_to_another() {
    let folder = folder();
    let at = |name: &str| -> PathBuf { folder.path().join(name) };
    let plain = KeyFile::create(at("plain"), &root()).unwrap();
    let moved = PassphraseFile::create(
        at("locked"),
        passphrase(PASSPHRASE),
        &plain.unseal().unwrap(),
        CHEAP,
        &SystemRandom,
    )
    .unwrap();
    assert!(moved.unseal_for(&root().fingerprint()).is_ok());
}
