//! Sessions of the role, one for each tenant and identity, narrowed to the tenant's alias.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_sdk_kms::config::{Credentials, SharedCredentialsProvider};
use aws_smithy_async::time::SharedTimeSource;
use aws_types::SdkConfig;
use quick_cache::sync::Cache;
use serde_json::json;
use tenant_id::TenantId;
use tokio::sync::Mutex;

use crate::client::random;
use crate::error::failure;
use crate::identity::{Identity, Scope};
use crate::{Error, Options};

/// How long STS is left alone at least after it did not answer; at most twice as long.
const PAUSE: Duration = Duration::from_secs(5);

/// Makes sessions, keeps them, and replaces them before they end.
pub(crate) struct Sessions {
    sts: aws_sdk_sts::Client,
    time: SharedTimeSource,
    role_arn: String,
    duration: Duration,
    refresh_before: Duration,
    slots: Cache<(TenantId, [u8; 32]), Slot>,
}

/// Whoever holds the lock fetches; the others wait and find the session. When the one that fetches gives up, the next one
/// takes over. While an old session lasts, nobody waits: the next one is fetched in the background.
type Slot = Arc<Mutex<Option<Held>>>;

struct Held {
    session: Arc<Session>,
    /// When to fetch the next one. Its end: not before, for instance since that is under way.
    refresh_at: SystemTime,
}

/// What one tenant's requests are signed with.
pub(crate) struct Session {
    credentials: SharedCredentialsProvider,
    expires: SystemTime,
}

impl Sessions {
    pub(crate) fn new(config: &SdkConfig, options: &Options) -> Self {
        Self {
            sts: aws_sdk_sts::Client::new(config),
            time: config.time_source().unwrap_or_default(),
            role_arn: options.role_arn.clone(),
            duration: options.session_duration,
            refresh_before: options.refresh_before,
            slots: Cache::new(options.max_sessions),
        }
    }

    pub(crate) fn now(&self) -> SystemTime {
        self.time.now()
    }

    /// A session that still lasts.
    pub(crate) async fn get(self: &Arc<Self>, scope: &Scope) -> Result<Arc<Session>, Error> {
        let slot = self.slot(scope);
        let mut held = slot.lock().await;
        let now = self.now();
        if let Some(held) = held.as_mut().filter(|held| now < held.session.expires) {
            if now >= held.refresh_at {
                held.refresh_at = held.session.expires;
                tokio::spawn(self.clone().refresh(scope.clone(), held.session.clone()));
            }
            return Ok(held.session.clone());
        }
        *held = None;
        let new = self.assume(scope).await?;
        Ok(held.insert(new).session.clone())
    }

    /// Puts a new session in the place of an old one that still lasts.
    async fn refresh(self: Arc<Self>, scope: Scope, old: Arc<Session>) {
        let outcome = self.assume(&scope).await;
        let slot = self.slot(&scope);
        let mut held = slot.lock().await;
        let Some(current) = held.as_mut().filter(|held| Arc::ptr_eq(&held.session, &old)) else { return };
        match outcome {
            Ok(new) => *current = new,
            // STS has a bad moment. Not all clients ask again at the same time.
            Err(error) if error.is_transient() => {
                let [jitter] = random().unwrap_or_default();
                let pause = PAUSE + PAUSE * u32::from(jitter) / 255;
                current.refresh_at = self.now().checked_add(pause).unwrap_or(old.expires);
            }
            // What is denied is denied: the next call asks itself, and says why.
            Err(_) => *held = None,
        }
    }

    /// Throws a session away which the service calls over.
    pub(crate) async fn forget(&self, scope: &Scope, session: &Arc<Session>) {
        let slot = self.slot(scope);
        let mut held = slot.lock().await;
        if held.as_ref().is_some_and(|held| Arc::ptr_eq(&held.session, session)) {
            *held = None;
        }
    }

    fn slot(&self, scope: &Scope) -> Slot {
        let key = (scope.tenant.clone(), scope.identity.digest());
        let made: Result<Slot, std::convert::Infallible> =
            self.slots.get_or_insert_with(&key, || Ok(Slot::default()));
        made.unwrap_or_default()
    }

    async fn assume(&self, scope: &Scope) -> Result<Held, Error> {
        let tenant = &scope.tenant;
        let name = tenant.session_name();
        let policy = session_policy(&tenant.alias());
        let seconds = i32::try_from(self.duration.as_secs()).unwrap_or(i32::MAX);
        let (credentials, ends) = match &scope.identity {
            Identity::Application => {
                let request = self.sts.assume_role().role_arn(&self.role_arn).role_session_name(name);
                let answer = Box::pin(request.policy(policy).duration_seconds(seconds).send()).await;
                (answer.map_err(|error| Error::from(failure(tenant, &error)))?.credentials, None)
            }
            Identity::Web(web) => {
                let request = self.sts.assume_role_with_web_identity().role_arn(&self.role_arn);
                let request = request.role_session_name(name).web_identity_token(web.token.expose());
                let answer = Box::pin(request.policy(policy).duration_seconds(seconds).send()).await;
                (answer.map_err(|error| Error::from(failure(tenant, &error)))?.credentials, web.ends)
            }
        };
        let credentials = credentials
            .ok_or_else(|| Error::Unavailable { detail: "STS answered without credentials".to_owned() })?;
        let expires = SystemTime::try_from(credentials.expiration).map_err(|_| Error::Unavailable {
            detail: "STS answered with a time that does not exist".to_owned(),
        })?;
        // No session outlives its token: then there is nothing to replace it by.
        let (expires, refresh_at) = match ends {
            Some(ends) if ends <= expires => (ends, ends),
            _ => (expires, expires.checked_sub(self.refresh_before).unwrap_or(expires)),
        };
        let credentials = Credentials::new(
            credentials.access_key_id,
            credentials.secret_access_key,
            Some(credentials.session_token),
            None,
            "lodge-sdk",
        );
        let session = Session { credentials: SharedCredentialsProvider::new(credentials), expires };
        Ok(Held { session: Arc::new(session), refresh_at })
    }
}

impl Session {
    /// Signs one request.
    pub(crate) fn signing(&self) -> aws_sdk_kms::config::Builder {
        aws_sdk_kms::Config::builder().credentials_provider(self.credentials.clone())
    }
}

/// What a session may do, whatever the role may: the article's session policy.
fn session_policy(alias: &str) -> String {
    json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
            "Resource": "*",
            "Condition": {"StringEquals": {"kms:RequestAlias": alias}},
        }],
    })
    .to_string()
}
