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

#[cfg(test)]
mod tests {
    use super::*;

    /// NIST Cryptographic Algorithm Validation Program, "SP800-108 - KDF" response file KDFCTR_gen (CAVS 14.4, public
    /// domain), section [PRF=HMAC_SHA256] [CTRLOCATION=BEFORE_FIXED] [RLEN=32_BITS].
    fn check<const N: usize>(key: &str, fixed_data: &str, output: &str) {
        let key: [u8; 32] = hex::decode(key).unwrap().try_into().unwrap();
        let fixed_data = hex::decode(fixed_data).unwrap();
        assert_eq!(hex::encode(counter_mode::<N>(&key, &fixed_data).expose()), output);
    }

    #[test]
    fn cavp_count_0_128_bits() {
        check::<16>(
            "dd1d91b7d90b2bd3138533ce92b272fbf8a369316aefe242e659cc0ae238afe0",
            "01322b96b30acd197979444e468e1c5c6859bf1b1cf951b7e725303e237e46b864a145fab25e517b08f8683d0315bb29\
             11d80a0e8aba17f3b413faac",
            "10621342bfb0fd40046c0e29f2cfdbf0",
        );
    }

    #[test]
    fn cavp_count_10_256_bits() {
        check::<32>(
            "e204d6d466aad507ffaf6d6dab0a5b26152c9e21e764370464e360c8fbc765c6",
            "7b03b98d9f94b899e591f3ef264b71b193fba7043c7e953cde23bc5384bc1a6293580115fae3495fd845dadbd02bd645\
             5cf48d0f62b33e62364a3a80",
            "770dfab6a6a4a4bee0257ff335213f78d8287b4fd537d5c1fffa956910e7c779",
        );
    }

    #[test]
    fn cavp_count_20_160_bits() {
        check::<20>(
            "dc60338d884eecb72975c603c27b360605011756c697c4fc388f5176ef81efb1",
            "44d7aa08feba26093c14979c122c2437c3117b63b78841cd10a4bc5ed55c56586ad8986d55307dca1d198edcffbc516a\
             8fbe6152aa428cdd800c062d",
            "29ac07dccf1f28d506cd623e6e3fc2fa255bd60b",
        );
    }

    #[test]
    fn cavp_count_30_320_bits() {
        check::<40>(
            "c4bedbddb66493e7c7259a3bbbc25f8c7e0ca7fe284d92d431d9cd99a0d214ac",
            "1c69c54766791e315c2cc5c47ecd3ffab87d0d273dd920e70955814c220eacace6a5946542da3dfe24ff626b4897898c\
             afb7db83bdff3c14fa46fd4b",
            "1da47638d6c9c4d04d74d4640bbd42ab814d9e8cc22f4326695239f96b0693f12d0dd1152cf44430",
        );
    }
}
