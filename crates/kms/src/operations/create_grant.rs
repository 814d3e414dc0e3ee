use std::collections::{BTreeMap, BTreeSet};

use aws_model::kms::{CreateGrant, CreateGrantRequest, CreateGrantResponse, GrantOperation};
use envelope::KeyLocator;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::cryptography::end_dry_run;
use crate::grants::{self, Constraints, GrantId, GrantRecord, KeyGrants, Party};
use crate::key::Key;
use crate::locate::{Named, Takes};
use crate::state::Needs;
use crate::{Error, Kms, authorize};

/// The grant to be made, and its key. Its id counts if the same request did not make it before.
pub struct Proposal {
    key: Key,
    grant: GrantRecord,
}

/// Lets a principal use a key. Whoever may do so by a grant alone can pass on no more than that grant gives.
impl Guarded<CreateGrant> for Kms {
    type Target = Proposal;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<CreateGrantRequest>,
    ) -> Result<Resolved<Proposal>, Error> {
        let terms = Terms::read(&call.input)?;
        self.tokens.check(view, call.input.grant_tokens.as_deref()).await?;
        let found = self.locate::<Key, _>(view, call, &call.input.key_id, Takes::AnyKey).await?;
        let Resolved { target, mut questions } =
            found.ask("kms:CreateGrant", call, authorize::add_grant_is_for_aws_resource);
        let Some(Named { key, .. }) = target else { return Ok(Resolved { target: None, questions }) };
        let grant = terms.of(key.locator().clone(), GrantId::random(self.random.as_ref())?, call);
        for question in &mut questions {
            authorize::add_grant(&mut question.context, &grant);
            let passes_on = |parent: &GrantRecord| parent.is_parent_of(&grant);
            question.grant =
                grants::of_caller(view.tx().await?, key.locator(), &call.caller, passes_on).await?;
        }
        Ok(Resolved { target: Some(Proposal { key, grant }), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, CreateGrant, Proposal>,
    ) -> Result<CreateGrantResponse, Error> {
        let dry_run = permit.input().dry_run;
        let now = permit.origin().at;
        let Proposal { key, mut grant } = permit.into_target();
        key.check(Needs::Grantable, now)?;
        check_operations(&key, &grant)?;
        grant.bound = self.bind_parties(view, &grant).await?;
        let before = grant.made_before(view.tx().await?).await?;
        end_dry_run(dry_run)?;
        match before {
            Some(id) => grant.id = id,
            None => KeyGrants::add(view.tx().await?, &grant).await?,
        }
        let token = self.tokens.seal(&(grant.key, grant.id.clone()), self.random.as_ref())?;
        Ok(CreateGrantResponse { grant_id: Some(grant.id.to_string()), grant_token: Some(token) })
    }
}

/// What a request says of the grant.
struct Terms {
    grantee: Party,
    retiring: Option<Party>,
    operations: BTreeSet<GrantOperation>,
    constraints: Constraints,
}

impl Terms {
    fn read(input: &CreateGrantRequest) -> Result<Self, Error> {
        let constraints = Constraints::read(input.constraints.as_ref())?;
        let grantee = party(
            ["GranteePrincipal", "GranteeServicePrincipal"],
            input.grantee_principal.as_deref(),
            input.grantee_service_principal.as_deref(),
        )?;
        let retiring = party(
            ["RetiringPrincipal", "RetiringServicePrincipal"],
            input.retiring_principal.as_deref(),
            input.retiring_service_principal.as_deref(),
        )?;
        let Some(grantee) = grantee else {
            return Err(Error::invalid(
                "You must specify either GranteePrincipal or GranteeServicePrincipal.",
            ));
        };
        if matches!(grantee, Party::Service(_)) && (constraints.source_arn.is_none() || retiring.is_none()) {
            return Err(Error::invalid(
                "A grant with a GranteeServicePrincipal needs a SourceArn constraint, and a RetiringPrincipal or a \
                 RetiringServicePrincipal.",
            ));
        }
        let operations: BTreeSet<_> = input.operations.iter().copied().collect();
        if operations.is_empty() {
            return Err(Error::invalid("Operations must name at least one operation."));
        }
        if operations.iter().all(|operation| *operation == GrantOperation::CreateGrant) {
            return Err(Error::invalid("Grants must not contain only the CreateGrant operation."));
        }
        constraints.check(operations.iter().copied())?;
        Ok(Self { grantee, retiring, operations, constraints })
    }

    fn of(self, key: KeyLocator, id: GrantId, call: &Call<CreateGrantRequest>) -> GrantRecord {
        let Self { grantee, retiring, operations, constraints } = self;
        GrantRecord {
            key,
            id,
            name: call.input.name.clone(),
            grantee,
            retiring,
            bound: BTreeMap::new(),
            operations,
            constraints,
            issuing_account: call.caller.account,
            created: call.origin.at,
        }
    }
}

fn party(
    [principal_name, service_name]: [&str; 2],
    principal: Option<&str>,
    service: Option<&str>,
) -> Result<Option<Party>, Error> {
    match (principal, service) {
        (Some(arn), None) => {
            grants::parse_principal(arn)?;
            Ok(Some(Party::Principal(arn.to_owned())))
        }
        (None, Some(service)) => Ok(Some(Party::Service(service.to_owned()))),
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(Error::invalid(format!(
            "You can specify either {principal_name} or {service_name}, but not both."
        ))),
    }
}

/// Whether the key can do what the grant is to allow.
fn check_operations(key: &Key, grant: &GrantRecord) -> Result<(), Error> {
    let of_every_key =
        [GrantOperation::CreateGrant, GrantOperation::RetireGrant, GrantOperation::DescribeKey];
    let supported = key.record.spec.grant_operations(key.record.usage);
    let unsupported = grant
        .operations
        .iter()
        .find(|operation| !of_every_key.contains(operation) && !supported.contains(operation));
    match unsupported {
        None => Ok(()),
        Some(operation) => Err(Error::invalid(format!(
            "The {operation} operation is not supported by a key with key spec {}.",
            key.record.spec.as_str()
        ))),
    }
}
