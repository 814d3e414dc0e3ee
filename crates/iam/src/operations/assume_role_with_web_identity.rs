//! AssumeRoleWithWebIdentity: a token of an identity provider in the place of a signature.
//!
//! Sources: STS API Reference, "AssumeRoleWithWebIdentity"; IAM User Guide, "Pass session tags in AWS STS" and "IAM and AWS STS condition
//! context keys", section "Available keys for AWS OIDC federation".

use std::collections::BTreeMap;

use arn::AccountId;
use audit_event::{IdentityType, UserIdentity};
use aws_model::sts;
use gate::{Call, Caller, Claimed, Effect, Guarded, Origin, Permit, Resolved, View};
use iam_policy::{Context, Principal};
use web_identity::{Claims, Token};

use super::assume_role::{Assumption, Passed, Wanted, role_arn};
use super::federated;
use crate::error::unsupported;
use crate::records::{Entity, OidcProvider};
use crate::session_policies::SessionPolicies;
use crate::session_token::Federation;
use crate::{Error, Iam};

impl Guarded<sts::AssumeRoleWithWebIdentity> for Iam {
    type Target = Assumption;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;
    const RECORDS_RESPONSE: bool = true;
    const PROVEN_BY_INPUT: bool = true;

    async fn prove(
        &self,
        input: &sts::AssumeRoleWithWebIdentityRequest,
        origin: &Origin,
    ) -> Result<Option<Caller>, Error> {
        // An account takes the tokens of its own providers only, so the role says whose they must be.
        let (account, _) = role_arn(&input.role_arn)?;
        let token = Token::parse(input.web_identity_token.expose())?;
        let claims = token.unverified();
        let issuer = issuer(claims)?;
        let provider = self.web_identities.provider(account, issuer).await?;
        let provider = provider.ok_or_else(|| Error::no_identity_provider(&claims.issuer))?;
        if !provider.client_ids.contains(audience(claims)?) {
            return Err(Error::WrongAudience);
        }
        claims.check_time(origin.at)?;
        self.web_identities.verify(&provider, &token, origin.at).await?;
        let membership = self.membership_of(account).await?;
        let provider = provider.arn();
        let user_id = format!("{provider}:{}:{}", audience(claims)?, claims.subject);
        let mut identity = UserIdentity::new(IdentityType::WebIdentityUser);
        identity.principal_id = Some(user_id.as_str().into());
        identity.user_name = Some(claims.subject.as_str().into());
        identity.identity_provider = Some(provider.as_str().into());
        Ok(Some(federated::caller(provider, account, user_id, identity, membership)))
    }

    async fn claimed(&self, input: &sts::AssumeRoleWithWebIdentityRequest) -> Result<Option<Claimed>, Error> {
        federated::claimed(self, &input.role_arn).await
    }

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::AssumeRoleWithWebIdentityRequest>,
    ) -> Result<Resolved<Assumption>, Error> {
        let input = &call.input;
        let (account, arn) = role_arn(&input.role_arn)?;
        // The same token has proven who calls; see `prove`.
        let token = Token::parse(input.web_identity_token.expose())?;
        let claims = token.unverified();
        let federation = Federation::of(account, claims)?;
        let passed = passed(input, claims)?;
        let name = arn.resource().rsplit('/').next().unwrap_or_default();
        let role = self.ready_role(account, name).await?.filter(|role| role.arn == arn);
        let mut context = passed.context(&input.role_session_name, role.as_deref().map(|ready| &ready.role));
        insert_claims(&mut context, claims)?;
        context.insert("aws:FederatedProvider", federation.provider.clone());
        let questions =
            passed.questions("sts:AssumeRoleWithWebIdentity", role.as_deref(), (account, &arn), &context);
        let is_provider = |provider: &String| *provider == federation.provider;
        let proven =
            matches!(&call.caller.principal, Principal::Federated { provider } if is_provider(provider));
        let target = role.filter(|_| proven).map(|role| Assumption { role, passed });
        Ok(Resolved { target, questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, sts::AssumeRoleWithWebIdentity, Assumption>,
    ) -> Result<sts::AssumeRoleWithWebIdentityResponse, Error> {
        let (input, issued) = (permit.input(), permit.origin().at);
        let token = Token::parse(input.web_identity_token.expose())?;
        let claims = token.unverified();
        let federation = Federation::of(permit.caller().account, claims)?;
        let (audience, subject) = (audience(claims)?.to_owned(), claims.subject.clone());
        let provider = federation.provider.clone();
        let wanted = Wanted {
            name: &input.role_session_name,
            duration: input.duration_seconds,
            min_token: input.minimum_session_token_size,
            chained: false,
            federation: Some(federation),
        };
        let begun = self.begin(permit.into_target(), wanted, issued).await?;
        Ok(sts::AssumeRoleWithWebIdentityResponse {
            assumed_role_user: Some(begun.user),
            audience: Some(audience),
            credentials: Some(begun.credentials),
            packed_policy_size: begun.packed_policy_size,
            provider: Some(provider),
            session_token_size: begun.token_size,
            session_token_utilization: None,
            source_identity: begun.source_identity,
            subject_from_web_identity_token: Some(subject),
        })
    }
}

impl Federation {
    fn of(account: AccountId, claims: &Claims) -> Result<Self, Error> {
        let issuer = issuer(claims)?;
        let keys = BTreeMap::from([
            (format!("{issuer}:aud"), audience(claims)?.to_owned()),
            (format!("{issuer}:sub"), claims.subject.clone()),
        ]);
        Ok(Self::keeping(OidcProvider::arn_of(account, "/", issuer), keys))
    }
}

/// Host and path.
fn issuer(claims: &Claims) -> Result<&str, Error> {
    claims.issuer.strip_prefix("https://").ok_or_else(|| Error::no_identity_provider(&claims.issuer))
}

/// For whom the token is: `azp` when it is there, as AWS has it; otherwise the audience, of which there must be one then.
fn audience(claims: &Claims) -> Result<&str, Error> {
    match (&claims.authorized_party, claims.audiences.as_slice()) {
        (Some(party), _) => Ok(party),
        (None, [one]) => Ok(one),
        (None, _) => Err(Error::WrongAudience),
    }
}

/// What the token says, as condition keys of its issuer.
fn insert_claims(context: &mut Context, claims: &Claims) -> Result<(), Error> {
    let issuer = issuer(claims)?;
    for (name, value) in &claims.texts {
        context.insert(format!("{issuer}:{name}"), value.clone());
    }
    context.insert(format!("{issuer}:sub"), claims.subject.clone());
    context.insert(format!("{issuer}:aud"), audience(claims)?.to_owned());
    if claims.authorized_party.is_some() {
        match claims.audiences.as_slice() {
            [one] => context.insert(format!("{issuer}:oaud"), one.clone()),
            all => context.insert_many(format!("{issuer}:oaud"), all.to_vec()),
        }
    }
    context.insert_many(format!("{issuer}:amr"), claims.methods.clone());
    Ok(())
}

/// What request and token bring for the session.
fn passed(input: &sts::AssumeRoleWithWebIdentityRequest, claims: &Claims) -> Result<Passed, Error> {
    unsupported("ProviderId", &input.provider_id)?;
    let tags = claims.tags.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let source_identity = claims.source_identity.clone();
    let policies = SessionPolicies::passed(input.policy.as_deref(), input.policy_arns.as_deref())?;
    let passed =
        federated::passed(policies, tags, &claims.transitive_tag_keys, source_identity, MALFORMED_TAGS)?;
    if passed.source_identity.as_deref().is_some_and(|identity| !is_source_identity(identity)) {
        return Err(Error::validation(
            "The source identity of the token must have 2 to 64 letters, digits and _ + = , . @ -, and not begin with aws:.",
        ));
    }
    Ok(passed)
}

const MALFORMED_TAGS: &str = "The tags of the token must have keys of 1 to 128 and values of up to 256 letters, digits, spaces and _ . : / = + - @.";

fn is_source_identity(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
    (2..=64).contains(&text.len()) && text.bytes().all(is_allowed)
}
