//! AssumeRoleWithSAML: a response of a SAML identity provider in the place of a signature.
//!
//! Sources: STS API Reference, "AssumeRoleWithSAML"; IAM User Guide, "Configure SAML assertions for the authentication response" and
//! "Available keys for SAML-based AWS STS federation"; CloudTrail User Guide, "userIdentity element".

use std::collections::BTreeMap;

use audit_event::{IdentityType, UserIdentity};
use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use aws_model::sts;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clock::Timestamp;
use gate::{Call, Caller, Claimed, Effect, Guarded, Origin, Permit, Resolved, View};
use iam_policy::{Context, Principal};
use saml::{Assertion, Claims, ConditionValue};

use super::assume_role::{Assumption, Passed, Wanted, role_arn};
use super::federated;
use crate::records::{Entity, SamlProvider};
use crate::saml_identities::ProviderName;
use crate::session_policies::SessionPolicies;
use crate::session_token::Federation;
use crate::{Error, Iam};

/// What is to be assumed, and by whom.
pub struct SamlAssumption {
    assumption: Assumption,
    proven: Proven,
}

/// A verified assertion, and what it says to AWS.
struct Proven {
    provider: ProviderName,
    assertion: Assertion,
    claims: Claims,
}

impl Guarded<sts::AssumeRoleWithSAML> for Iam {
    type Target = SamlAssumption;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;
    const RECORDS_RESPONSE: bool = true;
    const PROVEN_BY_INPUT: bool = true;

    async fn prove(
        &self,
        input: &sts::AssumeRoleWithSAMLRequest,
        origin: &Origin,
    ) -> Result<Option<Caller>, Error> {
        let proven = self.proven(input, origin).await?;
        let membership = self.membership_of(proven.provider.account).await?;
        let (qualifier, subject) = (proven.name_qualifier(), &proven.assertion.name_id().value);
        let user_id = format!("{qualifier}:{subject}");
        let mut identity = UserIdentity::new(IdentityType::SamlUser);
        identity.principal_id = Some(user_id.as_str().into());
        identity.user_name = Some(subject.as_str().into());
        identity.identity_provider = Some(qualifier.as_str().into());
        let Proven { provider, .. } = &proven;
        Ok(Some(federated::caller(proven.provider_arn(), provider.account, user_id, identity, membership)))
    }

    async fn claimed(&self, input: &sts::AssumeRoleWithSAMLRequest) -> Result<Option<Claimed>, Error> {
        federated::claimed(self, &input.role_arn).await
    }

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::AssumeRoleWithSAMLRequest>,
    ) -> Result<Resolved<SamlAssumption>, Error> {
        let input = &call.input;
        let proven = self.proven(input, &call.origin).await?;
        let (account, arn) = role_arn(&input.role_arn)?;
        // A role of the provider's account, which the assertion names together with the provider, and the caller whom this provider vouched for.
        let provider_arn = proven.provider_arn();
        let may = account == proven.provider.account
            && proven.names(&input.role_arn)
            && matches!(&call.caller.principal, Principal::Federated { provider } if *provider == provider_arn);
        if !may {
            return Err(Error::NotInAssertion);
        }
        let passed = passed(input, &proven.claims)?;
        let name = arn.resource().rsplit('/').next().unwrap_or_default();
        let role = self.ready_role(account, name).await?.filter(|role| role.arn == arn);
        let session_name = &proven.claims.role_session_name;
        let mut context = passed.context(session_name, role.as_deref().map(|ready| &ready.role));
        proven.insert_keys(&mut context);
        if let Some(seconds) = input.duration_seconds {
            context.insert("sts:DurationSeconds", seconds.to_string());
        }
        let questions =
            passed.questions("sts:AssumeRoleWithSAML", role.as_deref(), (account, &arn), &context);
        let target = role.map(|role| SamlAssumption { assumption: Assumption { role, passed }, proven });
        Ok(Resolved { target, questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, sts::AssumeRoleWithSAML, SamlAssumption>,
    ) -> Result<sts::AssumeRoleWithSAMLResponse, Error> {
        let (input, issued) = (permit.input(), permit.origin().at);
        let SamlAssumption { assumption, proven } = permit.into_target();
        let longest = i32::try_from(assumption.role.role.max_session_duration).unwrap_or(i32::MAX);
        let duration = match input.duration_seconds {
            // Too long for the role, which is said where sessions begin.
            Some(asked) if asked > longest => asked,
            asked => proven.duration(asked, issued),
        };
        let wanted = Wanted {
            name: &proven.claims.role_session_name,
            duration: Some(duration),
            min_token: input.minimum_session_token_size,
            chained: false,
            federation: Some(proven.federation()),
        };
        let begun = self.begin(assumption, wanted, issued).await?;
        let name_id = proven.assertion.name_id();
        Ok(sts::AssumeRoleWithSAMLResponse {
            assumed_role_user: Some(begun.user),
            audience: Some(proven.assertion.recipient().to_owned()),
            credentials: Some(begun.credentials),
            issuer: Some(proven.assertion.issuer().to_owned()),
            name_qualifier: Some(proven.name_qualifier()),
            packed_policy_size: begun.packed_policy_size,
            session_token_size: begun.token_size,
            session_token_utilization: None,
            source_identity: begun.source_identity,
            subject: Some(name_id.value.clone()),
            subject_type: name_id.subject_type().map(str::to_owned),
        })
    }
}

impl Iam {
    /// Verified at each step, since the provider may have changed in between; it costs less than a signature.
    async fn proven(&self, input: &sts::AssumeRoleWithSAMLRequest, origin: &Origin) -> Result<Proven, Error> {
        let provider = ProviderName::of_arn(&input.principal_arn)?;
        let response = input.saml_assertion.expose();
        let assertion = self.saml_identities.verify(&provider, response, &origin.region, origin.at).await?;
        let claims = assertion.claims()?;
        Ok(Proven { provider, assertion, claims })
    }
}

const DEFAULT_DURATION: i32 = 3600;

impl Proven {
    fn provider_arn(&self) -> String {
        SamlProvider::arn_of(self.provider.account, "/", &self.provider.name)
    }

    /// Whether the assertion maps its user to this role, through this provider.
    fn names(&self, role_arn: &str) -> bool {
        let provider = self.provider_arn();
        self.claims.roles.iter().any(|role| role.role_arn == role_arn && role.provider_arn == provider)
    }

    /// BASE64(SHA1(issuer, account id, "/", provider's name)): with the subject, it names a user once for ever.
    fn name_qualifier(&self) -> String {
        let ProviderName { account, name } = &self.provider;
        let text = format!("{}{account}/{name}", self.assertion.issuer());
        STANDARD.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, text.as_bytes()))
    }

    fn insert_keys(&self, context: &mut Context) {
        for (key, value) in self.assertion.condition_keys() {
            match value {
                ConditionValue::One(value) => context.insert(key, value),
                ConditionValue::Many(values) => context.insert_many(key, values),
            }
        }
        context.insert("saml:doc", format!("{}/{}", self.provider.account, self.provider.name));
        context.insert("saml:namequalifier", self.name_qualifier());
        context.insert("aws:FederatedProvider", self.provider_arn());
    }

    /// The three keys that AWS has in every request of the session.
    fn federation(&self) -> Federation {
        let name_id = self.assertion.name_id();
        let mut keys = BTreeMap::from([
            ("saml:sub".to_owned(), name_id.value.clone()),
            ("saml:namequalifier".to_owned(), self.name_qualifier()),
        ]);
        if let Some(subject_type) = name_id.subject_type() {
            keys.insert("saml:sub_type".to_owned(), subject_type.to_owned());
        }
        Federation::keeping(self.provider_arn(), keys)
    }

    /// In seconds: what is asked for, but no longer than the assertion's SessionDuration and the end of the user's session at the identity provider.
    fn duration(&self, asked: Option<i32>, now: Timestamp) -> i32 {
        let seconds = |duration: std::time::Duration| i32::try_from(duration.as_secs()).unwrap_or(i32::MAX);
        let limits = [
            self.claims.session_duration.map(seconds),
            self.assertion.session_not_on_or_after().map(|end| seconds(end.since(now))),
        ];
        limits.into_iter().flatten().fold(asked.unwrap_or(DEFAULT_DURATION), i32::min)
    }
}

/// What request and assertion bring for the session.
fn passed(input: &sts::AssumeRoleWithSAMLRequest, claims: &Claims) -> Result<Passed, Error> {
    let tags = claims.principal_tags.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let source_identity = claims.source_identity.clone();
    federated::passed(
        SessionPolicies::passed(input.policy.as_deref(), input.policy_arns.as_deref())?,
        tags,
        &claims.transitive_tag_keys,
        source_identity,
        MALFORMED_TAGS,
    )
}

const MALFORMED_TAGS: &str = "The tags of the assertion must have keys of 1 to 128 and values of up to 256 letters, digits, spaces and _ . : / = + - @.";
