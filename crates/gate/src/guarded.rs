use std::future::Future;
use std::net::IpAddr;
use std::sync::Arc;

use arn::{AccountId, Region};
use audit_event::RequestId;
use aws_model::Operation;
use clock::Timestamp;
use iam_policy::{Authority, Context, Policy};

use crate::caller::Caller;
use crate::fault::ServiceError;
use crate::view::View;

/// A service that performs the operation `O`, with a permit only: `impl Guarded<kms::Encrypt> for Kms`.
pub trait Guarded<O: Operation<Input: Sync>>: Send + Sync + 'static {
    /// What the call names, once found: a key, a role, nothing.
    type Target: Send + Sync;
    /// The service's error.
    type Error: ServiceError;

    /// What running it does to the store.
    const EFFECT: Effect;
    /// Whether someone must allow it. `false` lets any authenticated caller through, even against an explicit deny: so STS
    /// answers GetCallerIdentity and GetSessionToken, and nothing else.
    const NEEDS_PERMISSION: bool = true;
    /// Whether the audit record tells what was answered (never its secrets). CloudTrail does so for changes.
    const RECORDS_RESPONSE: bool = matches!(Self::EFFECT, Effect::Change);

    /// Whether callers need no signature because the input itself proves who they are, such as a token of an identity provider. A signature
    /// that comes all the same counts for nothing.
    const PROVEN_BY_INPUT: bool = false;

    /// Finds out who calls from the input of an operation that is [`Self::PROVEN_BY_INPUT`], and checks that they do. `None` is nobody: the call
    /// ends as one without a signature.
    fn prove(
        &self,
        input: &O::Input,
        origin: &Origin,
    ) -> impl Future<Output = Result<Option<Caller>, Self::Error>> + Send {
        let _ = (input, origin);
        async { Ok(None) }
    }

    /// Which thing a call is about that is [`Self::PROVEN_BY_INPUT`] and whose input proves nobody, such as the role that was to be assumed: the
    /// refusal is recorded for the account that owns it, up to a few in a minute for each thing. `None` when there is no such thing: then
    /// nothing is recorded, since a stranger can name more things than a log can hold.
    fn claimed(&self, input: &O::Input) -> impl Future<Output = Result<Option<Claimed>, Self::Error>> + Send {
        let _ = input;
        async { Ok(None) }
    }

    /// The spec of the key that is used, or made, for the operations whose quota or cost depends on it (crate `quotas`).
    fn key_spec(_target: &Self::Target, _input: &O::Input) -> Option<&'static str> {
        None
    }

    /// Whom the work waits for, once it runs. [`Self::resolve`] waits for nobody.
    fn waits_for(_target: &Self::Target, _input: &O::Input) -> Waits {
        Waits::Nobody
    }

    /// Finds what the call names and says which questions must be answered with "yes" before it runs.
    fn resolve(
        &self,
        view: &mut View,
        call: &Call<O::Input>,
    ) -> impl Future<Output = Result<Resolved<Self::Target>, Self::Error>> + Send;

    /// Does the work. The permit is the proof that every question was answered with "yes".
    fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, O, Self::Target>,
    ) -> impl Future<Output = Result<O::Output, Self::Error>> + Send;
}

/// A thing that there is, and that a call names which nobody has proven to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Its account.
    pub account: AccountId,
    /// Its ARN.
    pub arn: String,
    /// CloudTrail's resource type, such as `AWS::IAM::Role`.
    pub resource_type: &'static str,
}

/// What an operation does to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: it reads through caches (Encrypt, Sign).
    Pure,
    /// It reads the store at one snapshot (lists, descriptions).
    Read,
    /// It changes the store; the change and its audit record commit together.
    Change,
}

/// Whom a call waits for outside of this program, which can be this program again: each of these waits only for calls of those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waits {
    /// It does its work here.
    Nobody,
    /// A custom key store: an external one can be the XKS proxy API of this program, whose calls wait for nobody.
    KeyStore,
    /// Another service, such as a KMS, whose keys can be in custom key stores.
    Service,
}

/// Where and when a request came in.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The region of the signature's scope.
    pub region: Region,
    /// When it came in.
    pub at: Timestamp,
    /// The request id that the answer carries.
    pub request_id: RequestId,
    /// The peer's address.
    pub source_ip: IpAddr,
    /// Whether TLS protects the connection.
    pub secure_transport: bool,
    /// `TLSv1.3` and the cipher suite's name.
    pub tls: Option<(&'static str, &'static str)>,
    /// The `User-Agent` header.
    pub user_agent: Option<String>,
    /// The `Host` header.
    pub host: Option<String>,
}

/// One authenticated, decoded call.
pub struct Call<I> {
    /// Who calls.
    pub caller: Arc<Caller>,
    /// The decoded input.
    pub input: I,
    /// Where and when.
    pub origin: Origin,
}

/// What [`Guarded::resolve`] found.
pub struct Resolved<T> {
    /// What the call names; `None` denies the call with the reasons that the questions give, so that a caller who may
    /// not see a thing cannot tell "forbidden" from "missing".
    pub target: Option<T>,
    /// All must be answered with "yes".
    pub questions: Vec<Question>,
}

impl<T> Resolved<T> {
    /// Found, with one question.
    pub fn one(target: T, question: Question) -> Self {
        Self { target: Some(target), questions: vec![question] }
    }
}

/// "May the caller do `action` on `resource`?"
pub struct Question {
    /// `kms:Encrypt`.
    pub action: &'static str,
    /// The ARN, or `*` for actions without a resource.
    pub resource: String,
    /// How a refusal names the resource, when the call named it in another way: `None` for the ARN.
    pub named_as: Option<String>,
    /// Where the resource is (`aws:RequestedRegion`), when that is another region than the request came to.
    pub region: Option<Region>,
    /// Who owns the resource.
    pub owner: AccountId,
    /// When the caller showed a second factor, if the call itself brought it; else the session says.
    pub mfa_at: Option<Timestamp>,
    /// The policy attached to the resource, with the name that explanations use.
    pub resource_policy: Option<(&'static str, Arc<Policy>)>,
    /// How far the resource policy decides.
    pub authority: Authority,
    /// A grant on the resource that covers this call, if its grantee is the caller: the gate weighs what that is worth.
    pub grant: Option<GrantRef>,
    /// Condition keys of the service and the resource. The gate adds the global ones.
    pub context: Context,
    /// CloudTrail's resource type, such as `AWS::KMS::Key`; `None` keeps it out of the record's `resources`.
    pub resource_type: Option<&'static str>,
}

/// A KMS grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantRef {
    /// The name that explanations give it, `grant` and its id.
    pub name: String,
    /// The ARN of the grantee principal.
    pub grantee: String,
}

impl Question {
    /// About a resource that has no policy of its own.
    pub fn new(action: &'static str, resource: impl Into<String>, owner: AccountId) -> Self {
        Self {
            action,
            resource: resource.into(),
            named_as: None,
            region: None,
            owner,
            mfa_at: None,
            resource_policy: None,
            authority: Authority::Standard,
            grant: None,
            context: Context::default(),
            resource_type: None,
        }
    }

    /// Names the resource in the audit record.
    #[must_use]
    pub fn recorded_as(mut self, resource_type: &'static str) -> Self {
        self.resource_type = Some(resource_type);
        self
    }
}

/// The proof that a call of `O` was allowed. Made by the gate alone:
///
/// ```compile_fail,E0451
/// use aws_model::kms::{Encrypt, EncryptRequest};
///
/// fn forged(call: &gate::Call<EncryptRequest>) -> gate::Permit<'_, Encrypt, ()> {
///     gate::Permit { call, target: () }
/// }
/// ```
pub struct Permit<'a, O: Operation, T> {
    call: &'a Call<O::Input>,
    target: T,
}

impl<'a, O: Operation, T> Permit<'a, O, T> {
    pub(crate) fn mint(call: &'a Call<O::Input>, target: T) -> Self {
        Self { call, target }
    }

    /// Who was allowed.
    pub fn caller(&self) -> &'a Arc<Caller> {
        &self.call.caller
    }

    /// The input that was judged.
    pub fn input(&self) -> &'a O::Input {
        &self.call.input
    }

    /// Where and when.
    pub fn origin(&self) -> &'a Origin {
        &self.call.origin
    }

    /// The target that was judged.
    pub fn target(&self) -> &T {
        &self.target
    }

    /// The target, taken out.
    pub fn into_target(self) -> T {
        self.target
    }
}
