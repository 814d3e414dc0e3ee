use secret::SecretBytes;

use crate::Error;

/// Where random bytes come from.
pub trait Random: Send + Sync {
    /// Fills all of `bytes` with unpredictable bytes, or fails with [`Error::NoRandomBytes`].
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error>;

    /// `length` random bytes: a data key, or the answer of GenerateRandom.
    fn secret_bytes(&self, length: usize) -> Result<SecretBytes, Error> {
        let mut bytes = SecretBytes::new(vec![0; length]);
        self.fill(bytes.expose_mut())?;
        Ok(bytes)
    }
}

/// The generator of AWS-LC (CTR_DRBG of NIST SP 800-90A), seeded by the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        aws_lc_rs::rand::fill(bytes).map_err(|_| Error::NoRandomBytes)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Counts up from a first byte: 7, 8, 9, ...
    pub(crate) struct CountingFrom(pub u8);

    impl Random for CountingFrom {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
            let mut next = self.0;
            for byte in bytes {
                *byte = next;
                next = next.wrapping_add(1);
            }
            Ok(())
        }
    }

    /// A generator that is out of order.
    pub(crate) struct Broken;

    impl Random for Broken {
        fn fill(&self, _: &mut [u8]) -> Result<(), Error> {
            Err(Error::NoRandomBytes)
        }
    }

    #[test]
    fn system_bytes_have_the_length_asked_for_and_differ() {
        let first = SystemRandom.secret_bytes(32).unwrap();
        assert_eq!(first.len(), 32);
        assert!(first != SystemRandom.secret_bytes(32).unwrap());
    }

    #[test]
    fn a_failure_gives_no_bytes() {
        assert_eq!(Broken.secret_bytes(1).err(), Some(Error::NoRandomBytes));
    }
}
