//! Data keys from KMS, by the alias of the tenant's key.
//!
//! What goes into messages is what the AWS KMS keyring of the AWS Encryption SDK writes: provider `aws-kms` and the ARN of the key. So that keyring
//! reads them where the caller may use the key by its ARN. This one decrypts with `KeyId = alias` instead: the article's policies
//! allow only that, and KMS then refuses data keys of another tenant's key by itself.

use std::sync::Arc;

use aws_sdk_kms::config::{BehaviorVersion, IdentityCache};
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::DataKeySpec;
use encryption_sdk_message::{EncryptedDataKey, EncryptionContext, Header};
use secret::{SecretArray, SecretBytes};
use tenant_id::TenantId;

use crate::error::{Failure, failure};
use crate::identity::Scope;
use crate::session::{Session, Sessions};
use crate::{Error, Options};

/// What the AWS Encryption SDK calls KMS.
const PROVIDER: &str = "aws-kms";
/// The bytes that `Decrypt` takes: <https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html>.
const CIPHERTEXT_LENGTHS: std::ops::RangeInclusive<usize> = 1..=6144;

pub(crate) struct Keyring {
    pub(crate) sessions: Arc<Sessions>,
    /// One for all tenants, so that they share connections: each request brings the credentials of its session.
    kms: aws_sdk_kms::Client,
    /// `arn:aws:kms:eu-west-1:111122223333:` before the name of an alias, or nothing.
    alias_prefix: String,
}

impl Keyring {
    pub(crate) fn new(config: &aws_types::SdkConfig, options: &Options) -> Result<Self, Error> {
        let partition = options
            .role_arn
            .strip_prefix("arn:")
            .and_then(|rest| rest.split_once(":iam::"))
            .map(|(partition, _)| partition)
            .ok_or_else(|| {
                Error::invalid("the role has no ARN: give one as arn:aws:iam::111122223333:role/NAME")
            })?;
        let region = config.region().ok_or_else(|| {
            Error::invalid("the configuration has no Region: set one, for instance with AWS_REGION")
        })?;
        let alias_prefix = match &options.key_account {
            Some(account) => format!("arn:{partition}:kms:{region}:{account}:"),
            None => String::new(),
        };
        let version = config.behavior_version().unwrap_or_else(BehaviorVersion::latest);
        let config = config.clone().into_builder().behavior_version(version).build();
        let sessions = Arc::new(Sessions::new(&config, options));
        // A cache of identities would keep every session for ever.
        let kms = aws_sdk_kms::config::Builder::from(&config).identity_cache(IdentityCache::no_cache());
        Ok(Self { sessions, kms: aws_sdk_kms::Client::from_conf(kms.build()), alias_prefix })
    }

    /// A new data key: one KMS request.
    pub(crate) async fn generate(
        &self,
        scope: &Scope,
        context: &EncryptionContext,
    ) -> Result<(SecretArray<32>, EncryptedDataKey), Error> {
        let mut renewed = false;
        let answer = loop {
            let session = self.sessions.get(scope).await?;
            let request = self.kms.generate_data_key().key_id(self.key_id(&scope.tenant));
            let request = request.key_spec(DataKeySpec::Aes256);
            let request = request.set_encryption_context(Some(context.clone().into_iter().collect()));
            match Box::pin(request.customize().config_override(session.signing()).send()).await {
                Ok(answer) => break answer,
                Err(error) => {
                    self.renew(scope, &session, failure(&scope.tenant, &error), &mut renewed).await?
                }
            }
        };
        let (Some(key), Some(arn), Some(ciphertext)) =
            (data_key(answer.plaintext), answer.key_id, answer.ciphertext_blob)
        else {
            return Err(Error::Unavailable { detail: "KMS answered without a data key".to_owned() });
        };
        let encrypted = EncryptedDataKey {
            provider_id: PROVIDER.to_owned(),
            provider_info: arn.into_bytes(),
            ciphertext: ciphertext.into_inner(),
        };
        Ok((key, encrypted))
    }

    /// The data key of a message: one KMS request, or one for each data key until one decrypts.
    pub(crate) async fn decrypt(&self, scope: &Scope, header: &Header) -> Result<SecretArray<32>, Error> {
        let context = header.context();
        let mut first_refusal = None;
        for encrypted in header.encrypted_data_keys() {
            // KMS would call another length a wrong request.
            if encrypted.provider_id != PROVIDER || !CIPHERTEXT_LENGTHS.contains(&encrypted.ciphertext.len())
            {
                continue;
            }
            match self.decrypt_one(scope, &encrypted, &context).await {
                Err(error @ (Error::WrongTenant { .. } | Error::Tampered { .. })) => {
                    first_refusal.get_or_insert(error);
                }
                other => return other,
            }
        }
        Err(first_refusal.unwrap_or_else(|| Error::tampered("none of its data keys is encrypted by KMS")))
    }

    async fn decrypt_one(
        &self,
        scope: &Scope,
        encrypted: &EncryptedDataKey,
        context: &EncryptionContext,
    ) -> Result<SecretArray<32>, Error> {
        let mut renewed = false;
        let answer = loop {
            let session = self.sessions.get(scope).await?;
            let request = self.kms.decrypt().key_id(self.key_id(&scope.tenant));
            let request = request.ciphertext_blob(Blob::new(encrypted.ciphertext.as_slice()));
            let request = request.set_encryption_context(Some(context.clone().into_iter().collect()));
            match Box::pin(request.customize().config_override(session.signing()).send()).await {
                Ok(answer) => break answer,
                Err(error) => {
                    self.renew(scope, &session, failure(&scope.tenant, &error), &mut renewed).await?
                }
            }
        };
        let used = answer.key_id.unwrap_or_default();
        // A replica of a multi-Region key has another Region in its ARN.
        if resource(used.as_bytes()) != resource(&encrypted.provider_info) {
            return Err(Error::tampered("its header names another key than the one that decrypts it"));
        }
        data_key(answer.plaintext).ok_or_else(|| Error::tampered("its data key has not 256 bits"))
    }

    /// Throws the session away when the service calls it over, so that the request is made once more. Any other failure ends the call.
    async fn renew(
        &self,
        scope: &Scope,
        session: &Arc<Session>,
        failure: Failure,
        renewed: &mut bool,
    ) -> Result<(), Error> {
        match failure {
            Failure::Expired(_) if !std::mem::replace(renewed, true) => {
                self.sessions.forget(scope, session).await;
                Ok(())
            }
            other => Err(other.into()),
        }
    }

    fn key_id(&self, tenant: &TenantId) -> String {
        format!("{}{}", self.alias_prefix, tenant.alias())
    }
}

fn data_key(plaintext: Option<Blob>) -> Option<SecretArray<32>> {
    let plaintext = SecretBytes::new(plaintext?.into_inner());
    SecretArray::copy_of(plaintext.expose())
}

fn resource(arn: &[u8]) -> Option<&[u8]> {
    arn.rsplit(|byte| *byte == b':').next()
}
