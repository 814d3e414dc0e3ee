//! The operations of the XKS proxy API, as the port has them.

use std::sync::Arc;

use aws_model::Operation;
use aws_model::xks::{
    CiphertextDataIntegrityValueAlgorithm, Decrypt, DecryptRequest, Encrypt, EncryptRequest,
    EncryptionAlgorithm, GetHealthStatus, GetHealthStatusRequest, GetHealthStatusResponse, GetKeyMetadata,
    GetKeyMetadataRequest, HealthRequestMetadata, HealthStatus, KeyMetadataRequestMetadata, KeyStatus,
    SERVICE,
};
use aws_wire::xks;
use clock::Clock;
use key_store::{
    BoxFuture, Error, KeySpec, KeyStore, RequestMetadata, Sealed, StoreKey, StoreKeyId, check_lengths,
};
use secret::{SecretBytes, SecretString};
use sigv4::{Credentials, RequestHead};

use crate::failure::{of_refusal, of_transport, printable};
use crate::transport::Transport;

/// The most bytes of `ciphertextMetadata`. Source: XKS proxy API specification, "Encrypt".
const MAX_METADATA: usize = 20;

/// Who calls when nobody called KMS. Source: XKS proxy API specification, "GetKeyMetadata", `awsPrincipalArn`.
const NOBODY: &str = "AWS Internal";

/// What requests to one proxy are signed with.
pub(crate) struct Credential {
    pub access_key_id: String,
    pub secret_access_key: SecretString,
    /// The region that calls.
    pub region: String,
}

/// One XKS proxy.
pub(crate) struct Proxy {
    transport: Transport,
    uri_path: String,
    credential: Credential,
    clock: Arc<dyn Clock>,
}

/// What a proxy says of itself.
pub(crate) struct Health(GetHealthStatusResponse);

impl Health {
    /// Whether some key manager can be used.
    pub fn is_available(&self) -> bool {
        self.0.ekm_fleet_details.iter().any(|member| member.health_status != HealthStatus::Unavailable)
    }
}

impl Proxy {
    pub fn new(
        transport: Transport,
        uri_path: String,
        credential: Credential,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { transport, uri_path, credential, clock }
    }

    pub async fn health(&self, request: &RequestMetadata) -> Result<Health, Error> {
        let request_metadata = HealthRequestMetadata {
            kms_operation: request.operation.clone(),
            kms_request_id: request.request_id.clone(),
        };
        self.call::<GetHealthStatus>(GetHealthStatusRequest { request_metadata }).await.map(Health)
    }

    async fn call<O: Operation>(&self, input: O::Input) -> Result<O::Output, Error> {
        let xks::Request { path, body } =
            xks::request::<O>(&self.uri_path, input).map_err(|error| Error::Internal(error.to_string()))?;
        let signature = self.sign(&path, &body)?;
        let answer = self.transport.post(&path, &signature, &body).await.map_err(of_transport)?;
        xks::answer::<O>(answer.status, answer.body.expose()).map_err(of_refusal)
    }

    /// The headers that sign a request: over `host` and `x-amz-date` alone, as the specification has it.
    fn sign(&self, path: &str, body: &SecretBytes) -> Result<Vec<(&'static str, String)>, Error> {
        let headers = [("host", self.transport.host().as_bytes())];
        let head = RequestHead { method: "POST", path, query: "", headers: &headers };
        let Credential { access_key_id, secret_access_key, region } = &self.credential;
        let credentials = Credentials { access_key_id, secret_access_key, session_token: None };
        let hash = sigv4::sha256(body.expose());
        sigv4::sign(&head, &hash, &credentials, region, SERVICE.signing_name, self.clock.now())
            .map_err(|error| Error::Internal(error.to_string()))
    }
}

impl KeyStore for Proxy {
    fn check<'a>(&'a self, request: &'a RequestMetadata) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            if self.health(request).await?.is_available() {
                return Ok(());
            }
            Err(Error::Unreachable("its proxy says that all its key managers are unavailable".to_owned()))
        })
    }

    fn create_key<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<StoreKeyId, Error>> {
        Box::pin(async { Err(Error::Unsupported("make keys")) })
    }

    fn describe_key<'a>(
        &'a self,
        key: &'a StoreKeyId,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<StoreKey, Error>> {
        Box::pin(async move {
            let input = GetKeyMetadataRequest {
                external_key_id: key.to_string(),
                request_metadata: KeyMetadataRequestMetadata {
                    aws_principal_arn: principal(request),
                    aws_source_vpc: None,
                    aws_source_vpce: None,
                    kms_key_arn: request.key_arn.clone(),
                    kms_operation: request.operation.clone(),
                    kms_request_id: request.request_id.clone(),
                    kms_via_service: None,
                },
            };
            let found = self.call::<GetKeyMetadata>(input).await?;
            let can = |usage: &str| found.key_usage.iter().any(|given| given == usage);
            Ok(StoreKey {
                spec: match found.key_spec.as_str() {
                    "AES_256" => KeySpec::Aes256,
                    other => KeySpec::Other(printable(other)),
                },
                encrypts: can("ENCRYPT"),
                decrypts: can("DECRYPT"),
                enabled: found.key_status == KeyStatus::Enabled,
            })
        })
    }

    fn destroy_key<'a>(&'a self, _: &'a StoreKeyId) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async { Err(Error::Unsupported("destroy keys")) })
    }

    fn encrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        plaintext: &'a [u8],
        aad: &'a [u8],
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Sealed, Error>> {
        Box::pin(async move {
            check_lengths(plaintext, aad)?;
            let input = EncryptRequest {
                additional_authenticated_data: (!aad.is_empty()).then(|| aad.to_vec()),
                ciphertext_data_integrity_value_algorithm: Some(
                    CiphertextDataIntegrityValueAlgorithm::Sha256,
                ),
                encryption_algorithm: EncryptionAlgorithm::AesGcm,
                external_key_id: key.to_string(),
                plaintext: SecretBytes::copy_of(plaintext),
                request_metadata: metadata(request),
            };
            let answer = self.call::<Encrypt>(input).await?;
            let wrong = |what: &str| Err(Error::InvalidResponse(what.to_owned()));
            if answer.ciphertext.len() != plaintext.len() {
                return wrong("the ciphertext is not as long as the plaintext");
            }
            match &answer.ciphertext_data_integrity_value {
                Some(value) if *value == xks::data_integrity_value(aad, &answer) => {}
                Some(_) => {
                    return wrong("the ciphertext was changed on its way (ciphertextDataIntegrityValue)");
                }
                None => return wrong("it has no ciphertextDataIntegrityValue"),
            }
            let metadata = answer.ciphertext_metadata.unwrap_or_default();
            if metadata.len() > MAX_METADATA {
                return wrong("the ciphertextMetadata is longer than 20 bytes");
            }
            Sealed::new(answer.initialization_vector, &answer.authentication_tag, metadata, answer.ciphertext)
                .map_err(|error| Error::InvalidResponse(error.to_string()))
        })
    }

    fn decrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        sealed: &'a Sealed,
        aad: &'a [u8],
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<SecretBytes, Error>> {
        Box::pin(async move {
            check_lengths(&[], aad)?;
            // No proxy can have made it; it would find the request invalid.
            if sealed.metadata().len() > MAX_METADATA {
                return Err(Error::InvalidCiphertext);
            }
            let input = DecryptRequest {
                additional_authenticated_data: (!aad.is_empty()).then(|| aad.to_vec()),
                authentication_tag: sealed.tag().to_vec(),
                ciphertext: sealed.ciphertext().to_vec(),
                ciphertext_metadata: (!sealed.metadata().is_empty()).then(|| sealed.metadata().to_vec()),
                encryption_algorithm: EncryptionAlgorithm::AesGcm,
                external_key_id: key.to_string(),
                initialization_vector: sealed.iv().to_vec(),
                request_metadata: metadata(request),
            };
            let plaintext = self.call::<Decrypt>(input).await?.plaintext;
            if plaintext.len() == sealed.ciphertext().len() {
                return Ok(plaintext);
            }
            Err(Error::InvalidResponse("the plaintext is not as long as the ciphertext".to_owned()))
        })
    }

    fn random(&self, _: usize) -> BoxFuture<'_, Result<SecretBytes, Error>> {
        Box::pin(async { Err(Error::Unsupported("give random bytes")) })
    }
}

fn principal(request: &RequestMetadata) -> String {
    request.principal_arn.clone().unwrap_or_else(|| NOBODY.to_owned())
}

fn metadata(request: &RequestMetadata) -> aws_model::xks::RequestMetadata {
    aws_model::xks::RequestMetadata {
        aws_principal_arn: principal(request),
        aws_source_vpc: None,
        aws_source_vpce: None,
        kms_key_arn: request.key_arn.clone().unwrap_or_default(),
        kms_operation: request.operation.clone(),
        kms_request_id: request.request_id.clone(),
        kms_via_service: None,
    }
}
