use std::collections::BTreeMap;

use clock::Timestamp;

use crate::{
    Error, Recipient,
    cbor::{Items, Reader},
};

/// What a verified attestation document says. Only [`Verifier::verify`](crate::Verifier::verify) makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    platform: Platform,
    module_id: String,
    timestamp: Timestamp,
    pcrs: BTreeMap<u8, Vec<u8>>,
    public_key: Option<Vec<u8>>,
    user_data: Option<Vec<u8>>,
    nonce: Option<Vec<u8>>,
}

/// What the measurements are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Platform {
    /// A Nitro enclave: the document has `pcrs`.
    NitroEnclave,
    /// An EC2 instance with NitroTPM: the document has `nitrotpm_pcrs`.
    NitroTpm,
}

impl Attestation {
    /// What was measured.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    /// The module that issued the document: `i-...-enc...` or `i-...-tpm...`.
    pub fn module_id(&self) -> &str {
        &self.module_id
    }

    /// When the document was made.
    pub fn timestamp(&self) -> Timestamp {
        self.timestamp
    }

    /// The platform configuration registers, by index (0 to 31). Each has 32, 48 or 64 bytes.
    pub fn pcrs(&self) -> impl Iterator<Item = (u8, &[u8])> {
        self.pcrs.iter().map(|(index, value)| (*index, value.as_slice()))
    }

    /// The key that the sender wants answers encrypted for (DER), as it stands in the document.
    pub fn public_key(&self) -> Option<&[u8]> {
        self.public_key.as_deref()
    }

    /// What the sender had signed along. At most 512 bytes.
    pub fn user_data(&self) -> Option<&[u8]> {
        self.user_data.as_deref()
    }

    /// The nonce that the sender had signed along. At most 512 bytes.
    pub fn nonce(&self) -> Option<&[u8]> {
        self.nonce.as_deref()
    }

    /// The condition keys of a request with this document, and their values in lower-case hexadecimal.
    ///
    /// Enclaves have `kms:RecipientAttestation:ImageSha384`, which is PCR0, and `kms:RecipientAttestation:PCR<n>`; instances
    /// have `kms:RecipientAttestation:NitroTPMPCR<n>`. Source: "AWS KMS condition keys for attested platforms" in the KMS
    /// developer guide.
    pub fn condition_keys(&self) -> Vec<(String, String)> {
        const PREFIX: &str = "kms:RecipientAttestation:";
        let register = match self.platform {
            Platform::NitroEnclave => "PCR",
            Platform::NitroTpm => "NitroTPMPCR",
        };
        let image = match self.platform {
            Platform::NitroEnclave => self.pcrs.get(&0),
            Platform::NitroTpm => None,
        };
        let image = image.map(|value| (format!("{PREFIX}ImageSha384"), hex::encode(value)));
        let registers =
            self.pcrs.iter().map(|(index, value)| (format!("{PREFIX}{register}{index}"), hex::encode(value)));
        image.into_iter().chain(registers).collect()
    }

    /// `additionalEventData.recipient` in the record of a request with this document; PCRs in lower-case hexadecimal.
    ///
    /// Source: "Monitoring attested requests" in the KMS developer guide.
    pub fn record_fields(&self) -> Vec<(String, String)> {
        let register = |index: u8| match (self.platform, index) {
            (Platform::NitroEnclave, 0) => "attestationDocumentEnclaveImageDigest".to_owned(),
            (Platform::NitroEnclave, _) => format!("attestationDocumentEnclavePCR{index}"),
            (Platform::NitroTpm, _) => format!("attestationDocumentNitroTPMPCR{index}"),
        };
        let module = ("attestationDocumentModuleId".to_owned(), self.module_id.clone());
        let registers = self.pcrs.iter().map(|(index, value)| (register(*index), hex::encode(value)));
        std::iter::once(module).chain(registers).collect()
    }

    /// The key to encrypt answers for. Fails when the document has none, or one that KMS cannot use.
    pub fn recipient(&self) -> Result<Recipient, Error> {
        Recipient::from_spki_der(self.public_key.as_deref().ok_or(Error::NoPublicKey)?)
    }
}

/// A payload in the right form, of which nothing is known to be true.
pub(crate) struct Claims<'a> {
    pub(crate) attestation: Attestation,
    pub(crate) certificate: &'a [u8],
    /// From the root down. Never empty.
    pub(crate) cabundle: Vec<&'a [u8]>,
}

const MAX_CERTIFICATE: usize = 1024;
const MAX_PUBLIC_KEY: usize = 1024;
const MAX_USER_DATA: usize = 512;
const MAX_NONCE: usize = 512;
const PCR_INDICES: u64 = 32;
const PCR_LENGTHS: [usize; 3] = [32, 48, 64];

impl<'a> Claims<'a> {
    /// Source: "Nitro Enclaves Attestation Process" (aws-nitro-enclaves-nsm-api), section 3.2.2, and "Validate a NitroTPM
    /// Attestation Document" in the EC2 user guide.
    ///
    /// That text forbids nulls, but the platform writes an optional field that is missing as null, so those are let in.
    pub(crate) fn parse(payload: &'a [u8]) -> Result<Self, Error> {
        let mut fields = Fields::default();
        let mut reader = Reader::new(payload);
        let mut entries = reader.map("its payload must be a map")?;
        while entries.next(&mut reader) {
            fields.read(&mut reader)?;
        }
        if !reader.is_empty() {
            return Err(Error::Malformed("something follows the map in its payload"));
        }
        fields.complete()
    }
}

#[derive(Default)]
struct Fields<'a> {
    module_id: Option<&'a str>,
    digest: Option<()>,
    timestamp: Option<Timestamp>,
    pcrs: Option<(Platform, BTreeMap<u8, Vec<u8>>)>,
    certificate: Option<&'a [u8]>,
    cabundle: Option<Vec<&'a [u8]>>,
    public_key: Option<Option<&'a [u8]>>,
    user_data: Option<Option<&'a [u8]>>,
    nonce: Option<Option<&'a [u8]>>,
}

impl<'a> Fields<'a> {
    fn read(&mut self, reader: &mut Reader<'a>) -> Result<(), Error> {
        match reader.text("the names of its fields must be text")? {
            "module_id" => once(&mut self.module_id, module_id(reader)?),
            "digest" => once(&mut self.digest, digest(reader)?),
            "timestamp" => once(&mut self.timestamp, timestamp(reader)?),
            "pcrs" => once(&mut self.pcrs, (Platform::NitroEnclave, pcrs(reader)?)),
            "nitrotpm_pcrs" => once(&mut self.pcrs, (Platform::NitroTpm, pcrs(reader)?)),
            "certificate" => once(&mut self.certificate, certificate(reader)?),
            "cabundle" => once(&mut self.cabundle, cabundle(reader)?),
            "public_key" => once(&mut self.public_key, public_key(reader)?),
            "user_data" => once(&mut self.user_data, user_data(reader)?),
            "nonce" => once(&mut self.nonce, nonce(reader)?),
            _ => Err(Error::Malformed("it has a field that AWS does not document")),
        }
    }

    fn complete(self) -> Result<Claims<'a>, Error> {
        let (platform, pcrs) = self.pcrs.ok_or(Error::Malformed("it has no pcrs"))?;
        self.digest.ok_or(Error::Malformed("it has no digest"))?;
        Ok(Claims {
            certificate: self.certificate.ok_or(Error::Malformed("it has no certificate"))?,
            cabundle: self.cabundle.ok_or(Error::Malformed("it has no cabundle"))?,
            attestation: Attestation {
                platform,
                module_id: self.module_id.ok_or(Error::Malformed("it has no module_id"))?.to_owned(),
                timestamp: self.timestamp.ok_or(Error::Malformed("it has no timestamp"))?,
                pcrs,
                public_key: self.public_key.flatten().map(<[u8]>::to_vec),
                user_data: self.user_data.flatten().map(<[u8]>::to_vec),
                nonce: self.nonce.flatten().map(<[u8]>::to_vec),
            },
        })
    }
}

fn once<T>(field: &mut Option<T>, value: T) -> Result<(), Error> {
    match field.replace(value) {
        None => Ok(()),
        Some(_) => Err(Error::Malformed("it has a field twice")),
    }
}

fn module_id<'a>(reader: &mut Reader<'a>) -> Result<&'a str, Error> {
    match reader.text("module_id must be text")? {
        "" => Err(Error::Malformed("module_id must not be empty")),
        id => Ok(id),
    }
}

fn digest(reader: &mut Reader<'_>) -> Result<(), Error> {
    match reader.text("digest must be text")? {
        "SHA384" => Ok(()),
        _ => Err(Error::Malformed("digest must be SHA384")),
    }
}

fn timestamp(reader: &mut Reader<'_>) -> Result<Timestamp, Error> {
    const FORM: &str = "timestamp must be a positive number of milliseconds since 1970";
    match i64::try_from(reader.unsigned(FORM)?) {
        Ok(millis @ 1..) if Timestamp::from_millis(millis).millis() == millis => {
            Ok(Timestamp::from_millis(millis))
        }
        _ => Err(Error::Malformed(FORM)),
    }
}

fn pcrs(reader: &mut Reader<'_>) -> Result<BTreeMap<u8, Vec<u8>>, Error> {
    const INDEX: &str = "the index of a PCR must be a number from 0 to 31";
    const VALUE: &str = "a PCR must be a byte string of 32, 48 or 64 bytes";
    let mut entries = reader.map("pcrs must be a map")?;
    let mut pcrs = BTreeMap::new();
    while entries.next(reader) {
        let index = reader.unsigned(INDEX)?;
        let index =
            u8::try_from(index).ok().filter(|_| index < PCR_INDICES).ok_or(Error::Malformed(INDEX))?;
        let value = reader.bytes(VALUE)?;
        if !PCR_LENGTHS.contains(&value.len()) {
            return Err(Error::Malformed(VALUE));
        }
        if pcrs.insert(index, value.to_vec()).is_some() {
            return Err(Error::Malformed("it has a PCR twice"));
        }
    }
    if pcrs.is_empty() {
        return Err(Error::Malformed("it must have at least one PCR"));
    }
    Ok(pcrs)
}

fn certificate<'a>(reader: &mut Reader<'a>) -> Result<&'a [u8], Error> {
    const FORM: &str = "a certificate must be a byte string of 1 to 1024 bytes";
    let der = reader.bytes(FORM)?;
    if der.is_empty() || der.len() > MAX_CERTIFICATE {
        return Err(Error::Malformed(FORM));
    }
    Ok(der)
}

fn cabundle<'a>(reader: &mut Reader<'a>) -> Result<Vec<&'a [u8]>, Error> {
    let mut items: Items = reader.array("cabundle must be an array")?;
    let mut bundle = Vec::new();
    while items.next(reader) {
        bundle.push(certificate(reader)?);
    }
    if bundle.is_empty() {
        return Err(Error::Malformed("cabundle must not be empty"));
    }
    Ok(bundle)
}

fn public_key<'a>(reader: &mut Reader<'a>) -> Result<Option<&'a [u8]>, Error> {
    const FORM: &str = "public_key must be a byte string of 1 to 1024 bytes";
    match optional(reader, MAX_PUBLIC_KEY, FORM)? {
        Some([]) => Err(Error::Malformed(FORM)),
        key => Ok(key),
    }
}

fn user_data<'a>(reader: &mut Reader<'a>) -> Result<Option<&'a [u8]>, Error> {
    optional(reader, MAX_USER_DATA, "user_data must be a byte string of at most 512 bytes")
}

fn nonce<'a>(reader: &mut Reader<'a>) -> Result<Option<&'a [u8]>, Error> {
    optional(reader, MAX_NONCE, "nonce must be a byte string of at most 512 bytes")
}

fn optional<'a>(reader: &mut Reader<'a>, max: usize, form: &'static str) -> Result<Option<&'a [u8]>, Error> {
    if reader.skip_null() {
        return Ok(None);
    }
    let bytes = reader.bytes(form)?;
    if bytes.len() > max {
        return Err(Error::Malformed(form));
    }
    Ok(Some(bytes))
}
