use std::io;
use std::path::PathBuf;

use envelope::Fingerprint;

/// Why there is no root key, or why it could not be kept. No variant holds key bytes or a passphrase.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No file of that name.
    #[error(
        "no root key file at {}: restore it from its backup; only when there is no data yet, create a new one",
        path.display()
    )]
    NotFound {
        /// The file.
        path: PathBuf,
    },
    /// A file would have been replaced.
    #[error("{} exists already and was not replaced: choose another name", path.display())]
    AlreadyExists {
        /// The file.
        path: PathBuf,
    },
    /// A folder, device, socket or pipe.
    #[error("{} is not a regular file: give the path of a root key file", path.display())]
    NotARegularFile {
        /// The path.
        path: PathBuf,
    },
    /// The permission bits let group or others read or write the file.
    #[error("{} can be read or written by others (mode {mode:03o}): run chmod 600 on it", path.display())]
    Exposed {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file belongs neither to the user that Lodge runs as nor to root.
    #[error("{} belongs to user {owner}, but must belong to user {user} or root: run chown on it", path.display())]
    ForeignOwner {
        /// The file.
        path: PathBuf,
        /// User id of its owner.
        owner: u32,
        /// User id that Lodge runs as.
        user: u32,
    },
    /// The file begins right and ends early, as after a full disk or a broken copy.
    #[error("{} is cut short: restore it from its backup", path.display())]
    Truncated {
        /// The file.
        path: PathBuf,
    },
    /// The file does not begin like a root key file of a known version and kind.
    #[error("{} is not a root key file that this version can read: check the path, or use a newer Lodge", path.display())]
    NotAKeyFile {
        /// The file.
        path: PathBuf,
    },
    /// The file is a root key file of the other kind.
    #[error("{} is a root key file of the kind \"{found}\": configure the seal of that kind", path.display())]
    OtherKind {
        /// The file.
        path: PathBuf,
        /// The kind that the file says it is: `plain` or `passphrase`.
        found: &'static str,
    },
    /// The checksum is wrong, or a field is not what it must be.
    #[error("{} was altered or damaged: restore it from its backup", path.display())]
    Altered {
        /// The file.
        path: PathBuf,
    },
    /// The file asks for more memory or time than is allowed, or for so little that it would not protect.
    #[error("{} has passphrase costs out of bounds: {reason}", path.display())]
    CostInFile {
        /// The file.
        path: PathBuf,
        /// Which bound.
        reason: &'static str,
    },
    /// Costs that cannot be used for a new file.
    #[error("passphrase costs out of bounds: {reason}")]
    Cost {
        /// Which bound.
        reason: &'static str,
    },
    /// The file does not open with this passphrase.
    #[error("wrong passphrase for {}", path.display())]
    WrongPassphrase {
        /// The file.
        path: PathBuf,
    },
    /// A new passphrase that is too short.
    #[error("the passphrase is too short: use {} characters or more", crate::MIN_PASSPHRASE_CHARS)]
    ShortPassphrase,
    /// The system has not enough memory to turn the passphrase into a key.
    #[error("not enough memory for the passphrase: {memory_kib} KiB are needed")]
    OutOfMemory {
        /// What was asked for, in KiB.
        memory_kib: u32,
    },
    /// The root key is sound, but belongs to other data.
    #[error(
        "the {seal} holds root key {found}, but this data was made with root key {expected}: use that one"
    )]
    WrongRootKey {
        /// The seal, in words.
        seal: String,
        /// Which root key it holds.
        found: Fingerprint,
        /// Which root key the data needs.
        expected: Fingerprint,
    },
    /// The file system refused.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Random bytes or encryption failed while a file was made.
    #[error("the root key could not be sealed")]
    Sealing(#[from] envelope::Error),
    /// Another kind of seal (a token, shares of several people) failed.
    #[error("{seal} gave no root key")]
    Other {
        /// The seal, in words.
        seal: String,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}
