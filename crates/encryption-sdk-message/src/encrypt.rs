use std::num::NonZeroU32;

use aws_lc_rs::aead::{Aad, LessSafeKey, Nonce};
use secret::SecretArray;

use crate::context::PUBLIC_KEY;
use crate::frame::{END, Kind, TAG, additional_data, header_nonce, nonce};
use crate::header::{FRAMED, VERSION, write_data_keys};
use crate::keys::derive;
use crate::signature::Signer;
use crate::{EncryptedDataKey, EncryptionContext, Error, SigningKey, Suite, context};

/// A data key with what belongs to it: makes any number of messages.
pub struct EncryptionMaterials {
    data_key: SecretArray<32>,
    signing_key: Option<SigningKey>,
    /// What headers hold between the message id and the content type.
    middle: Vec<u8>,
}

impl EncryptionMaterials {
    /// Materials for suite 0x0578 when there is a signing key, otherwise for 0x0478.
    ///
    /// The context is exactly the one with which the data keys were encrypted; with a signing key it holds
    /// [`PUBLIC_KEY`].
    pub fn new(
        data_key: SecretArray<32>,
        encrypted_data_keys: &[EncryptedDataKey],
        encryption_context: &EncryptionContext,
        signing_key: Option<SigningKey>,
    ) -> Result<Self, Error> {
        let named = encryption_context.get(PUBLIC_KEY);
        if named != signing_key.as_ref().map(SigningKey::public_key).transpose()?.as_ref() {
            return Err(Error::SigningKeyNotInContext);
        }
        let mut middle = Vec::new();
        context::write(encryption_context, &mut middle)?;
        write_data_keys(encrypted_data_keys, &mut middle)?;
        Ok(Self { data_key, signing_key, middle })
    }

    /// One message. `message_id` is 32 random bytes, never used again with this data key.
    pub fn encrypt(
        &self,
        message_id: [u8; 32],
        frame_length: NonZeroU32,
        plaintext: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let frame = usize::try_from(frame_length.get()).unwrap_or(usize::MAX);
        let frames = plaintext.len() / frame + 1;
        let mut out = Vec::with_capacity(plaintext.len() + self.middle.len() + 256 + frames * 32);
        let mut encryptor = self.encryptor(message_id, frame_length, &mut out)?;
        let mut rest = plaintext;
        while let Some((regular, more)) = rest.split_at_checked(frame).filter(|(_, more)| !more.is_empty()) {
            encryptor.frames.seal(Kind::Regular, regular, &mut out)?;
            rest = more;
        }
        encryptor.frames.end(rest, &mut out)?;
        Ok(out)
    }

    /// Begins a message of unknown length, and appends its header to `out`. `message_id` as in [`encrypt`](Self::encrypt).
    pub fn encryptor(
        &self,
        message_id: [u8; 32],
        frame_length: NonZeroU32,
        out: &mut Vec<u8>,
    ) -> Result<Encryptor, Error> {
        let suite = if self.signing_key.is_some() { Suite::CommittingSigned } else { Suite::Committing };
        let (key, commitment) = derive(suite, &self.data_key, &message_id)?;
        let start = out.len();
        out.push(VERSION);
        out.extend(suite.id().to_be_bytes());
        out.extend(message_id);
        out.extend(&self.middle);
        out.push(FRAMED);
        out.extend(frame_length.get().to_be_bytes());
        out.extend(commitment);
        let header = out.get(start..).unwrap_or_default();
        let tag = key
            .seal_in_place_separate_tag(header_nonce(), Aad::from(header), &mut [])
            .map_err(|_| Error::Cryptography)?;
        out.extend(tag.as_ref());
        let mut signer = self.signing_key.as_ref().map(SigningKey::signer);
        if let Some(signer) = &mut signer {
            signer.update(out.get(start..).unwrap_or_default());
        }
        let frame_length = usize::try_from(frame_length.get()).unwrap_or(usize::MAX);
        let frames = Frames { key, signer, message_id, sequence: 0 };
        Ok(Encryptor { frames, frame_length, held: Vec::new() })
    }
}

/// Makes a message from plaintext that comes in pieces. Holds one frame of plaintext.
pub struct Encryptor {
    frames: Frames,
    frame_length: usize,
    /// What may be the last frame: at most a whole one.
    held: Vec<u8>,
}

impl Encryptor {
    /// Takes a piece of the plaintext, and appends what is ready of the message to `out`.
    pub fn update(&mut self, mut plaintext: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        while !plaintext.is_empty() {
            if self.held.len() == self.frame_length {
                self.frames.seal(Kind::Regular, &self.held, out)?;
                self.held.clear();
            }
            let room = (self.frame_length - self.held.len()).min(plaintext.len());
            let (taken, rest) = plaintext.split_at(room);
            self.held.extend(taken);
            plaintext = rest;
        }
        Ok(())
    }

    /// Ends the message, and appends the rest of it to `out`.
    pub fn finish(self, out: &mut Vec<u8>) -> Result<(), Error> {
        let Self { frames, held, .. } = self;
        frames.end(&held, out)
    }
}

/// The body of a message that is made.
struct Frames {
    key: LessSafeKey,
    signer: Option<Signer>,
    message_id: [u8; 32],
    /// The number of the last frame.
    sequence: u32,
}

impl Frames {
    fn seal(&mut self, kind: Kind, plaintext: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        self.sequence = self.sequence.checked_add(1).ok_or(Error::TooManyFrames)?;
        let sequence = self.sequence.to_be_bytes();
        // The last number would read as the mark of the last frame.
        if kind == Kind::Regular && sequence == END {
            return Err(Error::TooManyFrames);
        }
        let start = out.len();
        out.reserve(plaintext.len() + 24 + TAG);
        let nonce = nonce(self.sequence);
        if kind == Kind::Final {
            out.extend(END);
        }
        out.extend(sequence);
        out.extend(nonce);
        if kind == Kind::Final {
            out.extend(u32::try_from(plaintext.len()).map_err(|_| Error::Cryptography)?.to_be_bytes());
        }
        let content = out.len();
        out.extend(plaintext);
        let additional = additional_data(&self.message_id, kind, self.sequence, plaintext.len() as u64);
        let tag = self
            .key
            .seal_in_place_separate_tag(
                Nonce::assume_unique_for_key(nonce),
                additional,
                out.get_mut(content..).unwrap_or_default(),
            )
            .map_err(|_| Error::Cryptography)?;
        out.extend(tag.as_ref());
        if let Some(signer) = &mut self.signer {
            signer.update(out.get(start..).unwrap_or_default());
        }
        Ok(())
    }

    fn end(mut self, plaintext: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        self.seal(Kind::Final, plaintext, out)?;
        match self.signer {
            None => Ok(()),
            Some(signer) => signer.write_footer(out),
        }
    }
}
