//! Key derivation: NIST SP 800-108r1 section 4.1, counter mode with HMAC-SHA-256, 32-bit counter before the fixed data.

use aws_lc_rs::error::Unspecified;
use aws_lc_rs::kdf::{KbkdfCtrHmacAlgorithmId, get_kbkdf_ctr_hmac_algorithm, kbkdf_ctr_hmac};
use secret::SecretArray;

/// 256 bits derived from `key`. The fixed data is `label || 0x00 || context || [256] as 32 bits`, as the standard suggests.
///
/// Labels are constants without zero bytes, so label and context cannot run into each other.
pub(crate) fn derive(key: &SecretArray<32>, label: &'static str, context: &[u8]) -> SecretArray<32> {
    let fixed_data = [label.as_bytes(), &[0], context, &256u32.to_be_bytes()].concat();
    counter_mode(key.expose(), &fixed_data)
}

#[expect(
    clippy::expect_used,
    reason = "the function fails only for an empty key, an empty output, or over 2^32 blocks of output"
)]
fn counter_mode<const N: usize>(key: &[u8; 32], fixed_data: &[u8]) -> SecretArray<N> {
    SecretArray::filled_by(|output| {
        let algorithm = get_kbkdf_ctr_hmac_algorithm(KbkdfCtrHmacAlgorithmId::Sha256).ok_or(Unspecified)?;
        kbkdf_ctr_hmac(algorithm, key, fixed_data, output)
    })
    .expect("SP 800-108 derivation of a fixed length")
}
