//! AWS's names: key specs, usages and algorithms, as the KMS service description spells them.

use std::fmt;

use crate::Error;

/// An enumeration whose members have AWS names.
macro_rules! named {
    (
        $(#[$about:meta])*
        $type:ident, $what:literal, $(refuse $refused:literal => $error:expr,)*
        { $($(#[$note:meta])* $member:ident = $name:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[$note])* #[doc = concat!("`", $name, "`")] $member,)+
        }

        impl $type {
            /// All of them, in the order of AWS's documentation.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// Reads AWS's name.
            ///
            /// # Errors
            /// [`Error::UnknownName`], or the error that says why this one is not here.
            pub fn parse(name: &str) -> Result<Self, Error> {
                match name {
                    $($name => Ok(Self::$member),)+
                    $($refused => Err($error),)*
                    _ => Err(Error::UnknownName { what: $what }),
                }
            }

            /// AWS's name.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$member => $name,)+
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

named! {
    /// What kind of key it is. `SYMMETRIC_DEFAULT` is not among them (crate `envelope` has it), nor is `SM2`.
    KeySpec, "key spec",
    refuse "SM2" => Error::Sm2,
    refuse "SYMMETRIC_DEFAULT" => Error::SymmetricDefault,
    {
        Rsa2048 = "RSA_2048",
        Rsa3072 = "RSA_3072",
        Rsa4096 = "RSA_4096",
        EccNistP256 = "ECC_NIST_P256",
        EccNistP384 = "ECC_NIST_P384",
        EccNistP521 = "ECC_NIST_P521",
        EccSecgP256k1 = "ECC_SECG_P256K1",
        EccNistEdwards25519 = "ECC_NIST_EDWARDS25519",
        Hmac224 = "HMAC_224",
        Hmac256 = "HMAC_256",
        Hmac384 = "HMAC_384",
        Hmac512 = "HMAC_512",
        MlDsa44 = "ML_DSA_44",
        MlDsa65 = "ML_DSA_65",
        MlDsa87 = "ML_DSA_87",
        MlKem512 = "ML_KEM_512",
        MlKem768 = "ML_KEM_768",
        MlKem1024 = "ML_KEM_1024",
    }
}

named! {
    /// What a KMS key is for. A key has one usage, chosen when it is made.
    KeyUsage, "key usage",
    {
        EncryptDecrypt = "ENCRYPT_DECRYPT",
        SignVerify = "SIGN_VERIFY",
        GenerateVerifyMac = "GENERATE_VERIFY_MAC",
        KeyAgreement = "KEY_AGREEMENT",
        EncapsulateDecapsulate = "ENCAPSULATE_DECAPSULATE",
    }
}

named! {
    /// `SigningAlgorithmSpec` of `Sign` and `Verify`.
    SigningAlgorithm, "signing algorithm",
    refuse "SM2DSA" => Error::Sm2,
    {
        RsassaPssSha256 = "RSASSA_PSS_SHA_256",
        RsassaPssSha384 = "RSASSA_PSS_SHA_384",
        RsassaPssSha512 = "RSASSA_PSS_SHA_512",
        RsassaPkcs1V15Sha256 = "RSASSA_PKCS1_V1_5_SHA_256",
        RsassaPkcs1V15Sha384 = "RSASSA_PKCS1_V1_5_SHA_384",
        RsassaPkcs1V15Sha512 = "RSASSA_PKCS1_V1_5_SHA_512",
        EcdsaSha256 = "ECDSA_SHA_256",
        EcdsaSha384 = "ECDSA_SHA_384",
        EcdsaSha512 = "ECDSA_SHA_512",
        Ed25519Sha512 = "ED25519_SHA_512",
        Ed25519PhSha512 = "ED25519_PH_SHA_512",
        MlDsaShake256 = "ML_DSA_SHAKE_256",
    }
}

named! {
    /// What the `Message` of `Sign` and `Verify` is. [`SigningAlgorithm::message_types`] says which ones go together.
    MessageType, "message type",
    {
        /// The message itself.
        Raw = "RAW",
        /// Its digest, made by the caller.
        Digest = "DIGEST",
        /// The 64-byte message representative μ of FIPS 204, made by the caller.
        ExternalMu = "EXTERNAL_MU",
    }
}

named! {
    /// `EncryptionAlgorithmSpec` of `Encrypt`, `Decrypt` and `ReEncrypt`, for RSA keys.
    EncryptionAlgorithm, "encryption algorithm",
    refuse "SM2PKE" => Error::Sm2,
    refuse "SYMMETRIC_DEFAULT" => Error::SymmetricDefault,
    {
        RsaesOaepSha1 = "RSAES_OAEP_SHA_1",
        RsaesOaepSha256 = "RSAES_OAEP_SHA_256",
    }
}

named! {
    /// `MacAlgorithmSpec` of `GenerateMac` and `VerifyMac`.
    MacAlgorithm, "MAC algorithm",
    {
        HmacSha224 = "HMAC_SHA_224",
        HmacSha256 = "HMAC_SHA_256",
        HmacSha384 = "HMAC_SHA_384",
        HmacSha512 = "HMAC_SHA_512",
    }
}

named! {
    /// `KeyAgreementAlgorithmSpec` of `DeriveSharedSecret`.
    KeyAgreementAlgorithm, "key agreement algorithm",
    {
        Ecdh = "ECDH",
    }
}

named! {
    /// `EncapsulationAlgorithmSpec` of `Encapsulate` and `Decapsulate`.
    EncapsulationAlgorithm, "encapsulation algorithm",
    {
        MlKem = "ML_KEM",
    }
}

named! {
    /// `AlgorithmSpec` of `GetParametersForImport`: how imported key material is wrapped.
    WrappingAlgorithm, "wrapping algorithm",
    refuse "RSAES_PKCS1_V1_5" => Error::WrappingAlgorithmWithdrawn,
    refuse "SM2PKE" => Error::Sm2,
    {
        RsaesOaepSha1 = "RSAES_OAEP_SHA_1",
        RsaesOaepSha256 = "RSAES_OAEP_SHA_256",
        RsaAesKeyWrapSha1 = "RSA_AES_KEY_WRAP_SHA_1",
        RsaAesKeyWrapSha256 = "RSA_AES_KEY_WRAP_SHA_256",
    }
}

named! {
    /// `WrappingKeySpec` of `GetParametersForImport`: the key that imported key material is wrapped with.
    WrappingKeySpec, "wrapping key spec",
    refuse "SM2" => Error::Sm2,
    {
        Rsa2048 = "RSA_2048",
        Rsa3072 = "RSA_3072",
        Rsa4096 = "RSA_4096",
    }
}
