//! Calls of IAM and CloudTrail through the SDK's runtime, without their generated clients: those take longer to compile than KMS, STS and the
//! runtime together, for six operations.

use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_runtime::auth::sigv4::{SCHEME_ID, SigV4AuthScheme};
use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime_api::client::auth::static_resolver::StaticAuthSchemeOptionResolver;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeOptionResolverParams, SharedAuthScheme, SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::identity::SharedIdentityResolver;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::Layer;
use aws_smithy_types::retry::RetryConfig;
use aws_types::SigningName;
use aws_types::region::{Region, SigningRegion};
use aws_types::service_config::ServiceConfigKey;
use serde_json::Value;

use crate::patience::patiently;
use crate::{Connection, Error};

/// A service that is called so.
struct Service {
    /// What signatures and error messages call it.
    name: &'static str,
    /// What the AWS CLI's configuration calls it.
    id: &'static str,
    content_type: &'static str,
    /// One endpoint for all regions, with signatures for this one.
    global: Option<&'static str>,
}

const IAM: Service = Service {
    name: "iam",
    id: "iam",
    content_type: "application/x-www-form-urlencoded",
    global: Some("us-east-1"),
};
const CLOUD_TRAIL: Service = Service {
    name: "cloudtrail",
    id: "cloudtrail",
    content_type: "application/x-amz-json-1.1",
    global: None,
};

/// An answer, whatever its status.
#[derive(Debug)]
struct Answer {
    success: bool,
    body: Vec<u8>,
}

/// What is sent.
#[derive(Debug)]
struct Request {
    target: Option<String>,
    body: String,
}

/// The runtime wants an error type; every answer is an [`Answer`], so there is none.
#[derive(Debug, thiserror::Error)]
#[error("no answer")]
struct Never;

impl Connection {
    /// An operation of IAM: parameters in, nothing that matters out.
    pub(crate) async fn iam(
        &self,
        operation: &'static str,
        parameters: &[(&str, &str)],
    ) -> Result<(), Error> {
        let mut form = format!("Action={operation}&Version=2010-05-08");
        for (name, value) in parameters {
            form.push_str(&format!("&{name}={}", encoded(value)));
        }
        let answer = patiently(|| async {
            let answer = self.plain(&IAM, operation, None, form.clone()).await?;
            if answer.success { Ok(()) } else { Err(xml_error(operation, &answer.body)) }
        });
        answer.await
    }

    /// An operation of CloudTrail.
    pub(crate) async fn cloud_trail(&self, operation: &'static str, input: &Value) -> Result<Value, Error> {
        let target = format!("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.{operation}");
        let answer = patiently(|| async {
            let answer = self.plain(&CLOUD_TRAIL, operation, Some(target.clone()), input.to_string()).await?;
            let body: Value = serde_json::from_slice(&answer.body)
                .map_err(|_| Error::NoAnswer { operation, reason: "the answer is no JSON".to_owned() })?;
            if answer.success { Ok(body) } else { Err(json_error(operation, &body)) }
        });
        answer.await
    }

    async fn plain(
        &self,
        service: &'static Service,
        operation: &'static str,
        target: Option<String>,
        body: String,
    ) -> Result<Answer, Error> {
        let unfit = |what: &str| Error::Settings(format!("{what} for {operation}"));
        let credentials =
            self.config.credentials_provider().ok_or_else(|| unfit("there are no credentials"))?;
        let http = self.config.http_client().ok_or_else(|| unfit("there is no HTTP client"))?;
        let region = service.global.map_or_else(|| self.region.clone(), str::to_owned);

        let mut layer = Layer::new("plain call");
        layer.store_put(AuthSchemeOptionResolverParams::new(()));
        layer.store_put(SigV4OperationSigningConfig {
            region: Some(SigningRegion::from(Region::new(region))),
            name: Some(SigningName::from_static(service.name)),
            ..Default::default()
        });
        let mut parts = RuntimeComponentsBuilder::new("plain call");
        parts.set_auth_scheme_option_resolver(Some(SharedAuthSchemeOptionResolver::new(
            StaticAuthSchemeOptionResolver::new(vec![SCHEME_ID]),
        )));
        parts.push_auth_scheme(SharedAuthScheme::new(SigV4AuthScheme::new()));
        parts.set_identity_resolver(SCHEME_ID, SharedIdentityResolver::new(credentials));
        parts.set_identity_cache(Some(IdentityCache::no_cache()));

        let content_type = service.content_type;
        let operation_call = Operation::builder()
            .service_name(service.name)
            .operation_name(operation)
            .http_client(http)
            .endpoint_url(&self.endpoint(service))
            .standard_retry(&RetryConfig::standard())
            .serializer(move |request: Request| {
                let mut http = http::Request::post("/").header("content-type", content_type);
                if let Some(target) = request.target {
                    http = http.header("x-amz-target", target);
                }
                Ok(HttpRequest::try_from(http.body(SdkBody::from(request.body))?)?)
            })
            .deserializer(|response: &HttpResponse| {
                let body = response.body().bytes().unwrap_or_default().to_vec();
                Ok::<_, OrchestratorError<Never>>(Answer { success: response.status().is_success(), body })
            })
            .runtime_plugin(
                StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(parts),
            )
            .build();
        let reason = |error: &dyn std::error::Error| crate::error::with_causes(error);
        let answer = operation_call.invoke(Request { target, body }).await;
        answer.map_err(|error| Error::NoAnswer { operation, reason: reason(&error) })
    }

    /// As for the SDK's own clients: the environment and the profile may name an endpoint for one service.
    fn endpoint(&self, service: &Service) -> String {
        let own = self.config.service_config().and_then(|settings| {
            let key = ServiceConfigKey::builder()
                .service_id(service.id)
                .env("AWS_ENDPOINT_URL")
                .profile("endpoint_url")
                .build()
                .ok()?;
            settings.load_config(key)
        });
        own.or_else(|| self.config.endpoint_url().map(str::to_owned)).unwrap_or_else(|| {
            match service.global {
                Some(_) => format!("https://{}.amazonaws.com", service.name),
                None => format!("https://{}.{}.amazonaws.com", service.name, self.region),
            }
        })
    }
}

/// Percent-encoding of a form's value: all but what RFC 3986 leaves unreserved.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn xml_error(operation: &'static str, body: &[u8]) -> Error {
    let text = String::from_utf8_lossy(body);
    let found = roxmltree::Document::parse(&text).ok().and_then(|document| {
        let text = |name: &str| {
            let node =
                document.descendants().find(|node| node.has_tag_name(name) || node.tag_name().name() == name);
            node.and_then(|node| node.text()).map(str::to_owned)
        };
        Some((text("Code")?, text("Message").unwrap_or_default()))
    });
    match found {
        Some((code, message)) => Error::Refused { operation, code, message },
        None => Error::NoAnswer { operation, reason: "the answer is no XML of AWS".to_owned() },
    }
}

fn json_error(operation: &'static str, body: &Value) -> Error {
    let text = |names: [&str; 2]| {
        let found = names.iter().find_map(|name| body.get(name).and_then(Value::as_str));
        found.unwrap_or_default().to_owned()
    };
    let code = text(["__type", "code"]);
    // Older services write `namespace#Code`.
    let code = code.rsplit('#').next().unwrap_or_default().to_owned();
    Error::Refused { operation, code, message: text(["message", "Message"]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_forms() {
        assert_eq!(encoded("a b&c=ü~"), "a%20b%26c%3D%C3%BC~");
    }

    #[test]
    fn errors_of_both_protocols() {
        let xml =
            br#"<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type>
            <Code>NoSuchEntity</Code><Message>not there</Message></Error></ErrorResponse>"#;
        let shown = "X was refused: NoSuchEntity: not there";
        assert_eq!(xml_error("X", xml).to_string(), shown);
        let json = serde_json::json!({"__type": "ns#NoSuchEntity", "message": "not there"});
        assert_eq!(json_error("X", &json).to_string(), shown);
        assert!(matches!(xml_error("X", b"<html>"), Error::NoAnswer { .. }));
    }
}
