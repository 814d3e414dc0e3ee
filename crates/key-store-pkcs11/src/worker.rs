//! A thread with a session.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use cryptoki::context::Pkcs11;
use cryptoki::error::{Error as TokenError, RvError};
use cryptoki::mechanism::MechanismType;
use cryptoki::session::{Session, SessionState, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::AuthPin;
use key_store::{ConnectError, ConnectFailure, Sealed, StoreKeyId};
use secret::{SecretBytes, SecretString};

use crate::cipher;
use crate::fault::Fault;
use crate::module::Module;
use crate::token::{Job, Lease, Login, Shared};

/// What a token must be able to do.
const MECHANISMS: [(MechanismType, &str); 3] = [
    (MechanismType::AES_KEY_GEN, "CKM_AES_KEY_GEN"),
    (MechanismType::AES_GCM, "CKM_AES_GCM"),
    (MechanismType::AES_KEY_WRAP, "CKM_AES_KEY_WRAP"),
];

pub struct Worker {
    shared: Arc<Shared>,
    /// The module as it is during a job.
    module: Result<Pkcs11, Fault>,
    session: Option<Held>,
    /// Which start of the module it is.
    start: u64,
    misses_token: bool,
}

/// A session that is kept between jobs. It is not closed by being dropped, since its handle may have become another's by then.
struct Held {
    session: Session,
    start: u64,
}

impl Worker {
    pub fn new(shared: Arc<Shared>) -> Self {
        let module = Err(Fault::Other("outside of a job".to_owned()));
        Self { shared, module, session: None, start: 0, misses_token: false }
    }

    /// Does what the queue holds, until it is closed.
    pub fn work(mut self) {
        while let Some(job) = self.shared.queue.pop() {
            self.work_on(job);
        }
        self.work_on(Box::new(|worker| {
            if let Some(held) = worker.session.take() {
                close(held.session);
            }
        }));
    }

    fn work_on(&mut self, job: Job) {
        let module = Module::load(&self.shared.cluster.module);
        let running = module.as_ref().map(|module| module.enter());
        self.module = match &running {
            Ok(running) => {
                self.start = running.start;
                Ok(running.pkcs11.clone())
            }
            Err(fault) => Err((*fault).clone()),
        };
        self.session = self.session.take().filter(|held| held.start == self.start);
        // A thread fewer would be missed for good. The session may be in the middle of something.
        if catch_unwind(AssertUnwindSafe(|| job(self))).is_err() {
            self.session = None;
        }
        drop(running);
        if std::mem::take(&mut self.misses_token)
            && let Ok(module) = module
        {
            module.restart();
        }
    }

    /// Whether the cluster is there, fit, and the one whose certificate this is.
    pub fn verify(&mut self, trust_anchor: &str) -> Result<(), ConnectError> {
        let (module, slot) = self.find_token()?;
        let offered = module.get_mechanism_list(slot).map_err(Fault::from)?;
        for (mechanism, name) in MECHANISMS {
            if !offered.contains(&mechanism) {
                return Err(Fault::Setup(format!("the token does not offer {name}: Lodge needs it")).into());
            }
        }
        let session = module.open_rw_session(slot).map_err(Fault::from)?;
        // It ends with this function: closing it by dropping is right.
        if self.shared.cluster.trust_anchor.is(trust_anchor, &session)? {
            return Ok(());
        }
        Err(ConnectError::new(
            ConnectFailure::IncorrectTrustAnchor,
            format!("the trust anchor certificate is not that of {}", self.shared.cluster.id),
        ))
    }

    /// Verifies, logs in, and tries the token out.
    pub fn connect(&mut self, trust_anchor: &str, password: &SecretString) -> Result<Lease, ConnectError> {
        self.verify(trust_anchor)?;
        let lease = self.log_in(password)?;
        self.check()?;
        Ok(lease)
    }

    /// Counts a connection in. Afterwards the token has accepted this password, for it or for one that is still there.
    fn log_in(&mut self, password: &SecretString) -> Result<Lease, Fault> {
        let shared = Arc::clone(&self.shared);
        let mut login = shared.login();
        let others = match &mut *login {
            Login::In { password: known, connections, refused: None } => {
                if known != password {
                    return Err(Fault::Login(
                        ConnectFailure::InvalidCredentials,
                        "a key store is connected to this token with another password".to_owned(),
                    ));
                }
                *connections += 1;
                return Ok(Lease::counted(&self.shared));
            }
            Login::In { connections, refused: Some(_), .. } => *connections,
            Login::Out => 0,
        };
        let session = self.new_session()?;
        let entered = (|| {
            // A login that is left over would make the token accept any password.
            if is_logged_in(&session)? {
                session.logout()?;
            }
            Ok(session.login(UserType::User, Some(&pin(password)))?)
        })();
        if let Err(fault) = entered {
            close(session);
            return Err(fault);
        }
        self.session = Some(Held { session, start: self.start });
        *login = Login::In { password: password.clone(), connections: others + 1, refused: None };
        Ok(Lease::counted(&self.shared))
    }

    /// Counts a connection out, and logs out after the last one.
    pub fn release(&mut self) {
        let shared = Arc::clone(&self.shared);
        let mut login = shared.login();
        let Login::In { connections, .. } = &mut *login else { return };
        *connections = connections.saturating_sub(1);
        if *connections > 0 {
            return;
        }
        *login = Login::Out;
        let session = match self.session.take() {
            Some(held) => Ok(held.session),
            None => self.new_session(),
        };
        // A token that is gone has forgotten the login; one that is not is logged out of at the next connection.
        if let Ok(session) = session {
            if let Err(error) = session.logout() {
                tracing::debug!(cluster = self.shared.cluster.id, %error, "no logout");
            }
            close(session);
        }
    }

    /// Whether the token works.
    pub fn check(&mut self) -> Result<(), Fault> {
        self.run(cipher::try_out_new_key)
    }

    /// Runs `work` with the key `id`.
    pub fn with_key<T>(
        &mut self,
        id: &StoreKeyId,
        mut work: impl FnMut(&Session, cryptoki::object::ObjectHandle) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let done = self.run(|session| work(session, cipher::find_key(session, id)?));
        match done {
            // A token that was pulled out has no keys either, and some modules say it like this.
            Err(Fault::KeyNotFound) => self.check().and(Err(Fault::KeyNotFound)),
            done => done,
        }
    }

    /// Opens `sealed` with the key `id`.
    pub fn open(&mut self, id: &StoreKeyId, sealed: &Sealed, aad: &[u8]) -> Result<SecretBytes, Fault> {
        let opened = self.with_key(id, |session, key| cipher::open(session, key, sealed, aad));
        let Err(Fault::Ambiguous(why)) = opened else { return opened };
        // If the same key opens something else right now, the ciphertext is to blame and not the token.
        match self.with_key(id, cipher::try_out) {
            Ok(()) => Err(Fault::Ciphertext),
            Err(_) => Err(Fault::Lost(why)),
        }
    }

    /// Runs `work` on a session that is logged in, once more on a new one when the session turns out to be lost.
    pub fn run<T>(&mut self, mut work: impl FnMut(&Session) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut done = self.run_once(&mut work);
        if let Err(Fault::Lost(why)) = &done {
            tracing::debug!(cluster = self.shared.cluster.id, why, "a session is opened again");
            done = self.run_once(&mut work);
        }
        self.misses_token |= matches!(done, Err(Fault::Lost(_)));
        done
    }

    fn run_once<T>(&mut self, work: &mut impl FnMut(&Session) -> Result<T, Fault>) -> Result<T, Fault> {
        let session = match self.session.take() {
            Some(held) => held.session,
            None => self.new_session()?,
        };
        let done = self.ensure_login(&session).and_then(|()| work(&session));
        if done.as_ref().err().is_none_or(Fault::spares_session) {
            self.session = Some(Held { session, start: self.start });
        } else {
            // It may hold an operation or an object that a new one does not.
            close(session);
        }
        done
    }

    /// Logs in again if the token forgot it. The password is the one that the token accepted when it was connected.
    fn ensure_login(&self, session: &Session) -> Result<(), Fault> {
        let mut login = self.shared.login();
        let Login::In { password, refused, .. } = &mut *login else {
            return Err(Fault::Other("the key store is not connected".to_owned()));
        };
        if let Some(refused) = refused {
            return Err(refused.clone());
        }
        if is_logged_in(session)? {
            return Ok(());
        }
        match session.login(UserType::User, Some(&pin(password))) {
            Ok(()) | Err(TokenError::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => Ok(()),
            Err(error) => {
                let fault = Fault::from(error);
                if let Fault::Login(_, why) = &fault {
                    let cluster = &self.shared.cluster.id;
                    tracing::error!(cluster, why, "the token refuses the password that it accepted before");
                    *refused = Some(fault.clone());
                }
                Err(fault)
            }
        }
    }

    fn new_session(&mut self) -> Result<Session, Fault> {
        let (module, slot) = self.find_token()?;
        Ok(module.open_rw_session_no_drop(slot)?)
    }

    /// The module and the slot of the cluster's token.
    fn find_token(&mut self) -> Result<(Pkcs11, Slot), Fault> {
        let cluster = &self.shared.cluster;
        let module = self.module.clone()?;
        let mut found = Vec::new();
        for slot in module.get_slots_with_token()? {
            // Another slot's trouble is not this cluster's.
            let Ok(token) = module.get_token_info(slot) else { continue };
            if token.token_initialized() && token.label() == cluster.token_label {
                found.push(slot);
            }
        }
        match found.as_slice() {
            [slot] => Ok((module, *slot)),
            [] => {
                self.misses_token = true;
                Err(Fault::NoToken(format!(
                    "{} shows no token labelled {:?} for {}",
                    cluster.module.display(),
                    cluster.token_label,
                    cluster.id
                )))
            }
            _ => Err(Fault::Setup(format!(
                "{} tokens are labelled {:?}: give each its own label",
                found.len(),
                cluster.token_label
            ))),
        }
    }
}

/// Closes a session of the current start. One that is lost is closed already.
fn close(session: Session) {
    let _ = session.close();
}

fn is_logged_in(session: &Session) -> Result<bool, Fault> {
    Ok(matches!(session.get_session_info()?.session_state(), SessionState::RwUser | SessionState::RoUser))
}

fn pin(password: &SecretString) -> AuthPin {
    AuthPin::new(password.expose().into())
}
