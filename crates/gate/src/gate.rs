use std::sync::{Arc, Mutex, PoisonError};

use audit_log::{AuditLog, Position};
use aws_model::{Document, Operation, Service, Shape};
use clock::{Clock, Timestamp};
use iam_policy::Principal;
use quotas::{Counting, Rates};
use secret::SecretString;
use sigv4::{RequestHead, Signed};
use store::{BoxFuture, Store};

use crate::anchor::{self, AuditAnchor, CompareError, Rollback};
use crate::caller::{Caller, CredentialError, Directory};
use crate::decide::judge;
use crate::denial::Denial;
use crate::endpoint::{Endpoint, Incoming};
use crate::fault::{CommonFault, Fault, ServiceError};
use crate::guarded::{Call, Effect, Guarded, Origin, Permit, Resolved};
use crate::impostors::Impostors;
use crate::outbox::{Committed, Outbox, RecoverError};
use crate::record::{Draft, ServiceEvent, Written};
use crate::throttle::{Throttle, Toll, network};
use crate::view::View;

/// How often a change is tried again when another change got in between.
const ATTEMPTS: usize = 32;

/// After how many attempts the changes of the same account that come anew wait for this one. The others that are under way then get ahead
/// of it once each at most: together fewer than [`ATTEMPTS`].
const PATIENCE: usize = 8;

/// The one place where calls are let through. See the crate's documentation.
pub struct Gate {
    store: Store,
    log: AuditLog,
    clock: Arc<dyn Clock>,
    directory: Arc<dyn Directory>,
    outbox: Outbox,
    impostors: Impostors,
    throttle: Throttle,
    /// Up to where the store knows the log.
    anchored: Mutex<Position>,
}

impl Gate {
    /// Opens the gate, unless the store and the log contradict each other. Audit records that committed before a crash but did not reach the
    /// log go there first. The start itself is recorded.
    pub async fn open(
        store: Store,
        log: AuditLog,
        clock: Arc<dyn Clock>,
        directory: Arc<dyn Directory>,
    ) -> Result<Self, OpenError> {
        let found = anchor::compare(&store, &log.extent()).await?;
        if !found.is_empty() {
            return Err(OpenError::RolledBack(found));
        }
        Self::open_as_found(store, log, clock, directory, true, &[]).await
    }

    /// Opens the gate even when the store and the log contradict each other. What was found, here and `elsewhere`, is recorded; from then on
    /// they belong together.
    ///
    /// Only for an operator who knows what is lost.
    pub async fn open_accepting(
        store: Store,
        log: AuditLog,
        clock: Arc<dyn Clock>,
        directory: Arc<dyn Directory>,
        elsewhere: Vec<String>,
    ) -> Result<Self, OpenError> {
        let found = anchor::compare(&store, &log.extent()).await?;
        let mut accepted = elsewhere;
        accepted.extend(found.iter().map(ToString::to_string));
        Self::open_as_found(store, log, clock, directory, found.is_empty(), &accepted).await
    }

    async fn open_as_found(
        store: Store,
        log: AuditLog,
        clock: Arc<dyn Clock>,
        directory: Arc<dyn Directory>,
        together: bool,
        accepted: &[String],
    ) -> Result<Self, OpenError> {
        let recovered = Outbox::recover(&store, &log, together).await?;
        if recovered > 0 {
            tracing::info!(recovered, "brought committed audit records to the log after an unclean stop");
        }
        let outbox = Outbox::default();
        let impostors = Impostors::default();
        let throttle = Throttle::new(Rates::default());
        let anchored = Mutex::new(Position::START);
        let gate = Self { store, log, clock, directory, outbox, impostors, throttle, anchored };
        let mut events = Vec::new();
        if !accepted.is_empty() {
            events.push(("AcceptRollback", Some(accepted)));
        }
        events.push(("StartLodge", None));
        gate.write_anchor(gate.log.last(), &events).await?;
        Ok(gate)
    }

    /// The same gate with these request quotas.
    #[must_use]
    pub fn with_quotas(self, rates: Rates) -> Self {
        Self { throttle: Throttle::new(rates), ..self }
    }

    /// Lets the store know how far the log has come, if it has; and the log how far the store has, once in each segment. To be called
    /// every few seconds, and before a stop: what is cut from the log after this is noticed at the next start.
    ///
    /// Records how many calls were throttled without a record each, too.
    pub async fn anchor(&self) -> Result<(), DutyError> {
        self.record_throttled().await?;
        let last = self.log.last();
        let anchored = *self.anchored.lock().unwrap_or_else(PoisonError::into_inner);
        if last == anchored {
            return Ok(());
        }
        let events: &[(&'static str, Option<&[String]>)] =
            if last.segment == anchored.segment { &[] } else { &[("NoteStoreVersion", None)] };
        match self.write_anchor(last, events).await {
            // Somebody else has just written it.
            Err(CommitError::Store(store::Error::Conflict)) => Ok(()),
            written => Ok(written?),
        }
    }

    /// Writes the anchor and, in the same transaction, records of Lodge's own: so no record is in the log before there is an anchor.
    async fn write_anchor(
        &self,
        position: Position,
        events: &[(&'static str, Option<&[String]>)],
    ) -> Result<(), CommitError> {
        let anchor = AuditAnchor::of(&self.log, position)?;
        let mut view = View::exact(&self.store);
        let tx = view.tx().await?;
        let version = tx.version();
        anchor.write(tx).await?;
        let now = self.clock.now();
        let written: Result<Vec<_>, _> =
            events.iter().map(|(name, accepted)| Written::of_lodge(name, *accepted, version, now)).collect();
        self.commit(view, written.map_err(store::Error::unavailable)?).await?;
        *self.anchored.lock().unwrap_or_else(PoisonError::into_inner) = position;
        Ok(())
    }

    /// The present time, for a request that comes in.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether calls can be recorded. When they cannot, every call fails.
    pub fn is_recording(&self) -> bool {
        self.log.failure().is_none()
    }

    /// Finds out who signed a request, and checks that they did.
    ///
    /// A wrong signature made with a known access key is recorded, up to a few in a minute; a request that names no known key is
    /// not, so that a stranger cannot fill the log.
    pub async fn authenticate(
        &self,
        endpoint: &dyn Endpoint,
        signed: &Signed,
        head: &RequestHead<'_>,
        body_sha256: &[u8; 32],
        origin: &Origin,
    ) -> Result<Arc<Caller>, Fault> {
        let service = endpoint.schema().service;
        let token = signed.session_token.as_ref().map(SecretString::expose);
        let found = self.directory.credential(&signed.access_key_id, token, origin.at).await;
        let credential = found.map_err(|error| {
            let kind = match error {
                CredentialError::Unknown => CommonFault::UnknownCredential,
                CredentialError::Expired => CommonFault::ExpiredCredential,
                CredentialError::Unavailable(_) => return internal(service, &error),
            };
            Fault::common(service, kind, error.to_string())
        })?;
        if !credential.signs_for(service) {
            let unknown = CredentialError::Unknown.to_string();
            return Err(Fault::common(service, CommonFault::UnknownCredential, unknown));
        }
        let key = credential.signing_key(&signed.scope);
        match signed.verify(head, body_sha256, &key, origin.at) {
            Ok(()) => {
                let scope = &signed.scope;
                self.directory.used(&credential.caller, &scope.region, &scope.service, origin.at);
                Ok(Arc::clone(&credential.caller))
            }
            Err(error) => {
                let fault = Fault::signature(service, &error);
                if !self.impostors.records(&signed.access_key_id, origin.at) {
                    return Err(fault);
                }
                let draft =
                    Draft::new(endpoint.schema(), endpoint.effect(), &credential.caller, origin).unproven();
                Err(self.refuse(service, draft, fault).await)
            }
        }
    }

    /// Whether the quota lets a call of the endpoint come now: to be asked before its input is decoded. It does not count the call.
    ///
    /// # Errors
    /// The throttling error to answer. A few of them in a minute are recorded for each account, and how many others there were.
    pub async fn admit(
        &self,
        endpoint: &dyn Endpoint,
        caller: &Caller,
        origin: &Origin,
    ) -> Result<(), Fault> {
        if !self.throttle.is_exhausted(caller.account, &origin.region, endpoint.counting(), self.now()) {
            return Ok(());
        }
        let operation = endpoint.schema();
        let draft = || Draft::new(operation, endpoint.effect(), caller, origin);
        Err(self.throttled(operation.service, caller, origin, draft).await)
    }

    /// Records that an authenticated call was refused before it reached its operation, and gives the error to answer.
    pub async fn refused(
        &self,
        endpoint: &dyn Endpoint,
        caller: &Caller,
        origin: &Origin,
        fault: Fault,
    ) -> Fault {
        let operation = endpoint.schema();
        let draft = || Draft::new(operation, endpoint.effect(), caller, origin);
        let mut toll =
            self.throttle.toll(endpoint.counting(), caller.account, &origin.region, self.clock.as_ref());
        if !toll.pay(None) {
            return self.throttled(operation.service, caller, origin, draft).await;
        }
        self.refuse(operation.service, draft(), fault).await
    }

    /// Does work of a service's own that no caller asked for, such as a deletion that is due. Its change and the records
    /// of what it did commit together.
    pub async fn perform(&self, duty: &dyn Duty) -> Result<usize, DutyError> {
        for _ in 0..ATTEMPTS {
            let mut view = View::exact(&self.store);
            let now = self.clock.now();
            let events = duty.run(&mut view, now).await?;
            if events.is_empty() {
                return Ok(0);
            }
            let version = view.tx().await?.version();
            let written: Result<Vec<_>, _> =
                events.iter().map(|event| Written::of_service(event, version, now)).collect();
            match self.commit(view, written.map_err(store::Error::unavailable)?).await {
                Ok(()) => return Ok(events.len()),
                Err(CommitError::Store(store::Error::Conflict)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(store::Error::Conflict.into())
    }

    /// A call whose input proves who makes it. Until that is done, whoever calls is a stranger, who must neither fill the log nor keep others
    /// waiting: the quota of an account is not touched, no network has all places, and a refusal is recorded up to a few in a minute for each thing
    /// that there is.
    pub(crate) async fn call_unsigned<S: Guarded<O>, O: Operation<Input: Sync>>(
        &self,
        performer: &S,
        counting: &Counting,
        origin: Origin,
        document: Document,
    ) -> Result<Document, Fault> {
        let service = O::SCHEMA.service;
        let nobody = || Fault::signature(service, &sigv4::Error::MissingAuthenticationToken);
        if !S::PROVEN_BY_INPUT {
            return Err(nobody());
        }
        let input = validated::<O::Input, S::Error>(service, document.clone())?;
        let turn = self.throttle.strangers.take(network(origin.source_ip)).await;
        let fault = |error: S::Error| error.fault().unwrap_or_else(|| internal(service, &error));
        let proven = match performer.prove(&input, &origin).await {
            Ok(proven) => proven.ok_or_else(nobody),
            Err(error) => Err(fault(error)),
        };
        let caller = match proven {
            Ok(caller) => caller,
            Err(refusal) => {
                let Some(claimed) = performer.claimed(&input).await.map_err(fault)? else {
                    return Err(refusal);
                };
                if !self.impostors.records(&claimed.arn, origin.at) {
                    return Err(refusal);
                }
                let mut draft = Draft::of_stranger(O::SCHEMA, S::EFFECT, &claimed, &origin);
                draft.asked(&aws_model::audit_parameters(O::SCHEMA.input, &document));
                return Err(self.refuse(service, draft, refusal).await);
            }
        };
        drop((input, turn));
        self.call::<S, O>(performer, counting, Incoming { caller: Arc::new(caller), origin, document }).await
    }

    pub(crate) async fn call<S: Guarded<O>, O: Operation<Input: Sync>>(
        &self,
        performer: &S,
        counting: &Counting,
        incoming: Incoming,
    ) -> Result<Document, Fault> {
        let Incoming { caller, origin, document } = incoming;
        let service = O::SCHEMA.service;
        let draft = || Draft::new(O::SCHEMA, S::EFFECT, &caller, &origin);
        let (account, region) = (caller.account, origin.region.clone());
        let mut toll = self.throttle.toll(counting, account, &region, self.clock.as_ref());
        if !toll.pay_fixed() {
            return Err(self.throttled(service, &caller, &origin, draft).await);
        }
        toll.asked_by(&caller);
        toll.enter().await;
        let mut draft = draft();
        draft.asked(&aws_model::audit_parameters(O::SCHEMA.input, &document));
        let input = match validated::<O::Input, S::Error>(service, document) {
            Ok(input) => input,
            Err(fault) => return Err(self.end(service, draft, fault, &caller, &origin, &mut toll).await),
        };
        let call = Call { caller, input, origin };
        if S::EFFECT == Effect::Change {
            toll.enter_changes().await;
            self.change::<S, O>(performer, &call, draft, toll).await
        } else {
            self.answer::<S, O>(performer, &call, draft, toll).await
        }
    }

    /// A call that changes nothing: its answer waits for its record.
    async fn answer<S: Guarded<O>, O: Operation<Input: Sync>>(
        &self,
        performer: &S,
        call: &Call<O::Input>,
        mut draft: Draft,
        mut toll: Toll<'_>,
    ) -> Result<Document, Fault> {
        let service = O::SCHEMA.service;
        let mut view =
            if S::EFFECT == Effect::Pure { View::cached(&self.store) } else { View::exact(&self.store) };
        let outcome =
            permitted::<S, O>(performer, &*self.directory, &mut view, call, &mut draft, &mut toll).await;
        draft.noted(view.take_told().notes);
        // No snapshot stays open while the record is on its way to the disk.
        drop(view);
        match outcome {
            Err(fault) => Err(self.end(service, draft, fault, &call.caller, &call.origin, &mut toll).await),
            Ok(output) => {
                let document = output.into_document();
                if S::RECORDS_RESPONSE {
                    draft.answered(&aws_model::audit_parameters(O::SCHEMA.output, &document));
                }
                match draft.succeeded() {
                    Ok(written) => self.log(service, Ok(written)).await.map(|()| document),
                    Err(error) => Err(self.refuse(service, draft, internal(service, &error)).await),
                }
            }
        }
    }

    /// A call that changes the store: it runs again from the start when another change got in between.
    async fn change<S: Guarded<O>, O: Operation<Input: Sync>>(
        &self,
        performer: &S,
        call: &Call<O::Input>,
        draft: Draft,
        mut toll: Toll<'_>,
    ) -> Result<Document, Fault> {
        let service = O::SCHEMA.service;
        let (overtaken, account) = (&self.throttle.overtaken, call.caller.account);
        if overtaken.is_busy(account) {
            drop(overtaken.take(account).await);
        }
        let mut turn = None;
        for attempt in 1..=ATTEMPTS {
            let mut draft = draft.clone();
            let mut view = View::exact(&self.store);
            let output =
                match permitted::<S, O>(performer, &*self.directory, &mut view, call, &mut draft, &mut toll)
                    .await
                {
                    Ok(output) => output,
                    Err(fault) => {
                        draft.noted(view.take_told().notes);
                        drop(view);
                        return Err(self
                            .end(service, draft, fault, &call.caller, &call.origin, &mut toll)
                            .await);
                    }
                };
            let version = match view.tx().await {
                Ok(tx) => tx.version(),
                Err(error) => {
                    drop(view);
                    return Err(self.refuse(service, draft, internal(service, &error)).await);
                }
            };
            draft.based_on(version);
            let told = view.take_told();
            told.made.iter().for_each(|made| draft.made(made));
            draft.noted(told.notes);
            let document = output.into_document();
            draft.answered(&aws_model::audit_parameters(O::SCHEMA.output, &document));
            let events = told.events.iter().map(|event| Written::of_service(event, version, call.origin.at));
            let written: Result<Vec<_>, _> = std::iter::once(draft.succeeded()).chain(events).collect();
            let written = match written {
                Ok(written) => written,
                Err(error) => {
                    drop(view);
                    return Err(self.refuse(service, draft, internal(service, &error)).await);
                }
            };
            match self.commit(view, written).await {
                Ok(()) => return Ok(document),
                Err(CommitError::Store(store::Error::Conflict)) => {
                    if attempt >= PATIENCE && turn.is_none() && toll.waits_for_nobody() {
                        turn = Some(overtaken.take(account).await);
                    }
                }
                Err(error) => return Err(self.refuse(service, draft, internal(service, &error)).await),
            }
        }
        let busy = Fault::common(
            service,
            CommonFault::Unavailable,
            "Too many changes of the same resource at once. Try again.",
        );
        Err(self.refuse(service, draft, busy).await)
    }

    /// Commits a change together with its records, then brings the records to the log.
    ///
    /// Once this has committed, the records are durable in the store. If the log fails only then, the change stands and is answered; the
    /// log gets the records before it gets anything else, and until it takes them every other call fails.
    async fn commit(&self, view: View, written: Vec<Written>) -> Result<(), CommitError> {
        self.outbox.pay(&self.log).await?;
        let mut tx = view.into_tx().await?;
        let clearing = self.outbox.post(&mut tx, &written, self.log.last()).await?;
        let version = tx.commit().await?;
        clearing.committed();
        let committed = written.into_iter().map(|record| Committed { version, record }).collect();
        if let Err(error) = self.outbox.deliver(&self.log, committed).await {
            tracing::error!(%error, "the audit log did not take the record of a change, which waits in the store");
        }
        Ok(())
    }

    /// Records a refused call. The fault to answer is the one given, or an internal one if the record cannot be written.
    async fn refuse(&self, service: &Service, draft: Draft, fault: Fault) -> Fault {
        match self.log(service, draft.failed(&fault)).await {
            Ok(()) => fault,
            Err(unrecorded) => unrecorded,
        }
    }

    /// Ends a call that failed: whatever it is, it counts, and over quota it is throttled.
    async fn end(
        &self,
        service: &Service,
        draft: Draft,
        fault: Fault,
        caller: &Caller,
        origin: &Origin,
        toll: &mut Toll<'_>,
    ) -> Fault {
        if toll.pay(None) {
            self.refuse(service, draft, fault).await
        } else {
            self.throttled(service, caller, origin, || draft).await
        }
    }

    /// The answer to a call over quota, recorded with others or alone.
    async fn throttled(
        &self,
        service: &Service,
        caller: &Caller,
        origin: &Origin,
        draft: impl FnOnce() -> Draft,
    ) -> Fault {
        let fault = Fault::throttled(service);
        if !self.throttle.refusals.records(caller.account, origin.at) {
            return fault;
        }
        self.refuse(service, draft(), fault).await
    }

    /// Records how many calls were throttled without a record each.
    async fn record_throttled(&self) -> Result<(), DutyError> {
        let now = self.clock.now();
        let mut failure = None;
        for unrecorded in self.throttle.refusals.take_unrecorded(now) {
            let written = Written::of_throttled(&unrecorded, now);
            let appended = match written.map_err(store::Error::unavailable) {
                Ok(Written { event_id, event }) => match self.outbox.pay(&self.log).await {
                    Ok(()) => self.log.append_json(&event_id, event).await.map(drop).map_err(DutyError::from),
                    Err(error) => Err(error.into()),
                },
                Err(error) => Err(error.into()),
            };
            if let Err(error) = appended {
                self.throttle.refusals.put_back(unrecorded);
                failure = Some(error);
            }
        }
        failure.map_or(Ok(()), Err)
    }

    async fn log(&self, service: &Service, written: Result<Written, serde_json::Error>) -> Result<(), Fault> {
        let Written { event_id, event } = written.map_err(|error| internal(service, &error))?;
        self.outbox.pay(&self.log).await.map_err(|error| internal(service, &error))?;
        self.log.append_json(&event_id, event).await.map(drop).map_err(|error| internal(service, &error))
    }
}

/// Why a change was not committed.
#[derive(Debug, thiserror::Error)]
enum CommitError {
    #[error("the store failed")]
    Store(#[from] store::Error),
    #[error("the audit log takes no records")]
    Log(#[from] audit_log::Error),
}

/// Why the gate was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The store or the log was lost, replaced, or put back to an older state without the other.
    #[error("the store and the audit log do not belong together: {}", listed(.0))]
    RolledBack(Vec<Rollback>),
    /// They could not be compared.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// What an unclean stop left could not be mended.
    #[error(transparent)]
    Recover(#[from] RecoverError),
    /// The store.
    #[error("the start could not be recorded: the store failed")]
    Store(#[source] store::Error),
    /// The log.
    #[error("the start could not be recorded: the audit log takes no records")]
    Log(#[source] audit_log::Error),
}

impl From<CommitError> for OpenError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Store(error) => Self::Store(error),
            CommitError::Log(error) => Self::Log(error),
        }
    }
}

fn listed(found: &[Rollback]) -> String {
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    found.join("; ")
}

/// Work of a service's own; see [`Gate::perform`].
pub trait Duty: Send + Sync {
    /// Does some of the work inside the view's transaction, and says what was done. Nothing done, nothing committed.
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>>;
}

/// Why a duty was not done. Nothing of it was committed.
#[derive(Debug, thiserror::Error)]
pub enum DutyError {
    /// The store.
    #[error("the store failed")]
    Store(#[from] store::Error),
    /// The audit log, without which nothing is done.
    #[error("the audit log takes no records")]
    Log(#[from] audit_log::Error),
    /// The work itself.
    #[error("{what}")]
    Failed {
        /// What could not be done.
        what: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl From<CommitError> for DutyError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Store(error) => Self::Store(error),
            CommitError::Log(error) => Self::Log(error),
        }
    }
}

impl DutyError {
    /// `what` could not be done, because of `source`.
    pub fn new(what: impl Into<String>, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Failed { what: what.into(), source: Box::new(source) }
    }
}

/// Resolves, decides and, with a permit, runs.
async fn permitted<S: Guarded<O>, O: Operation<Input: Sync>>(
    performer: &S,
    directory: &dyn Directory,
    view: &mut View,
    call: &Call<O::Input>,
    draft: &mut Draft,
    toll: &mut Toll<'_>,
) -> Result<O::Output, Fault> {
    let service = O::SCHEMA.service;
    let fault = |error: S::Error| error.fault().unwrap_or_else(|| internal(service, &error));
    let Resolved { target: named, mut questions } = performer.resolve(view, call).await.map_err(fault)?;
    let spec = named.as_ref().and_then(|named| S::key_spec(named, &call.input));
    if !toll.pay(spec) {
        return Err(Fault::throttled(service));
    }
    let mut denied = None;
    for question in &mut questions {
        let owner = match question.owner == call.caller.account {
            true => Arc::clone(&call.caller.membership),
            false => directory.membership(question.owner).await.map_err(|error| internal(service, &error))?,
        };
        let judgement = judge(&call.caller, &owner, &call.origin, question);
        if !judgement.decision.is_allowed() && denied.is_none() {
            let denial = Denial::of(&call.caller, question, &judgement.decision);
            let message = judgement.denial(&call.caller, question);
            let fault = Fault::common(service, CommonFault::AccessDenied, message);
            // Who has no account learns nothing, and has nobody to hand it to.
            let sealed = match call.caller.principal {
                Principal::Federated { .. } => None,
                _ => directory.seal_denial(denial),
            };
            denied = Some(Fault { authorization_message: sealed, ..fault });
        }
        draft.decided(question, judgement);
    }
    match (named, denied) {
        (Some(named), None) if !questions.is_empty() || !S::NEEDS_PERMISSION => {
            let waits = S::waits_for(&named, &call.input);
            toll.run(spec, waits, performer.run(view, Permit::mint(call, named))).await.map_err(fault)
        }
        (_, denied) => {
            let unasked = || {
                let (who, operation) = (call.caller.arn(), O::SCHEMA.name);
                let message = format!("User: {who} is not authorized to perform: {}:{operation}", service.id);
                Fault::common(service, CommonFault::AccessDenied, message)
            };
            Err(denied.unwrap_or_else(unasked))
        }
    }
}

fn validated<I: Shape, E: ServiceError>(service: &Service, document: Document) -> Result<I, Fault> {
    aws_model::validate(I::SCHEMA, &document).map_err(|error| E::invalid_input(service, &error))?;
    I::from_document(document)
        .map_err(|error| Fault::common(service, CommonFault::Validation, error.to_string()))
}

/// Tells the operator what failed inside, and the caller only that something did.
fn internal(service: &Service, error: &dyn std::error::Error) -> Fault {
    let mut causes = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        causes.push_str(": ");
        causes.push_str(&cause.to_string());
        source = cause.source();
    }
    tracing::error!(service = service.id, error = causes, "a call failed inside");
    Fault::internal(service)
}
