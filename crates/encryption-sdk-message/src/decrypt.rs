use aws_lc_rs::aead::{Aad, LessSafeKey, Nonce};
use secret::SecretArray;
use subtle::ConstantTimeEq as _;

use crate::bytes::Reader;
use crate::context::PUBLIC_KEY;
use crate::frame::{END, Kind, TAG, additional_data, header_nonce};
use crate::keys::derive;
use crate::signature::Verifier;
use crate::{Error, Header, Suite};

impl Header {
    /// Checks that the message was made with `data_key` and that this header is its own, and goes on to a body whose
    /// plaintext is released frame by frame.
    ///
    /// Frames of more than `max_frame_length` bytes are refused, and so are signed messages.
    pub fn open(self, data_key: &SecretArray<32>, max_frame_length: usize) -> Result<Decryptor, Error> {
        let body = self.authenticated(data_key, max_frame_length)?;
        match body.verifier {
            None => Ok(Decryptor { body, held: Vec::new() }),
            Some(_) => Err(Error::SignedStream),
        }
    }

    /// The plaintext of the whole `body`, which is everything behind the header.
    pub fn decrypt(self, data_key: &SecretArray<32>, body: &[u8]) -> Result<Vec<u8>, Error> {
        let mut plaintext = Vec::with_capacity(body.len());
        let mut reader = self.authenticated(data_key, usize::MAX)?;
        let mut rest = body;
        loop {
            if reader.at_end() {
                return if rest.is_empty() { Ok(plaintext) } else { Err(Error::TrailingBytes) };
            }
            let taken = reader.step(rest, &mut plaintext)?.ok_or(Error::Truncated)?;
            rest = rest.get(taken..).unwrap_or_default();
        }
    }

    fn authenticated(self, data_key: &SecretArray<32>, max_frame_length: usize) -> Result<Body, Error> {
        let (key, commitment) = derive(self.suite, data_key, &self.message_id)?;
        if !bool::from(commitment.ct_eq(&self.commitment)) {
            return Err(Error::WrongCommitment);
        }
        key.open_separate_gather(header_nonce(), Aad::from(&self.body), &[], &self.tag, &mut [])
            .map_err(|_| Error::HeaderNotAuthentic)?;
        let verifier = match self.suite {
            Suite::Committing => None,
            Suite::CommittingSigned => {
                let mut verifier = Verifier::of(self.context_value(PUBLIC_KEY))?;
                verifier.update(&self.body);
                verifier.update(&self.tag);
                Some(verifier)
            }
        };
        let part = match self.frame_length {
            Some(length) => {
                let length = usize::try_from(length.get()).unwrap_or(usize::MAX);
                if length > max_frame_length {
                    return Err(Error::FrameTooLong { length: length as u64, limit: max_frame_length });
                }
                Part::Frame { sequence: 1, length }
            }
            None => Part::Whole,
        };
        Ok(Body { key, verifier, message_id: self.message_id, max_frame_length, part })
    }
}

/// Reads the body of a message that comes in pieces. Holds one frame of it.
pub struct Decryptor {
    body: Body,
    held: Vec<u8>,
}

impl Decryptor {
    /// Takes a piece of the body, and appends the plaintext of the frames that it completes to `out`. Each of them is
    /// authentic and in its place; that none is missing at the end, [`finish`](Self::finish) says.
    pub fn update(&mut self, input: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        self.held.extend(input);
        let mut taken = 0;
        let read = loop {
            let rest = self.held.get(taken..).unwrap_or_default();
            if self.body.at_end() {
                break if rest.is_empty() { Ok(()) } else { Err(Error::TrailingBytes) };
            }
            match self.body.step(rest, out) {
                Ok(Some(length)) => taken += length,
                Ok(None) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        self.held.drain(..taken);
        read
    }

    /// Says whether the message was complete. What was released before is to be thrown away when it was not.
    pub fn finish(self) -> Result<(), Error> {
        if self.body.at_end() { Ok(()) } else { Err(Error::Truncated) }
    }
}

/// What comes next in a body.
#[derive(Clone, Copy)]
enum Part {
    Frame { sequence: u32, length: usize },
    Whole,
    Footer,
    End,
}

struct Body {
    key: LessSafeKey,
    verifier: Option<Verifier>,
    message_id: [u8; 32],
    max_frame_length: usize,
    part: Part,
}

impl Body {
    fn at_end(&self) -> bool {
        matches!(self.part, Part::End)
    }

    /// Reads the next part when `input` has all of it: how many bytes it took.
    fn step(&mut self, input: &[u8], out: &mut Vec<u8>) -> Result<Option<usize>, Error> {
        let mut reader = Reader::beginning(input);
        let read = match self.part {
            Part::Frame { sequence, length } => self.frame(&mut reader, sequence, length, out),
            Part::Whole => self.whole(&mut reader, out),
            Part::Footer => self.footer(&mut reader),
            Part::End => Ok(()),
        };
        match read {
            Ok(()) => {}
            Err(Error::Truncated) => return Ok(None),
            Err(error) => return Err(error),
        }
        let taken = input.len() - reader.rest().len();
        // The footer, which is not signed, has taken the verifier.
        if let Some(verifier) = &mut self.verifier {
            verifier.update(input.get(..taken).unwrap_or_default());
        }
        Ok(Some(taken))
    }

    fn frame(
        &mut self,
        reader: &mut Reader<'_>,
        sequence: u32,
        frame_length: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), Error> {
        let mark: [u8; 4] = reader.array()?;
        let last = mark == END;
        let number = if last { reader.u32()? } else { u32::from_be_bytes(mark) };
        if number != sequence {
            return Err(Error::FrameNotAuthentic(sequence));
        }
        let nonce = reader.array()?;
        let length = if last { usize::try_from(reader.u32()?).unwrap_or(usize::MAX) } else { frame_length };
        if length > frame_length {
            return Err(Error::FrameNotAuthentic(sequence));
        }
        let (content, tag) = (reader.take(length)?, reader.take(TAG)?);
        let kind = if last { Kind::Final } else { Kind::Regular };
        self.decrypt(kind, sequence, nonce, content, tag, out)?;
        self.part = if last {
            self.after_body()
        } else {
            let sequence = sequence.checked_add(1).ok_or(Error::TooManyFrames)?;
            Part::Frame { sequence, length: frame_length }
        };
        Ok(())
    }

    fn whole(&mut self, reader: &mut Reader<'_>, out: &mut Vec<u8>) -> Result<(), Error> {
        let nonce = reader.array()?;
        let length = usize::try_from(reader.u64()?).ok().filter(|length| *length <= self.max_frame_length);
        let length = length.ok_or(Error::Malformed(
            "its body without frames is longer than is held at once: read it as a whole",
        ))?;
        let (content, tag) = (reader.take(length)?, reader.take(TAG)?);
        self.decrypt(Kind::Whole, 1, nonce, content, tag, out)?;
        self.part = self.after_body();
        Ok(())
    }

    fn footer(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        let signature = reader.prefixed()?;
        self.part = Part::End;
        self.verifier.take().map_or(Ok(()), |verifier| verifier.verify(signature))
    }

    fn after_body(&self) -> Part {
        if self.verifier.is_some() { Part::Footer } else { Part::End }
    }

    fn decrypt(
        &self,
        kind: Kind,
        sequence: u32,
        nonce: [u8; 12],
        content: &[u8],
        tag: &[u8],
        out: &mut Vec<u8>,
    ) -> Result<(), Error> {
        let start = out.len();
        out.resize(start + content.len(), 0);
        let additional = additional_data(&self.message_id, kind, sequence, content.len() as u64);
        let opened = self.key.open_separate_gather(
            Nonce::assume_unique_for_key(nonce),
            additional,
            content,
            tag,
            out.get_mut(start..).unwrap_or_default(),
        );
        opened.map_err(|_| {
            // Nothing that is not authentic leaves.
            out.truncate(start);
            Error::FrameNotAuthentic(sequence)
        })
    }
}
