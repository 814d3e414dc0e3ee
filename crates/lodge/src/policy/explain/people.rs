//! Who called, from the record and from the store.

use std::sync::Arc;

use anyhow::{Context, Result, bail};
use arn::{AccountId, Arn};
use audit_event::{Event, IdentityType, UserIdentity};
use gate::{Caller, CallerKeys, Federated, Membership, Session};
use iam_policy::{Policy, Principal};

use crate::policy::stored::Stored;

/// A policy by the name that explanations give it.
pub type NamedPolicy = (String, Arc<Policy>);

/// The root, user or role behind an identity as it is now, by its unique id and whatever it is called; `None` when it is gone.
pub fn present_id(identity: &UserIdentity) -> Option<&str> {
    let issuer = identity.session_context.as_ref().and_then(|context| context.session_issuer.as_ref());
    let id = issuer.and_then(|issuer| issuer.principal_id.as_deref()).or(identity.principal_id.as_deref())?;
    Some(id.split_once(':').map_or(id, |(id, _)| id))
}

/// The name of the user or role behind an identity, as it was then.
pub fn name(identity: &UserIdentity) -> Option<&str> {
    let issuer = identity.session_context.as_ref().and_then(|context| context.session_issuer.as_ref());
    issuer.and_then(|issuer| issuer.user_name.as_deref()).or(identity.user_name.as_deref())
}

/// See [`present_id`]. Nobody calls from a closed account.
pub async fn present(stored: &Stored, identity: &UserIdentity) -> Result<Option<Caller>> {
    let (Some(id), Some(account)) = (present_id(identity), identity.account_id) else { return Ok(None) };
    if !stored.inventory.accounts().await?.contains(&account) {
        return Ok(None);
    }
    let callers = stored.inventory.callers(account).await?;
    Ok(callers.into_iter().find(|caller| caller.principal_id() == id && !caller.membership.closed))
}

/// Whether the caller is nobody here: somebody with a token of an identity provider.
pub fn is_federated(identity: &UserIdentity) -> bool {
    matches!(identity.identity_type, IdentityType::SamlUser | IdentityType::WebIdentityUser)
}

/// The caller with the identity policies, boundary and session policies of that time. Tags are left to the record. Who is nobody here is in the
/// account of the role, `owner`.
pub fn then(
    event: &Event,
    owner: AccountId,
    (identity_policies, boundary, session): (Vec<NamedPolicy>, Option<NamedPolicy>, Vec<NamedPolicy>),
    membership: Arc<Membership>,
) -> Result<Caller> {
    let identity = &event.user_identity;
    Ok(Caller {
        account: identity.account_id.unwrap_or(owner),
        principal: if is_federated(identity) { federated(event) } else { principal(identity)? },
        access_key_id: identity.access_key_id.as_deref().unwrap_or_default().to_owned(),
        user_id: identity.principal_id.as_deref().unwrap_or_default().to_owned(),
        identity: identity.clone(),
        tags: Vec::new(),
        identity_policies,
        boundary,
        session: self::session(identity, session),
        membership,
        keys: CallerKeys::default(),
    })
}

/// The caller as it is now, in the session of the record, which has these policies and tags.
pub fn now(
    identity: &UserIdentity,
    present: &Caller,
    policies: Vec<NamedPolicy>,
    tags: &[(String, String)],
) -> Result<Caller> {
    let Some(session) = session(identity, policies) else {
        return Ok(Caller { identity: identity.clone(), ..present.clone() });
    };
    let is_overridden = |tag: &str| tags.iter().any(|(passed, _)| passed.eq_ignore_ascii_case(tag));
    let own = present.tags.iter().filter(|(tag, _)| !is_overridden(tag));
    let user_id = identity.principal_id.as_deref().map(str::to_owned);
    Ok(Caller {
        principal: principal(identity)?,
        user_id: user_id.unwrap_or_else(|| present.user_id.clone()),
        identity: identity.clone(),
        tags: own.chain(tags).cloned().collect(),
        session: Some(session),
        ..present.clone()
    })
}

/// The identity of a SAML subject names its provider by a digest, and the request by its ARN.
fn federated(event: &Event) -> Principal {
    let asked = event.request_parameters.as_ref().map(audit_event::Document::to_value);
    let asked = asked.as_ref().and_then(|asked| asked.get("principalArn")?.as_str());
    let provider = asked.or(event.user_identity.identity_provider.as_deref()).unwrap_or_default();
    Principal::Federated { provider: provider.to_owned() }
}

fn principal(identity: &UserIdentity) -> Result<Principal> {
    let arn = |text: Option<&str>| -> Result<Arn> {
        text.context("the record does not tell the caller's ARN")?
            .parse()
            .context("the record's ARN of the caller")
    };
    let own = || arn(identity.arn.as_deref());
    let issuer = || {
        let context = identity.session_context.as_ref();
        arn(context.and_then(|context| context.session_issuer.as_ref()?.arn.as_deref()))
    };
    let account = || identity.account_id.context("the record does not tell the caller's account");
    Ok(match &identity.identity_type {
        IdentityType::Root => Principal::Root { account: account()? },
        IdentityType::IamUser => Principal::User { account: account()?, arn: own()? },
        IdentityType::AssumedRole => {
            Principal::AssumedRole { account: account()?, role_arn: issuer()?, session_arn: own()? }
        }
        IdentityType::FederatedUser => {
            Principal::FederatedUser { account: account()?, user_arn: issuer()?, session_arn: own()? }
        }
        other => bail!("a caller of the type {other:?} cannot be judged again"),
    })
}

fn session(identity: &UserIdentity, policies: Vec<NamedPolicy>) -> Option<Session> {
    let context = identity.session_context.as_ref()?;
    let attributes = context.attributes.as_ref()?;
    let issued_at = attributes.creation_date;
    let federated = context.web_id_federation_data.as_ref().and_then(|data| {
        let keys = data.attributes.as_ref().map(audit_event::Document::to_value);
        let keys = keys.as_ref().and_then(serde_json::Value::as_object).into_iter().flatten();
        let text =
            |(key, value): (&String, &serde_json::Value)| Some((key.clone(), value.as_str()?.to_owned()));
        Some(Federated {
            provider: data.federated_provider.as_deref()?.to_owned(),
            keys: keys.filter_map(text).collect(),
        })
    });
    Some(Session {
        issued_at,
        // Not asked: the call was in time.
        expires_at: issued_at,
        issuer_id: present_id(identity).map(str::to_owned),
        // Only sessions of GetSessionToken have one, shown when they began.
        mfa_at: attributes.mfa_authenticated.then_some(issued_at),
        is_assumed_root: context.assumed_root == Some(true),
        policies,
        source_identity: context.source_identity.as_deref().map(str::to_owned),
        tags: Vec::new(),
        transitive_tag_keys: Vec::new(),
        federated,
    })
}
