use clock::Timestamp;
use store::BoxFuture;

/// When resources were last used: implemented by `trail`, which reads it from the audit log, for services that tell their callers.
///
/// So it costs a call nothing that it is remembered, and what is remembered outlives everything that its record outlives.
pub trait LastUses: Send + Sync + 'static {
    /// The last successful cryptographic operation with the resource of this ARN, as of now: every call that was answered before this one
    /// began counts.
    fn last_use<'a>(&'a self, arn: &'a str) -> BoxFuture<'a, Result<Tracked, LastUsesError>>;
}

/// What is known of a resource's use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracked {
    /// The time of the oldest record that was looked at; `None` when there is none yet.
    pub since: Option<Timestamp>,
    /// The last use since then.
    pub last: Option<LastUse>,
}

/// One use of a resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastUse {
    /// The operation, such as `Encrypt`.
    pub operation: String,
    /// When it was.
    pub time: Timestamp,
    /// The id of its record.
    pub event_id: String,
    /// The id of its request.
    pub request_id: Option<String>,
}

/// Why it is not known when a resource was last used.
#[derive(Debug, thiserror::Error)]
pub enum LastUsesError {
    /// Records are still being read, as after the index was lost. Asking again later helps.
    #[error("the audit log is still being read; try again in a moment")]
    Behind,
    /// The index.
    #[error("the index of the audit log failed")]
    Store(#[from] store::Error),
}
