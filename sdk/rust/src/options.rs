use std::time::Duration;

use crate::Error;

/// What STS takes: <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>.
const SESSION_SECONDS: std::ops::RangeInclusive<u64> = 900..=43_200;

/// How tenants' keys are reached and used. Make it with [`Options::new`] and change what should differ.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// The role whose sessions use tenants' keys: its ARN.
    pub role_arn: String,
    /// The service that encrypts: `service=<name>` stands in every encryption context, so that a role's policy can keep services
    /// apart. Default: none.
    pub service: Option<String>,
    /// The account of the keys, when the role is in another one: keys are then named by the ARN of their alias. Default: none.
    pub key_account: Option<String>,
    /// How long sessions last: 15 minutes to what the role allows, 12 hours at most. Default: one hour.
    pub session_duration: Duration,
    /// How long before its end a session is replaced, in the background. Default: 5 minutes.
    pub refresh_before: Duration,
    /// The most sessions that are kept, one for each tenant and identity. Default: 1000.
    pub max_sessions: usize,
    /// Whether, and how long, data keys are used again. Default: never, each message has a key and a KMS request of its own.
    pub data_key_cache: Option<DataKeyCache>,
    /// Whether messages are signed (suite 0x0578), for readers that may not write. It costs some 0.2 ms a message, and such messages cannot
    /// be read as streams. Default: no.
    pub signed: bool,
    /// The plaintext bytes of a frame: what a stream holds in memory. Default: 65,536.
    pub frame_length: u32,
    /// The most requests that one batch call has under way. Default: 8.
    pub concurrency: usize,
}

impl Options {
    /// The defaults, for the sessions of a role.
    pub fn new(role_arn: impl Into<String>) -> Self {
        Self {
            role_arn: role_arn.into(),
            service: None,
            key_account: None,
            session_duration: Duration::from_secs(3600),
            refresh_before: Duration::from_secs(300),
            max_sessions: 1000,
            data_key_cache: None,
            signed: false,
            frame_length: 65_536,
            concurrency: 8,
        }
    }

    /// Refuses what can never work.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let is_account =
            |account: &String| account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit());
        let refusals = [
            (
                !SESSION_SECONDS.contains(&self.session_duration.as_secs()),
                "sessions last 15 minutes to 12 hours: give `session_duration` 900 to 43200 seconds",
            ),
            (
                self.refresh_before >= self.session_duration,
                "each session would be replaced at once: give a `refresh_before` that is shorter than `session_duration`",
            ),
            (
                self.key_account.as_ref().is_some_and(|account| !is_account(account)),
                "`key_account` is no account: give its 12 digits",
            ),
            (self.max_sessions == 0, "`max_sessions` is 0, and each call needs one: use 1000"),
            (self.concurrency == 0, "`concurrency` is 0, and no request could be made: use 8"),
            (
                self.data_key_cache.as_ref().is_some_and(DataKeyCache::keeps_nothing),
                "a limit of the data key cache is 0, so it keeps nothing: raise it, or leave the cache out",
            ),
        ];
        match refusals.into_iter().find(|(refused, _)| *refused) {
            None => Ok(()),
            Some((_, reason)) => Err(Error::invalid(reason)),
        }
    }
}

/// How far a data key may be used. What ends first counts. A tenant whose key is disabled can use cached data keys until they
/// are `max_age` old.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DataKeyCache {
    /// The age at which a data key is thrown away, for writing and for reading. Default: one minute.
    pub max_age: Duration,
    /// The messages that are made with one data key. Default: 1000.
    pub max_messages: u64,
    /// The plaintext bytes that are encrypted with one data key. Default: 1 GiB.
    pub max_bytes: u64,
    /// The most data keys that are kept for writing, and as many for reading. Default: 1000.
    pub capacity: usize,
}

impl DataKeyCache {
    fn keeps_nothing(&self) -> bool {
        self.max_age.is_zero() || self.max_messages == 0 || self.max_bytes == 0 || self.capacity == 0
    }
}

impl Default for DataKeyCache {
    fn default() -> Self {
        Self { max_age: Duration::from_secs(60), max_messages: 1000, max_bytes: 1 << 30, capacity: 1000 }
    }
}
