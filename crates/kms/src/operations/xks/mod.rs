//! The operations of the XKS proxy API: symmetric keys of Lodge as the external keys of another key management service.
//!
//! Source: AWS, "External Key Store Proxy API Specification", version 1. The questions are those of the KMS API, so that the key policy decides, and the
//! caller is the IAM user whom the credential of the external key store belongs to. Whom the other service acted for stands in the request's
//! metadata: policies may ask for it under the condition keys `xks:...`, and the audit record has it.

use std::sync::Arc;

use aws_model::kms::{EncryptionAlgorithmSpec, GrantOperation};
use clock::Timestamp;
use envelope::{BackingKey, EncryptionContext, KeyId, KeyLocator};
use gate::{Bound, Call, Endpoint, Guarded, Resolved, View};
use iam_policy::Context;
use key_algorithms::KeyUsage;

use crate::authorize;
use crate::grants::Ask;
use crate::key::{Key, ReadyKey};
use crate::locate::{Found, Load, Named};
use crate::origin::KeyOrigin;
use crate::spec::KeySpec;
use crate::{Error, Kms};

mod decrypt;
mod encrypt;
mod error;
mod get_health_status;
mod get_key_metadata;

use error::XksError;

/// The table of operations of the XKS proxy API, bound to the service.
pub fn xks_endpoints(kms: &Arc<Kms>) -> Vec<Box<dyn Endpoint>> {
    use aws_model::xks;
    vec![
        bound::<xks::Decrypt>(kms),
        bound::<xks::Encrypt>(kms),
        bound::<xks::GetHealthStatus>(kms),
        bound::<xks::GetKeyMetadata>(kms),
    ]
}

fn bound<O: aws_model::Operation<Input: Sync>>(kms: &Arc<Kms>) -> Box<dyn Endpoint>
where
    Kms: Guarded<O>,
{
    Bound::<Kms, O>::endpoint(kms)
}

/// An external key to be used.
pub struct ExternalKey {
    ready: Arc<ReadyKey>,
    operation: &'static str,
    at: Timestamp,
}

impl ExternalKey {
    /// The key that a request names, and the question whether the caller may use it so.
    async fn find<I: Sync>(
        kms: &Kms,
        view: &mut View,
        call: &Call<I>,
        named: &Asked<'_>,
    ) -> Result<Resolved<Self>, XksError> {
        let Resolved { target, questions } = named.key::<Arc<ReadyKey>, I>(kms, view, call).await?;
        let operation = named.action.trim_start_matches("kms:");
        let external = |named: Named<Arc<ReadyKey>>| Self { ready: named.key, operation, at: call.origin.at };
        Ok(Resolved { target: target.map(external), questions })
    }

    /// Whether it can be used now.
    fn check(&self) -> Result<(), XksError> {
        let key = &self.ready.key;
        self.ready.check_usage(KeyUsage::EncryptDecrypt, self.operation, self.at)?;
        if is_external(key) { Ok(()) } else { Err(XksError::NotExternal(key.arn.clone())) }
    }

    fn id(&self) -> KeyId {
        self.ready.key.locator().key_id
    }

    fn materials(&self) -> impl Iterator<Item = &BackingKey> {
        let ids = self.ready.key.record.materials.iter().rev().map(|material| &material.id);
        ids.filter_map(|id| self.ready.material(id))
    }
}

/// Whether a key can be an external key of somebody: a symmetric encryption key whose material is here.
fn is_external(key: &Key) -> bool {
    let record = &key.record;
    record.spec == KeySpec::SymmetricDefault
        && matches!(record.origin, KeyOrigin::AwsKms | KeyOrigin::External)
}

/// How a request says that a key is to be used, and for whom.
struct Asked<'a> {
    action: &'static str,
    operation: GrantOperation,
    external_key_id: &'a str,
    requester: Requester<'a>,
}

/// Whom the other service acted for, as it says.
struct Requester<'a> {
    principal_arn: &'a str,
    key_arn: Option<&'a str>,
    operation: &'a str,
    via_service: Option<&'a str>,
    source_vpc: Option<&'a str>,
    source_vpce: Option<&'a str>,
}

impl Asked<'_> {
    /// External key ids are the ids of the keys of the caller's account, in the region of the request.
    async fn key<K: Load, I: Sync>(
        &self,
        kms: &Kms,
        view: &mut View,
        call: &Call<I>,
    ) -> Result<Resolved<Named<K>>, XksError> {
        let no_such_key = || XksError::NoSuchKey(self.external_key_id.to_owned());
        let key_id: KeyId = self.external_key_id.parse().map_err(|_| no_such_key())?;
        let region = call.origin.region.clone();
        let locator = KeyLocator { account: call.caller.account, region, key_id };
        let key = kms.key_at::<K>(view, call, &locator).await?.ok_or_else(no_such_key)?;
        let found = Found::Here(Named { key, alias: None, foreign_alias: None });
        let none = EncryptionContext::default();
        let mut resolved = found.ask(self.action, call, |context| {
            if self.operation != GrantOperation::DescribeKey {
                authorize::add_encryption(context, EncryptionAlgorithmSpec::SymmetricDefault, &none);
            }
            self.requester.add(context);
        });
        let context = (self.operation != GrantOperation::DescribeKey).then_some(&none);
        kms.add_grant(view, call, &mut resolved, &Ask { operation: self.operation, context }).await?;
        Ok(resolved)
    }
}

impl Requester<'_> {
    fn add(&self, context: &mut Context) {
        context.insert("xks:AwsPrincipalArn", self.principal_arn.to_owned());
        context.insert("xks:KmsOperation", self.operation.to_owned());
        for (name, value) in [
            ("xks:KmsKeyArn", self.key_arn),
            ("xks:KmsViaService", self.via_service),
            ("xks:AwsSourceVpc", self.source_vpc),
            ("xks:AwsSourceVpce", self.source_vpce),
        ] {
            if let Some(value) = value {
                context.insert(name, value.to_owned());
            }
        }
    }
}

/// The metadata of requests to encrypt and decrypt.
impl<'a> From<&'a aws_model::xks::RequestMetadata> for Requester<'a> {
    fn from(metadata: &'a aws_model::xks::RequestMetadata) -> Self {
        Self {
            principal_arn: &metadata.aws_principal_arn,
            key_arn: Some(&metadata.kms_key_arn),
            operation: &metadata.kms_operation,
            via_service: metadata.kms_via_service.as_deref(),
            source_vpc: metadata.aws_source_vpc.as_deref(),
            source_vpce: metadata.aws_source_vpce.as_deref(),
        }
    }
}

/// The metadata of requests to describe a key.
impl<'a> From<&'a aws_model::xks::KeyMetadataRequestMetadata> for Requester<'a> {
    fn from(metadata: &'a aws_model::xks::KeyMetadataRequestMetadata) -> Self {
        Self {
            principal_arn: &metadata.aws_principal_arn,
            key_arn: metadata.kms_key_arn.as_deref(),
            operation: &metadata.kms_operation,
            via_service: metadata.kms_via_service.as_deref(),
            source_vpc: metadata.aws_source_vpc.as_deref(),
            source_vpce: metadata.aws_source_vpce.as_deref(),
        }
    }
}

impl From<store::Error> for XksError {
    fn from(error: store::Error) -> Self {
        Self::Kms(Error::Store(error))
    }
}
