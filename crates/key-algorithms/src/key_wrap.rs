//! AES key wrap (RFC 3394) and AES key wrap with padding (RFC 5649), as NIST SP 800-38F has them (KW and KWP).
//!
//! The key-encryption key has 16 or 32 bytes. Both are deterministic and need no random bytes.

use aws_lc_rs::key_wrap::{AES_128, AES_256, AesKek, KeyWrap, KeyWrapPadded};
use secret::SecretBytes;
use zeroize::Zeroizing;

use crate::Error;

/// The least that KW wraps, in bytes.
pub const MIN_KW: usize = 16;
/// The most that is wrapped, in bytes: many times the longest private key.
pub const MAX_WRAP: usize = 65_536;

/// Wraps key material of a multiple of 8 bytes; the result is 8 bytes longer.
///
/// # Errors
/// [`Error::WrappingLength`]; [`Error::Library`].
pub fn wrap(key: &[u8], material: &[u8]) -> Result<Vec<u8>, Error> {
    if !(MIN_KW..=MAX_WRAP).contains(&material.len()) || !material.len().is_multiple_of(8) {
        return Err(Error::WrappingLength);
    }
    let mut buffer = vec![0; material.len() + 8];
    let length = kek(key)?.wrap(material, &mut buffer)?.len();
    buffer.truncate(length);
    Ok(buffer)
}

/// Unwraps what [`wrap`] gave.
///
/// # Errors
/// [`Error::InvalidWrapping`] for whatever does not open; [`Error::WrappingLength`] for the key.
pub fn unwrap(key: &[u8], wrapped: &[u8]) -> Result<SecretBytes, Error> {
    let kek = kek(key)?;
    if !(MIN_KW + 8..=MAX_WRAP + 8).contains(&wrapped.len()) || !wrapped.len().is_multiple_of(8) {
        return Err(Error::InvalidWrapping);
    }
    let mut buffer = Zeroizing::new(vec![0; wrapped.len()]);
    let material = kek.unwrap(wrapped, &mut buffer).map_err(|_| Error::InvalidWrapping)?;
    Ok(SecretBytes::copy_of(material))
}

/// Wraps key material of any length from 1 byte; the result is a multiple of 8 and 8 to 15 bytes longer.
///
/// # Errors
/// [`Error::WrappingLength`]; [`Error::Library`].
pub fn wrap_with_padding(key: &[u8], material: &[u8]) -> Result<Vec<u8>, Error> {
    if !(1..=MAX_WRAP).contains(&material.len()) {
        return Err(Error::WrappingLength);
    }
    let mut buffer = vec![0; material.len() + 15];
    let length = kek(key)?.wrap_with_padding(material, &mut buffer)?.len();
    buffer.truncate(length);
    Ok(buffer)
}

/// Unwraps what [`wrap_with_padding`] gave.
///
/// # Errors
/// [`Error::InvalidWrapping`] for whatever does not open; [`Error::WrappingLength`] for the key.
pub fn unwrap_with_padding(key: &[u8], wrapped: &[u8]) -> Result<SecretBytes, Error> {
    let kek = kek(key)?;
    if !(16..=MAX_WRAP + 8).contains(&wrapped.len()) || !wrapped.len().is_multiple_of(8) {
        return Err(Error::InvalidWrapping);
    }
    let mut buffer = Zeroizing::new(vec![0; wrapped.len()]);
    let material = kek.unwrap_with_padding(wrapped, &mut buffer).map_err(|_| Error::InvalidWrapping)?;
    Ok(SecretBytes::copy_of(material))
}

fn kek(key: &[u8]) -> Result<AesKek, Error> {
    let cipher = match key.len() {
        16 => &AES_128,
        32 => &AES_256,
        _ => return Err(Error::WrappingLength),
    };
    Ok(AesKek::new(cipher, key)?)
}
