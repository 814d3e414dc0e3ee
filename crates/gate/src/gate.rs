use std::sync::Arc;

use audit_log::AuditLog;
use aws_model::{Document, Operation, OperationSchema, Service, Shape};
use clock::{Clock, Timestamp};
use secret::SecretString;
use sigv4::{RequestHead, Signed};
use store::{BoxFuture, Store};

use crate::caller::{Caller, CredentialError, Directory};
use crate::decide::judge;
use crate::endpoint::Incoming;
use crate::fault::{CommonFault, Fault, ServiceError};
use crate::guarded::{Call, Effect, Guarded, Origin, Permit, Resolved};
use crate::outbox::{Outbox, RecoverError};
use crate::record::{Draft, ServiceEvent, Written};
use crate::view::View;

/// How often a change is tried again when another change got in between.
const ATTEMPTS: usize = 32;

/// The one place where calls are let through. See the crate's documentation.
pub struct Gate {
    store: Store,
    log: AuditLog,
    clock: Arc<dyn Clock>,
    directory: Arc<dyn Directory>,
    outbox: Outbox,
}

impl Gate {
    /// Opens the gate. Audit records that committed before a crash but did not reach the log go there first.
    pub async fn open(
        store: Store,
        log: AuditLog,
        clock: Arc<dyn Clock>,
        directory: Arc<dyn Directory>,
    ) -> Result<Self, RecoverError> {
        let recovered = Outbox::recover(&store, &log).await?;
        if recovered > 0 {
            tracing::info!(recovered, "brought committed audit records to the log after an unclean stop");
        }
        Ok(Self { store, log, clock, directory, outbox: Outbox::default() })
    }

    /// The present time, for a request that comes in.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Finds out who signed a request, and checks that they did.
    ///
    /// A wrong signature made with a known access key is recorded; a request that names no known key is not, so that a
    /// stranger cannot fill the log.
    pub async fn authenticate(
        &self,
        operation: &'static OperationSchema,
        signed: &Signed,
        head: &RequestHead<'_>,
        body_sha256: &[u8; 32],
        origin: &Origin,
    ) -> Result<Arc<Caller>, Fault> {
        let service = operation.service;
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
        let key = sigv4::signing_key(&credential.secret_access_key, &signed.scope);
        match signed.verify(head, body_sha256, &key, origin.at) {
            Ok(()) => Ok(Arc::clone(&credential.caller)),
            Err(error) => {
                let fault = Fault::signature(service, &error);
                let draft = Draft::new(operation, &credential.caller, origin, false);
                Err(self.refuse(service, draft, fault).await)
            }
        }
    }

    /// Records that an authenticated call was refused before it reached its operation, and gives the error to answer.
    pub async fn refused(
        &self,
        operation: &'static OperationSchema,
        caller: &Caller,
        origin: &Origin,
        fault: Fault,
    ) -> Fault {
        self.refuse(operation.service, Draft::new(operation, caller, origin, false), fault).await
    }

    /// Does work of a service's own that no caller asked for, such as a deletion that is due. Its change and the records
    /// of what it did commit together.
    pub async fn perform(&self, duty: &dyn Duty) -> Result<usize, DutyError> {
        for _ in 0..ATTEMPTS {
            let mut view = View::exact(&self.store);
            let events = duty.run(&mut view, self.clock.now()).await?;
            if events.is_empty() {
                return Ok(0);
            }
            let at = self.clock.now();
            let written: Result<Vec<_>, _> =
                events.iter().map(|event| Written::of_service(event, at)).collect();
            let written = written.map_err(store::Error::unavailable)?;
            match self.commit(view, &written).await {
                Err(store::Error::Conflict) => continue,
                Err(error) => return Err(error.into()),
                Ok(()) => return Ok(written.len()),
            }
        }
        Err(store::Error::Conflict.into())
    }

    pub(crate) async fn call<S: Guarded<O>, O: Operation<Input: Sync>>(
        &self,
        performer: &S,
        incoming: Incoming,
    ) -> Result<Document, Fault> {
        let Incoming { caller, origin, document } = incoming;
        let service = O::SCHEMA.service;
        let mut draft = Draft::new(O::SCHEMA, &caller, &origin, S::EFFECT != Effect::Change);
        draft.asked(&aws_model::audit_parameters(O::SCHEMA.input, &document));
        let input = match validated::<O::Input>(service, document) {
            Ok(input) => input,
            Err(fault) => return Err(self.refuse(service, draft, fault).await),
        };
        let call = Call { caller, input, origin };
        if S::EFFECT == Effect::Change {
            self.change::<S, O>(performer, &call, draft).await
        } else {
            self.answer::<S, O>(performer, &call, draft).await
        }
    }

    /// A call that changes nothing: its answer waits for its record.
    async fn answer<S: Guarded<O>, O: Operation<Input: Sync>>(
        &self,
        performer: &S,
        call: &Call<O::Input>,
        mut draft: Draft,
    ) -> Result<Document, Fault> {
        let service = O::SCHEMA.service;
        let mut view =
            if S::EFFECT == Effect::Pure { View::cached(&self.store) } else { View::exact(&self.store) };
        match permitted::<S, O>(performer, &mut view, call, &mut draft).await {
            Err(fault) => Err(self.refuse(service, draft, fault).await),
            Ok(output) => {
                let document = output.into_document();
                if S::RECORDS_RESPONSE {
                    draft.answered(&aws_model::audit_parameters(O::SCHEMA.output, &document));
                }
                self.log(service, draft.succeeded()).await?;
                Ok(document)
            }
        }
    }

    /// A call that changes the store: it runs again from the start when another change got in between.
    async fn change<S: Guarded<O>, O: Operation<Input: Sync>>(
        &self,
        performer: &S,
        call: &Call<O::Input>,
        draft: Draft,
    ) -> Result<Document, Fault> {
        let service = O::SCHEMA.service;
        for _ in 0..ATTEMPTS {
            let mut draft = draft.clone();
            let mut view = View::exact(&self.store);
            let output = match permitted::<S, O>(performer, &mut view, call, &mut draft).await {
                Ok(output) => output,
                Err(fault) => return Err(self.refuse(service, draft, fault).await),
            };
            let document = output.into_document();
            draft.answered(&aws_model::audit_parameters(O::SCHEMA.output, &document));
            let written = match draft.clone().succeeded() {
                Ok(written) => written,
                Err(error) => return Err(internal(service, &error)),
            };
            match self.commit(view, &[written]).await {
                Ok(()) => return Ok(document),
                Err(store::Error::Conflict) => continue,
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
    async fn commit(&self, mut view: View, written: &[Written]) -> Result<(), store::Error> {
        let tx = view.tx().await?;
        let after = self.log.last();
        let mut cleared = Vec::new();
        for record in written {
            cleared.extend(self.outbox.post(tx, record, after).await?);
        }
        let Some(tx) = view.into_tx() else { return Err(store::Error::Conflict) };
        if let Err(error) = tx.commit().await {
            self.outbox.settle(cleared);
            return Err(error);
        }
        for record in written {
            // The change stands and its record is durable in the store; if the log fails now, the record reaches it at
            // the next start, and until the log works again every call fails.
            match self.log.append(&record.event_id, record.bytes.clone()).await {
                Ok(_) => self.outbox.settle([record.event_id.clone()]),
                Err(error) => {
                    tracing::error!(event = record.event_id, %error, "the audit log does not take records")
                }
            }
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

    async fn log(&self, service: &Service, written: Result<Written, serde_json::Error>) -> Result<(), Fault> {
        let Written { event_id, bytes } = written.map_err(|error| internal(service, &error))?;
        self.log.append(&event_id, bytes).await.map(drop).map_err(|error| internal(service, &error))
    }
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

impl DutyError {
    /// `what` could not be done, because of `source`.
    pub fn new(what: impl Into<String>, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Failed { what: what.into(), source: Box::new(source) }
    }
}

/// Resolves, decides and, with a permit, runs.
async fn permitted<S: Guarded<O>, O: Operation<Input: Sync>>(
    performer: &S,
    view: &mut View,
    call: &Call<O::Input>,
    draft: &mut Draft,
) -> Result<O::Output, Fault> {
    let service = O::SCHEMA.service;
    let fault = |error: S::Error| error.fault().unwrap_or_else(|| internal(service, &error));
    let Resolved { target: named, mut questions } = performer.resolve(view, call).await.map_err(fault)?;
    let mut denied = None;
    for question in &mut questions {
        let judgement = judge(&call.caller, &call.origin, question);
        if !judgement.decision.is_allowed() && denied.is_none() {
            denied = Some(judgement.denial(&call.caller, question));
        }
        draft.decided(question, &judgement);
    }
    match (named, denied) {
        (Some(named), None) if !questions.is_empty() => {
            performer.run(view, Permit::mint(call, named)).await.map_err(fault)
        }
        (_, denied) => {
            let message = denied.unwrap_or_else(|| {
                format!(
                    "User: {} is not authorized to perform: {}:{}",
                    call.caller.arn(),
                    service.id,
                    O::SCHEMA.name
                )
            });
            Err(Fault::common(service, CommonFault::AccessDenied, message))
        }
    }
}

fn validated<I: Shape>(service: &Service, document: Document) -> Result<I, Fault> {
    aws_model::validate(I::SCHEMA, &document)
        .map_err(|error| Fault::common(service, CommonFault::Validation, error.to_string()))?;
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
