//! Large objects: a frame at a time.

use encryption_sdk_message::{Decryptor, EncryptionContext, Encryptor, Header};
use tenant_id::TenantId;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

use crate::client::random;
use crate::{Error, TenantEncryption};

/// The longest frame that a stream reads.
const MAX_FRAME_LENGTH: usize = 16 << 20;
/// The longest header that a stream waits for.
const MAX_HEADER_LENGTH: usize = 1 << 20;
const CHUNK: usize = 64 << 10;

impl TenantEncryption {
    /// Encrypts all that `reader` gives into `writer`: one data key and one message, one frame in memory. Returns the bytes read.
    pub async fn encrypt_stream(
        &self,
        tenant: &TenantId,
        reader: &mut (impl AsyncRead + Unpin + Send),
        writer: &mut (impl AsyncWrite + Unpin + Send),
        context: &EncryptionContext,
    ) -> Result<u64, Error> {
        let mut stream = self.start_encryption(tenant, context).await?;
        let mut total = 0;
        let mut chunk = vec![0; CHUNK];
        loop {
            let length = reader.read(&mut chunk).await?;
            let Some(read) = chunk.get(..length).filter(|read| !read.is_empty()) else { break };
            total += read.len() as u64;
            writer.write_all(&stream.push(read)?).await?;
        }
        writer.write_all(&stream.finish()?).await?;
        writer.flush().await?;
        Ok(total)
    }

    /// Decrypts the message that `reader` gives into `writer`, a frame at a time. Returns the bytes written.
    ///
    /// Each byte that is written is authentic and in its place. After an error throw away what was written: the end may be missing.
    /// Signed messages are refused, since their signature is known only at the end.
    pub async fn decrypt_stream(
        &self,
        tenant: &TenantId,
        reader: &mut (impl AsyncRead + Unpin + Send),
        writer: &mut (impl AsyncWrite + Unpin + Send),
        expected: &EncryptionContext,
    ) -> Result<u64, Error> {
        let mut stream = self.start_decryption(tenant, expected);
        let mut total = 0;
        let mut chunk = vec![0; CHUNK];
        loop {
            let length = reader.read(&mut chunk).await?;
            let Some(read) = chunk.get(..length).filter(|read| !read.is_empty()) else { break };
            let plaintext = stream.push(read).await?;
            total += plaintext.len() as u64;
            writer.write_all(&plaintext).await?;
        }
        stream.finish()?;
        writer.flush().await?;
        Ok(total)
    }

    /// Begins a message whose data comes in pieces: one KMS request.
    pub async fn start_encryption(
        &self,
        tenant: &TenantId,
        context: &EncryptionContext,
    ) -> Result<EncryptionStream, Error> {
        let materials = self.materials_for_stream(tenant, context).await?;
        let mut ready = Vec::new();
        let encryptor = materials.encryptor(random()?, self.frame_length(), &mut ready)?;
        Ok(EncryptionStream { encryptor, ready })
    }

    /// Begins to read a message that comes in pieces.
    pub fn start_decryption(&self, tenant: &TenantId, expected: &EncryptionContext) -> DecryptionStream {
        let state = State::Header(Vec::new());
        DecryptionStream { client: self.clone(), tenant: tenant.clone(), expected: expected.clone(), state }
    }
}

/// A message that is made piece by piece.
pub struct EncryptionStream {
    encryptor: Encryptor,
    ready: Vec<u8>,
}

impl EncryptionStream {
    /// Takes a piece of the data, and gives what is ready of the message.
    pub fn push(&mut self, data: &[u8]) -> Result<Vec<u8>, Error> {
        let mut out = std::mem::take(&mut self.ready);
        self.encryptor.update(data, &mut out)?;
        Ok(out)
    }

    /// Gives the rest of the message.
    pub fn finish(self) -> Result<Vec<u8>, Error> {
        let mut out = self.ready;
        self.encryptor.finish(&mut out)?;
        Ok(out)
    }
}

/// A message that is read piece by piece.
pub struct DecryptionStream {
    client: TenantEncryption,
    tenant: TenantId,
    expected: EncryptionContext,
    state: State,
}

enum State {
    Header(Vec<u8>),
    Body(Box<Decryptor>),
    /// An error was returned: nothing more leaves.
    Failed,
}

impl DecryptionStream {
    /// Takes a piece of the message, and gives the data of the frames that it completes. Asks KMS when the header is complete.
    pub async fn push(&mut self, piece: &[u8]) -> Result<Vec<u8>, Error> {
        let mut out = Vec::new();
        match std::mem::replace(&mut self.state, State::Failed) {
            State::Header(mut held) => {
                held.extend(piece);
                match Header::parse(&held)? {
                    Some((header, length)) => {
                        let mut decryptor = self.open(header).await?;
                        decryptor.update(held.get(length..).unwrap_or_default(), &mut out)?;
                        self.state = State::Body(Box::new(decryptor));
                    }
                    None if held.len() > MAX_HEADER_LENGTH => {
                        return Err(Error::tampered("its header is longer than 1 MiB"));
                    }
                    None => self.state = State::Header(held),
                }
            }
            State::Body(mut decryptor) => {
                decryptor.update(piece, &mut out)?;
                self.state = State::Body(decryptor);
            }
            State::Failed => return Err(Error::invalid("the stream has failed before: begin again")),
        }
        Ok(out)
    }

    /// Says whether the message was complete. What was given out before is to be thrown away when it was not.
    pub fn finish(self) -> Result<(), Error> {
        match self.state {
            State::Header(_) => Err(encryption_sdk_message::Error::Truncated.into()),
            State::Body(decryptor) => Ok(decryptor.finish()?),
            State::Failed => Err(Error::invalid("the stream has failed before: begin again")),
        }
    }

    async fn open(&self, header: Header) -> Result<Decryptor, Error> {
        self.client.check(&self.tenant, &header, &self.expected)?;
        let scope = self.client.scope(&self.tenant);
        let data_key = self.client.data_key(&scope, &header).await?;
        Ok(header.open(&data_key, MAX_FRAME_LENGTH)?)
    }
}
