use aws_model::kms::{GrantOperation, RetireGrant, RetireGrantRequest, RetireGrantResponse};
use gate::{Call, Caller, Effect, GrantRef, Guarded, Permit, Resolved, View};

use super::cryptography::end_dry_run;
use crate::authorize::{about_hidden, about_key};
use crate::grants::{self, GrantRecord, KeyGrants};
use crate::key::Key;
use crate::locate::{Found, Named, Takes};
use crate::{Error, Kms};

const ACTION: &str = "kms:RetireGrant";

/// Ends a grant, by those whom the grant itself lets end it.
impl Guarded<RetireGrant> for Kms {
    type Target = GrantRecord;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<RetireGrantRequest>,
    ) -> Result<Resolved<GrantRecord>, Error> {
        let RetireGrantRequest { grant_id, grant_token, key_id, .. } = &call.input;
        let (key, grant) = match (grant_token, key_id, grant_id) {
            (Some(token), None, None) => {
                let reference = self.tokens.open(token)?;
                let key = if reference.0.region == call.origin.region {
                    self.key_at::<Key>(view, call, &reference.0).await?
                } else {
                    None
                };
                let grant = view.tx().await?.get::<GrantRecord>(&reference).await?;
                key.zip(grant).ok_or(Error::InvalidGrantToken)?
            }
            (None, Some(key_id), Some(grant_id)) => {
                let id = grant_id.parse()?;
                let key = match self.locate::<Key, _>(view, call, key_id, Takes::AnyKey).await? {
                    Found::Here(Named { key, .. }) => key,
                    Found::Hidden { arn, owner } => return Ok(hidden(arn, owner, &call.caller)),
                };
                let reference = (key.locator().clone(), id);
                match view.tx().await?.get::<GrantRecord>(&reference).await? {
                    Some(grant) => (key, grant),
                    None if key.locator().account == call.caller.account => {
                        return Err(Error::NoSuchGrant(reference.1));
                    }
                    None => return Ok(hidden(key.arn, reference.0.account, &call.caller)),
                }
            }
            _ => {
                return Err(Error::invalid(
                    "You must specify either a grant token, or a grant ID and the key ARN.",
                ));
            }
        };
        let mut question = about_key(ACTION, &key, &call.caller);
        // The grant decides; a key policy has no say in it.
        question.resource_policy = None;
        question.grant = right_to_retire(&grant, &call.caller);
        Ok(Resolved::one(grant, question))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, RetireGrant, GrantRecord>,
    ) -> Result<RetireGrantResponse, Error> {
        end_dry_run(permit.input().dry_run)?;
        let grant = permit.into_target();
        let key = grant.key.clone();
        KeyGrants::remove(view.tx().await?, &key, &[grant]).await?;
        Ok(RetireGrantResponse {})
    }
}

fn hidden(arn: String, owner: arn::AccountId, caller: &Caller) -> Resolved<GrantRecord> {
    Resolved { target: None, questions: vec![about_hidden(ACTION, arn, owner, caller)] }
}

/// By what the caller may retire the grant: as the retiring principal, as the grantee of a grant that includes RetireGrant, or as the
/// account that issued it or owns the key. An account's users need its permission, as always when a grant names an account.
///
/// Source: Developer Guide, "Retiring and revoking grants".
fn right_to_retire(grant: &GrantRecord, caller: &Caller) -> Option<GrantRef> {
    let grantee =
        grant.operations.contains(&GrantOperation::RetireGrant).then(|| grant.grantee.principal()).flatten();
    let retiring = grant.retiring.as_ref().and_then(|retiring| retiring.principal());
    let [grantee, retiring] = [grantee, retiring].map(|name| name.filter(|name| grant.means(name, caller)));
    let accounts = [grant.issuing_account, grant.key.account].map(|account| account.root_arn());
    let entitled = || grantee.into_iter().chain(retiring).chain(accounts.iter().map(String::as_str));
    let name = grants::names_of(&caller.principal)
        .into_iter()
        .find(|name| entitled().any(|entitled| entitled == name))?;
    Some(GrantRef { name: grant.called(), grantee: name })
}
