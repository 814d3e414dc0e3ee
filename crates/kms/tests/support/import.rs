//! Keys with imported material.

use aws_model::kms::{
    CreateKey, CreateKeyRequest, DeleteImportedKeyMaterial, DeleteImportedKeyMaterialRequest,
    DeleteImportedKeyMaterialResponse, DescribeKey, DescribeKeyRequest, GetParametersForImport,
    GetParametersForImportRequest, GetParametersForImportResponse, ImportKeyMaterial,
    ImportKeyMaterialRequest, ImportKeyMaterialResponse, IncludeKeyMaterial, KeyMetadata, ListKeyRotations,
    ListKeyRotationsRequest, OriginType, RotationsListEntry,
};
use gate::Fault;
use key_algorithms::{EncryptionAlgorithm, KeySpec, PublicKey, WrappingAlgorithm, key_wrap};

use super::{ACCOUNT, World, create_key, create_key_of, root};

pub const OAEP: &str = "RSAES_OAEP_SHA_256";
pub const AES: &str = "RSA_AES_KEY_WRAP_SHA_256";

/// What GetParametersForImport answered, and what was asked.
pub struct Parameters {
    pub public_key: Vec<u8>,
    pub token: Vec<u8>,
    algorithm: WrappingAlgorithm,
    spec: KeySpec,
}

impl Parameters {
    pub fn read(answer: GetParametersForImportResponse, algorithm: &str, spec: &str) -> Self {
        Self {
            public_key: answer.public_key.unwrap().expose().to_vec(),
            token: answer.import_token.unwrap(),
            algorithm: WrappingAlgorithm::parse(algorithm).unwrap(),
            spec: KeySpec::parse(spec).unwrap(),
        }
    }

    /// Wraps material as its owner would.
    pub fn wrap(&self, material: &[u8]) -> Vec<u8> {
        let key = PublicKey::from_spki_der(self.spec, &self.public_key).unwrap();
        let both = |oaep| {
            let aes = [0x5a; 32];
            let mut wrapped = key.encrypt(oaep, &aes).unwrap();
            wrapped.extend(key_wrap::wrap_with_padding(&aes, material).unwrap());
            wrapped
        };
        match self.algorithm {
            WrappingAlgorithm::RsaesOaepSha1 => {
                key.encrypt(EncryptionAlgorithm::RsaesOaepSha1, material).unwrap()
            }
            WrappingAlgorithm::RsaesOaepSha256 => {
                key.encrypt(EncryptionAlgorithm::RsaesOaepSha256, material).unwrap()
            }
            WrappingAlgorithm::RsaAesKeyWrapSha1 => both(EncryptionAlgorithm::RsaesOaepSha1),
            WrappingAlgorithm::RsaAesKeyWrapSha256 => both(EncryptionAlgorithm::RsaesOaepSha256),
        }
    }

    /// The request that brings `material`, which does not expire.
    pub fn request(&self, key_id: &str, material: &[u8]) -> ImportKeyMaterialRequest {
        ImportKeyMaterialRequest {
            encrypted_key_material: self.wrap(material),
            expiration_model: Some(aws_model::kms::ExpirationModelType::KeyMaterialDoesNotExpire),
            import_token: self.token.clone(),
            import_type: None,
            key_id: key_id.to_owned(),
            key_material_description: None,
            key_material_id: None,
            valid_to: None,
        }
    }
}

impl World {
    /// A symmetric key that waits for its material.
    pub async fn external_key(&self) -> String {
        self.make_external(create_key()).await
    }

    pub async fn external_key_of(&self, spec: &str, usage: &str) -> String {
        self.make_external(create_key_of(spec, usage)).await
    }

    async fn make_external(&self, request: CreateKeyRequest) -> String {
        let request = CreateKeyRequest { origin: Some(OriginType::External), ..request };
        self.call::<CreateKey>(&root(ACCOUNT), request).await.unwrap().key_metadata.unwrap().key_id
    }

    pub async fn parameters_for(
        &self,
        key_id: &str,
        algorithm: &str,
        spec: &str,
    ) -> Result<GetParametersForImportResponse, Fault> {
        let input = GetParametersForImportRequest {
            key_id: key_id.to_owned(),
            wrapping_algorithm: algorithm.parse().unwrap(),
            wrapping_key_spec: spec.parse().unwrap(),
        };
        self.call::<GetParametersForImport>(&root(ACCOUNT), input).await
    }

    pub async fn parameters_with(&self, key_id: &str, algorithm: &str, spec: &str) -> Parameters {
        Parameters::read(self.parameters_for(key_id, algorithm, spec).await.unwrap(), algorithm, spec)
    }

    pub async fn parameters(&self, key_id: &str) -> Parameters {
        self.parameters_with(key_id, OAEP, "RSA_2048").await
    }

    pub async fn import(&self, input: ImportKeyMaterialRequest) -> Result<ImportKeyMaterialResponse, Fault> {
        self.call::<ImportKeyMaterial>(&root(ACCOUNT), input).await
    }

    pub async fn delete_material(
        &self,
        key_id: &str,
        id: Option<&str>,
    ) -> Result<DeleteImportedKeyMaterialResponse, Fault> {
        let input = DeleteImportedKeyMaterialRequest {
            key_id: key_id.to_owned(),
            key_material_id: id.map(str::to_owned),
        };
        self.call::<DeleteImportedKeyMaterial>(&root(ACCOUNT), input).await
    }

    pub async fn metadata(&self, key_id: &str) -> KeyMetadata {
        let input = DescribeKeyRequest { grant_tokens: None, key_id: key_id.to_owned() };
        self.call::<DescribeKey>(&root(ACCOUNT), input).await.unwrap().key_metadata.unwrap()
    }

    /// The name of its state.
    pub async fn state(&self, key_id: &str) -> &'static str {
        self.metadata(key_id).await.key_state.unwrap().as_str()
    }

    /// All its materials.
    pub async fn materials(&self, key_id: &str) -> Vec<RotationsListEntry> {
        let input = ListKeyRotationsRequest {
            include_key_material: Some(IncludeKeyMaterial::AllKeyMaterial),
            key_id: key_id.to_owned(),
            limit: None,
            marker: None,
        };
        self.call::<ListKeyRotations>(&root(ACCOUNT), input).await.unwrap().rotations.unwrap()
    }
}
