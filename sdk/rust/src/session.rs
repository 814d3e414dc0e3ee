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

use crate::error::failure;
use crate::identity::{Identity, Scope};
use crate::{Error, Options};

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
/// takes over.
type Slot = Arc<Mutex<Option<Arc<Session>>>>;

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
            slots: Cache::new(options.max_sessions.max(1)),
        }
    }

    pub(crate) fn now(&self) -> SystemTime {
        self.time.now()
    }

    /// A session that still lasts.
    pub(crate) async fn get(&self, scope: &Scope) -> Result<Arc<Session>, Error> {
        let slot = self.slot(scope);
        let mut held = slot.lock().await;
        let now = self.now();
        if let Some(session) = held.as_ref().filter(|session| session.lasts(now, self.refresh_before)) {
            return Ok(session.clone());
        }
        match self.assume(scope).await {
            Ok(session) => {
                let session = Arc::new(session);
                *held = Some(session.clone());
                Ok(session)
            }
            Err(error) => {
                // The old one serves until its end when STS has a bad moment.
                let usable = held.take().filter(|session| session.lasts(now, Duration::ZERO));
                match usable {
                    Some(session) if error.is_transient() => {
                        *held = Some(session.clone());
                        Ok(session)
                    }
                    _ => Err(error),
                }
            }
        }
    }

    /// Throws a session away which the service calls over.
    pub(crate) async fn forget(&self, scope: &Scope, session: &Arc<Session>) {
        let slot = self.slot(scope);
        let mut held = slot.lock().await;
        if held.as_ref().is_some_and(|other| Arc::ptr_eq(other, session)) {
            *held = None;
        }
    }

    fn slot(&self, scope: &Scope) -> Slot {
        let key = (scope.tenant.clone(), scope.identity.digest());
        let made: Result<Slot, std::convert::Infallible> =
            self.slots.get_or_insert_with(&key, || Ok(Slot::default()));
        made.unwrap_or_default()
    }

    async fn assume(&self, scope: &Scope) -> Result<Session, Error> {
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
        let expires = ends.map_or(expires, |ends| ends.min(expires));
        let credentials = Credentials::new(
            credentials.access_key_id,
            credentials.secret_access_key,
            Some(credentials.session_token),
            None,
            "lodge-sdk",
        );
        Ok(Session { credentials: SharedCredentialsProvider::new(credentials), expires })
    }
}

impl Session {
    /// Signs one request.
    pub(crate) fn signing(&self) -> aws_sdk_kms::config::Builder {
        aws_sdk_kms::Config::builder().credentials_provider(self.credentials.clone())
    }

    fn lasts(&self, now: SystemTime, margin: Duration) -> bool {
        now.checked_add(margin).is_some_and(|then| then < self.expires)
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
