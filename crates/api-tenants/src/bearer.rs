//! Tokens of OpenID Connect providers in the place of signatures.
//!
//! A token counts for what AssumeRoleWithWebIdentity makes of it: the door has the session made, through the gate and on record, and signs the
//! request with it. From there on it is a call like any other.

use std::sync::Arc;

use arn::Region;
use aws_model::sts::{
    AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse, Credentials, errors as sts,
};
use aws_model::tenants::{SERVICE, errors};
use aws_model::{ErrorCode, Shape};
use gate::{Endpoint, Fault, Gate};
use http::header::AUTHORIZATION;
use http_server::Request;
use secret::SecretString;

/// The role whose session the token is for: its ARN.
pub(crate) const ROLE: &str = "x-lodge-role-arn";

/// The name of the sessions, which stands in the record of each call.
const SESSION_NAME: &str = "tenants-api";

/// The shortest there is: each request has its own.
const DURATION: i32 = 900;

/// The token that a request comes with.
pub(crate) fn token(request: &Request) -> Option<SecretString> {
    let (scheme, token) = request.header(AUTHORIZATION.as_str())?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| SecretString::new(token.trim().to_owned()))
}

/// The same request, signed with a session of the role that it names. `assume` is the operation AssumeRoleWithWebIdentity.
pub(crate) async fn signed(
    request: &Request,
    token: SecretString,
    gate: &Arc<Gate>,
    assume: &Arc<dyn Endpoint>,
    region: Region,
) -> Result<Request, Fault> {
    let role_arn = request.header(ROLE).ok_or_else(|| {
        unauthenticated(format!(
            "A token says who you are: name the role to act as, by its ARN, in the header {ROLE}."
        ))
    })?;
    let input = AssumeRoleWithWebIdentityRequest {
        role_arn: role_arn.to_owned(),
        role_session_name: SESSION_NAME.to_owned(),
        web_identity_token: token,
        duration_seconds: Some(DURATION),
        policy: None,
        policy_arns: None,
        provider_id: None,
        minimum_session_token_size: None,
    };
    let answer = request.call_unsigned(gate, assume, region.clone(), input.into_document()).await;
    let answer = answer.map_err(|fault| told(&fault))?;
    let session =
        AssumeRoleWithWebIdentityResponse::from_document(answer).ok().and_then(|answer| answer.credentials);
    let Credentials { access_key_id, secret_access_key, session_token, .. } =
        session.ok_or_else(|| Fault::internal(&SERVICE))?;
    let credentials = sigv4::Credentials {
        access_key_id: &access_key_id,
        secret_access_key: &secret_access_key,
        session_token: Some(&session_token),
    };
    request
        .signed_with(&credentials, &region, SERVICE.signing_name, gate.now())
        .map_err(|error| Fault::signature(&SERVICE, &error))
}

/// What STS said, in the words of this API.
fn told(fault: &Fault) -> Fault {
    let says_no: [&ErrorCode; 3] = [
        &sts::INVALID_IDENTITY_TOKEN_EXCEPTION,
        &sts::EXPIRED_TOKEN_EXCEPTION,
        &sts::IDP_REJECTED_CLAIM_EXCEPTION,
    ];
    let code = match fault.code.status {
        _ if says_no.contains(&fault.code) => &errors::UNAUTHENTICATED_EXCEPTION,
        403 => &errors::ACCESS_DENIED_EXCEPTION,
        500.. => &errors::SERVICE_UNAVAILABLE_EXCEPTION,
        _ => &errors::VALIDATION_EXCEPTION,
    };
    Fault::new(code, fault.message.clone())
}

fn unauthenticated(message: String) -> Fault {
    Fault::new(&errors::UNAUTHENTICATED_EXCEPTION, message)
}
