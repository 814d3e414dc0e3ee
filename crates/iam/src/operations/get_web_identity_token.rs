//! GetWebIdentityToken: a token of OpenID Connect that says to a service elsewhere who the caller is.
//!
//! Sources: STS API Reference, "GetWebIdentityToken"; IAM User Guide, "Understanding token claims" and "Controlling access with IAM policies"
//! (of outbound identity federation).

use std::time::Duration;

use aws_model::sts;
use clock::Timestamp;
use gate::{Call, Caller, Effect, Guarded, Origin, Permit, Question, Resolved, View};
use iam_policy::Principal;
use serde_json::{Map, Value, json};

use super::callable::check_kind;
use crate::records::{TokenAlgorithm, TokenIssuer};
use crate::tags::{self, Tags};
use crate::token_issuers::CLAIMS;
use crate::{Error, Iam, unique_id};

const DEFAULT_SECONDS: u64 = 300;
/// The most bytes of claims. AWS says that there is a limit, and not which.
const MAX_CLAIMS: usize = 10_240;

/// What the token is to be.
pub struct Wanted {
    algorithm: TokenAlgorithm,
    seconds: u64,
    tags: Tags,
}

impl Guarded<sts::GetWebIdentityToken> for Iam {
    type Target = Wanted;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;
    const RECORDS_RESPONSE: bool = true;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::GetWebIdentityTokenRequest>,
    ) -> Result<Resolved<Wanted>, Error> {
        check_kind("GetWebIdentityToken", &call.caller)?;
        let wanted = Wanted::read(&call.input)?;
        let ask = |action| {
            let mut question = Question::new(action, "*", call.caller.account);
            let context = &mut question.context;
            context.insert_many("sts:IdentityTokenAudience", call.input.audience.clone());
            context.insert("sts:DurationSeconds", wanted.seconds.to_string());
            context.insert("sts:SigningAlgorithm", wanted.algorithm.name());
            tags::insert_request_tags(context, &wanted.tags);
            question
        };
        let mut questions = vec![ask("sts:GetWebIdentityToken")];
        if !wanted.tags.is_empty() {
            questions.push(ask("sts:TagGetWebIdentityToken"));
        }
        Ok(Resolved { target: Some(wanted), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, sts::GetWebIdentityToken, Wanted>,
    ) -> Result<sts::GetWebIdentityTokenResponse, Error> {
        let (input, caller, origin) = (permit.input(), permit.caller(), permit.origin());
        let wanted = permit.target();
        let issuer = TokenIssuer::of(view.tx().await?, caller.account).await?;
        let issuer = issuer.filter(|issuer| issuer.enabled).ok_or(Error::NoTokens)?;
        let issued = origin.at.truncated_to_secs();
        let expires = issued.plus(Duration::from_secs(wanted.seconds));
        if caller.session.as_ref().is_some_and(|session| expires > session.expires_at) {
            return Err(Error::BeyondSession);
        }
        let audience = match input.audience.as_slice() {
            [one] => json!(one),
            all => json!(all),
        };
        let claims = json!({
            "iss": self.token_issuers.url(&issuer),
            "sub": subject(caller),
            "aud": audience,
            "iat": issued.secs(),
            "exp": expires.secs(),
            "jti": unique_id::token_id(&*self.random)?,
            CLAIMS: about(caller, origin, &wanted.tags),
        })
        .to_string();
        if claims.len() > MAX_CLAIMS {
            return Err(Error::TokenTooLarge);
        }
        let token = self.token_issuers.sign(&issuer, wanted.algorithm, &claims, issued).await?;
        Ok(sts::GetWebIdentityTokenResponse { expiration: Some(expires), web_identity_token: Some(token) })
    }
}

impl Wanted {
    fn read(input: &sts::GetWebIdentityTokenRequest) -> Result<Self, Error> {
        let named = |algorithm: &TokenAlgorithm| algorithm.name() == input.signing_algorithm;
        let algorithm = TokenAlgorithm::ALL.into_iter().find(named).ok_or_else(|| {
            Error::validation(
                "1 validation error detected: Value at 'signingAlgorithm' failed to satisfy constraint: Member must satisfy enum value \
                 set: [RS256, ES384]",
            )
        })?;
        let seconds = input.duration_seconds.and_then(|seconds| u64::try_from(seconds).ok());
        let pairs = input.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str()));
        let tags = tags::checked(pairs).map_err(Error::InvalidParameterValue)?;
        Ok(Self { algorithm, seconds: seconds.unwrap_or(DEFAULT_SECONDS), tags })
    }
}

/// The ARN of the user or role; a session is its role's.
fn subject(caller: &Caller) -> &str {
    match &caller.principal {
        Principal::AssumedRole { role_arn, .. } => role_arn.as_str(),
        _ => caller.arn(),
    }
}

/// What AWS tells of the caller beside the claims of RFC 7519. Nothing is told that there is not.
fn about(caller: &Caller, origin: &Origin, tags: &Tags) -> Value {
    let text = |text: &str| Some(json!(text));
    let pairs = |pairs: &[(String, String)]| -> Option<Value> {
        let map: Map<String, Value> = pairs.iter().map(|(key, value)| (key.clone(), json!(value))).collect();
        (!map.is_empty()).then_some(Value::Object(map))
    };
    let session = caller.session.as_ref();
    let end = session.map(|session| session.expires_at).map(Timestamp::to_iso8601);
    let federated = session.and_then(|session| session.federated.as_ref());
    let source_identity = session.and_then(|session| session.source_identity.as_deref());
    let request_tags: Vec<_> = tags.clone().into_iter().collect();
    let claims = [
        ("aws_account", text(caller.account.as_str())),
        ("source_region", text(origin.region.as_str())),
        ("principal_id", text(caller.arn())),
        ("org_id", caller.membership.organization_id.as_deref().and_then(text)),
        ("ou_path", caller.membership.path.as_deref().and_then(text)),
        ("principal_tags", pairs(&caller.tags)),
        ("original_session_exp", end.as_deref().and_then(text)),
        ("federated_provider", federated.and_then(|federated| text(&federated.provider))),
        ("source_identity", source_identity.and_then(text)),
        ("request_tags", pairs(&request_tags)),
    ];
    let there = claims.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(there.collect())
}
