//! A folder of SoftHSM tokens and a process that sees only it.
//!
//! SoftHSM reads its settings from the environment when the module is loaded, and a module is loaded once in a process. So each test starts
//! itself again in a process of its own, with the variable set.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::object::{Attribute, CertificateType, ObjectClass};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::AuthPin;
use key_store::conformance::request;
use key_store::{ConnectError, ConnectFailure, Connector, KeyStore, Settings};
use key_store_pkcs11::{Cluster, Pkcs11Connector, TrustAnchor};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

pub const CUSTOMER_CA: &str = include_str!("customerCA.crt");
pub const OTHER_CA: &str = include_str!("otherCA.crt");
pub const CLUSTER: &str = "cluster-abcdefghijk";
pub const TOKEN: &str = "tenant keys";
pub const PIN: &str = "correct-horse";
const SO_PIN: &str = "security-officer";
const CONF: &str = "SOFTHSM2_CONF";
const INSIDE: &str = "LODGE_TEST_TOKENS";

/// Runs `body` in a process of its own, where there are no tokens yet.
pub fn isolated(test: &str, body: impl FnOnce(World)) {
    if let Some(folder) = std::env::var_os(INSIDE) {
        return body(World { folder: folder.into() });
    }
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    std::fs::create_dir(&tokens).unwrap();
    let conf = folder.path().join("softhsm2.conf");
    std::fs::write(&conf, format!("directories.tokendir = {}\nlog.level = ERROR\n", tokens.display()))
        .unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(CONF, conf)
        .env(INSIDE, &tokens)
        .output()
        .unwrap();
    let [said, complained] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    assert!(output.status.success(), "{said}\n{complained}");
    assert!(said.contains("1 passed"), "{test} is not the test's name: {said}");
}

/// The tokens of this process.
pub struct World {
    /// Where SoftHSM keeps them, a folder for each.
    pub folder: PathBuf,
}

impl World {
    /// With one token that holds the customer's certificate.
    pub fn with_token(self) -> Self {
        self.add_token(TOKEN);
        self.add_certificate(TOKEN, "customerCA", CUSTOMER_CA);
        self
    }

    pub fn add_token(&self, label: &str) {
        let output = Command::new("softhsm2-util")
            .args(["--init-token", "--free", "--label", label, "--so-pin", SO_PIN, "--pin", PIN])
            .output()
            .expect("softhsm2-util: install the package softhsm2");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// A token whose crypto user was never set up.
    pub fn add_token_without_user(&self, label: &str) {
        let module = open_module();
        let slot = module.get_slots_with_token().unwrap().into_iter().last().unwrap();
        module.init_token(slot, &AuthPin::new(SO_PIN.into()), label).unwrap();
    }

    pub fn add_certificate(&self, token: &str, label: &str, pem: &str) {
        let (_, session) = self.session(token);
        session.login(UserType::User, Some(&AuthPin::new(PIN.into()))).unwrap();
        let der = CertificateDer::from_pem_slice(pem.as_bytes()).unwrap();
        session
            .create_object(&[
                Attribute::Class(ObjectClass::CERTIFICATE),
                Attribute::CertificateType(CertificateType::X_509),
                Attribute::Token(true),
                Attribute::Private(false),
                Attribute::Label(label.as_bytes().to_vec()),
                Attribute::Subject(vec![0x30, 0]),
                Attribute::Value(der.to_vec()),
            ])
            .unwrap();
    }

    /// A session beside Lodge's. A login counts for both: they are in one process.
    pub fn session(&self, token: &str) -> (Slot, Session) {
        let module = open_module();
        let slots = module.get_slots_with_token().unwrap();
        let slot = slots
            .into_iter()
            .find(|slot| module.get_token_info(*slot).is_ok_and(|info| info.label() == token))
            .expect("the token");
        (slot, module.open_rw_session(slot).unwrap())
    }

    /// Takes the tokens' files away, or brings them back.
    pub fn pull_out(&self) -> PulledOut {
        let aside = self.folder.with_file_name("pulled-out");
        std::fs::rename(&self.folder, &aside).unwrap();
        PulledOut { folder: self.folder.clone(), aside }
    }
}

pub struct PulledOut {
    folder: PathBuf,
    aside: PathBuf,
}

impl PulledOut {
    pub fn put_back(self) {
        std::fs::rename(&self.aside, &self.folder).unwrap();
    }
}

pub fn cluster() -> Cluster {
    Cluster {
        id: CLUSTER.to_owned(),
        module: module_path(),
        token_label: TOKEN.to_owned(),
        trust_anchor: TrustAnchor::in_token("customerCA"),
        sessions: 4,
        timeout: Duration::from_secs(20),
    }
}

pub fn settings(password: &str) -> Settings {
    Settings::CloudHsm {
        cluster_id: CLUSTER.to_owned(),
        password: password.to_owned().into(),
        trust_anchor: CUSTOMER_CA.to_owned(),
    }
}

pub async fn connect(connector: &Pkcs11Connector) -> Arc<dyn KeyStore> {
    connector.connect(&settings(PIN), &request()).await.unwrap()
}

pub async fn failure(connector: &Pkcs11Connector, settings: &Settings) -> ConnectFailure {
    let error: ConnectError = connector.connect(settings, &request()).await.err().expect("a refusal");
    eprintln!("{error}");
    error.failure
}

pub fn open_module() -> Pkcs11 {
    let module = Pkcs11::new(module_path()).unwrap();
    // The second one in this process finds it done.
    let _ = module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK));
    module
}

pub fn module_path() -> PathBuf {
    let places = [
        "/usr/lib/softhsm/libsofthsm2.so",
        "/usr/lib64/pkcs11/libsofthsm2.so",
        "/usr/local/lib/softhsm/libsofthsm2.so",
    ];
    let given = std::env::var_os("SOFTHSM2_MODULE").map(PathBuf::from);
    given
        .or_else(|| places.iter().map(PathBuf::from).find(|path| Path::exists(path)))
        .expect("libsofthsm2.so: install the package softhsm2, or name the file in SOFTHSM2_MODULE")
}
