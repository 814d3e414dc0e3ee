//! Identifiers that AWS gives out, made of random bytes.
//!
//! Source: IAM User Guide, "IAM identifiers", section "Unique identifiers".

use arn::AccountId;
use audit_event::EventId;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use envelope::Random;
use secret::SecretString;

use crate::Error;

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// `AIDA` and 17 characters.
pub(crate) fn user_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("AIDA{}", base32(random, 17)?))
}

/// `AROA` and 17 characters.
pub(crate) fn role_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("AROA{}", base32(random, 17)?))
}

/// `AGPA` and 17 characters.
pub(crate) fn group_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("AGPA{}", base32(random, 17)?))
}

/// `ANPA` and 17 characters.
pub(crate) fn policy_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("ANPA{}", base32(random, 17)?))
}

/// `AIPA` and 17 characters.
pub(crate) fn instance_profile_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("AIPA{}", base32(random, 17)?))
}

/// `ASCA` and 17 characters.
pub(crate) fn server_certificate_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("ASCA{}", base32(random, 17)?))
}

/// `APKA` and 16 characters.
pub(crate) fn ssh_public_key_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("APKA{}", base32(random, 16)?))
}

/// 32 characters.
pub(crate) fn signing_certificate_id(random: &dyn Random) -> Result<String, Error> {
    base32(random, 32)
}

/// 26 upper-case letters and digits, 130 random bits: `SAMLProviderUUID` has 22 to 64.
pub(crate) fn saml_provider_uuid(random: &dyn Random) -> Result<String, Error> {
    base32(random, 26)
}

/// 26 lower-case letters and digits, 130 random bits: an issuer of web identity tokens, a key of one, a token.
pub(crate) fn token_id(random: &dyn Random) -> Result<String, Error> {
    Ok(base32(random, 26)?.to_ascii_lowercase())
}

/// Whether this is in the form of [`token_id`].
pub(crate) fn is_token_id(text: &str) -> bool {
    text.len() == 26 && text.bytes().all(|byte| byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte))
}

/// What every long-term access key id begins with.
pub(crate) const LONG_TERM: &str = "AKIA";
/// What every temporary access key id begins with.
pub(crate) const TEMPORARY: &str = "ASIA";

/// `prefix` and 16 characters.
pub(crate) fn access_key_id(prefix: &str, random: &dyn Random) -> Result<String, Error> {
    Ok(format!("{prefix}{}", base32(random, 16)?))
}

/// `ASIA` and 16 characters, which hold 80 bits: a one, the account, and 39 random ones. AWS has the account in the same place.
pub(crate) fn temporary_access_key_id(account: AccountId, random: &dyn Random) -> Result<String, Error> {
    let mut bytes = [0; 8];
    random.fill(&mut bytes)?;
    let random = u128::from(u64::from_be_bytes(bytes)) % (1 << ACCOUNT_BEGINS);
    let account = account.as_str().parse().unwrap_or(0_u128) << ACCOUNT_BEGINS;
    let number = 1_u128 << 79 | account | random;
    let digit = |at: u32| usize::try_from(number >> (5 * at) & 31).ok().and_then(|digit| BASE32.get(digit));
    let digits = (0..16).rev().filter_map(digit).map(|&byte| char::from(byte));
    Ok(TEMPORARY.chars().chain(digits).collect())
}

/// The account that a temporary access key id holds. One that is not of the form above gives nothing, or a number that is nobody's.
pub(crate) fn account_of_temporary(access_key_id: &str) -> Option<AccountId> {
    let digits = access_key_id.strip_prefix(TEMPORARY).filter(|digits| digits.len() == 16)?;
    let number = digits.bytes().try_fold(0_u128, |number, byte| {
        let digit = BASE32.iter().position(|known| *known == byte)?;
        Some(number << 5 | u128::try_from(digit).ok()?)
    })?;
    let account = u64::try_from(number >> ACCOUNT_BEGINS & ((1 << 40) - 1)).ok()?;
    AccountId::from_number(account).filter(|_| number >> 79 == 1)
}

/// Which bit of a temporary access key id is the account's last.
const ACCOUNT_BEGINS: u32 = 39;

/// Whether this is a long-term access key id in the form that AWS gives out: `AKIA` and 16 upper-case letters and digits.
pub(crate) fn is_long_term_access_key_id(text: &str) -> bool {
    let is_id_byte = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    text.strip_prefix(LONG_TERM).is_some_and(|rest| rest.len() == 16 && rest.bytes().all(is_id_byte))
}

/// 40 characters, 240 random bits.
pub(crate) fn secret_access_key(random: &dyn Random) -> Result<SecretString, Error> {
    let bytes = random.secret_bytes(30)?;
    Ok(SecretString::new(STANDARD.encode(bytes.expose())))
}

/// What every access key id of the XKS proxy API begins with.
const XKS: &str = "XKS";

/// `XKS` and 23 characters: the form that external key stores take, 20 to 30 of `A` to `Z` and `2` to `7`.
pub(crate) fn xks_access_key_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("{XKS}{}", base32(random, 23)?))
}

/// Whether this is an access key id of the XKS proxy API.
pub(crate) fn is_xks_access_key_id(text: &str) -> bool {
    text.strip_prefix(XKS)
        .is_some_and(|rest| rest.len() == 23 && rest.bytes().all(|byte| BASE32.contains(&byte)))
}

/// 44 characters, 264 random bits: external key stores take 43 to 64 letters, digits, `/`, `+` and `=`, and ask for 256 bits.
pub(crate) fn xks_secret_access_key(random: &dyn Random) -> Result<SecretString, Error> {
    let bytes = random.secret_bytes(33)?;
    Ok(SecretString::new(STANDARD.encode(bytes.expose())))
}

/// `ACCA` and 17 characters.
pub(crate) fn service_specific_credential_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("ACCA{}", base32(random, 17)?))
}

/// `o-` and 10 characters.
pub(crate) fn organization_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("o-{}", base32(random, 10)?.to_ascii_lowercase()))
}

/// `prefix` and 8 characters: organizational units and policies of organizations.
pub(crate) fn organizations_id(prefix: &str, random: &dyn Random) -> Result<String, Error> {
    Ok(format!("{prefix}{}", base32(random, 8)?.to_ascii_lowercase()))
}

/// `car-` and 32 characters.
pub(crate) fn create_account_request_id(random: &dyn Random) -> Result<String, Error> {
    Ok(format!("car-{}", base32(random, 32)?.to_ascii_lowercase()))
}

/// 36 characters: a UUID, version 4.
pub(crate) fn job_id(random: &dyn Random) -> Result<String, Error> {
    let mut bytes = [0; 16];
    random.fill(&mut bytes)?;
    Ok(EventId::from_random(bytes).to_string())
}

/// Twelve digits, the first not 0.
pub(crate) fn account_id(random: &dyn Random) -> Result<AccountId, Error> {
    const FIRST: u64 = 100_000_000_000;
    let mut bytes = [0; 8];
    random.fill(&mut bytes)?;
    let number = FIRST + u64::from_be_bytes(bytes) % (9 * FIRST);
    AccountId::from_number(number).ok_or(Error::Envelope(envelope::Error::NoRandomBytes))
}

fn base32(random: &dyn Random, length: usize) -> Result<String, Error> {
    let mut bytes = vec![0; length];
    random.fill(&mut bytes)?;
    Ok(bytes
        .iter()
        .filter_map(|byte| BASE32.get(usize::from(byte % 32)))
        .map(|&byte| char::from(byte))
        .collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use envelope::SystemRandom;

    use super::*;

    #[test]
    fn identifiers_have_awss_forms() {
        for (id, prefix, length) in [
            (user_id(&SystemRandom).unwrap(), "AIDA", 21),
            (role_id(&SystemRandom).unwrap(), "AROA", 21),
            (group_id(&SystemRandom).unwrap(), "AGPA", 21),
            (policy_id(&SystemRandom).unwrap(), "ANPA", 21),
            (instance_profile_id(&SystemRandom).unwrap(), "AIPA", 21),
            (access_key_id(LONG_TERM, &SystemRandom).unwrap(), "AKIA", 20),
            (temporary_access_key_id("111122223333".parse().unwrap(), &SystemRandom).unwrap(), "ASIA", 20),
        ] {
            assert!(id.starts_with(prefix) && id.len() == length, "{id}");
            assert!(id.bytes().all(|byte| BASE32.contains(&byte)), "{id}");
        }
        let organization = organization_id(&SystemRandom).unwrap();
        assert!(organization.starts_with("o-") && organization.len() == 12, "{organization}");
        assert!(!organization.bytes().any(|byte| byte.is_ascii_uppercase()));
        assert_eq!(create_account_request_id(&SystemRandom).unwrap().len(), 36);
        assert_eq!(job_id(&SystemRandom).unwrap().len(), 36);
        assert_eq!(secret_access_key(&SystemRandom).unwrap().expose().len(), 40);
    }

    #[test]
    fn temporary_ids_hold_their_account() {
        for account in ["000000000001", "111122223333", "999999999999"] {
            let account: AccountId = account.parse().unwrap();
            let ids: BTreeSet<_> =
                (0..200).map(|_| temporary_access_key_id(account, &SystemRandom).unwrap()).collect();
            assert_eq!(ids.len(), 200);
            assert!(ids.iter().all(|id| account_of_temporary(id) == Some(account)));
        }
        // An access key of AWS's documentation, from before they held accounts; other forms.
        for text in [
            "",
            "ASIA",
            "ASIAIOSFODNN7EXAMPLE",
            "AKIAQ3EGRBCDEFGHIJKL",
            "ASIAQ3EGRBCDEFGHIJKLM",
            "ASIAq3egrbcdefghijkl",
        ] {
            assert_eq!(account_of_temporary(text), None, "{text}");
        }
    }

    /// The example of an outside decoder of AWS's ids: ASIAQNZGKIQY56JQ7WML is of 029608264753.
    #[test]
    fn the_account_is_where_aws_has_it() {
        let account = account_of_temporary("ASIAQNZGKIQY56JQ7WML").unwrap();
        assert_eq!(account.as_str(), "029608264753");
    }

    #[test]
    fn credentials_of_external_key_stores_have_the_form_that_aws_takes() {
        let id = xks_access_key_id(&SystemRandom).unwrap();
        assert!((20..=30).contains(&id.len()) && id.bytes().all(|byte| BASE32.contains(&byte)), "{id}");
        assert!(is_xks_access_key_id(&id) && !is_long_term_access_key_id(&id));
        for text in
            ["", "XKS", "AKIAIOSFODNN7EXAMPLE", "XKSabcdefghijklmnopqrstuvw", "XKSAAAAAAAAAAAAAAAAAAAAAAAA"]
        {
            assert!(!is_xks_access_key_id(text), "{text}");
        }
        let secret = xks_secret_access_key(&SystemRandom).unwrap();
        assert!(secret.expose().len() == 44 && !secret.expose().contains('='));
        assert!(service_specific_credential_id(&SystemRandom).unwrap().len() == 21);
    }

    #[test]
    fn account_ids_do_not_begin_with_zero_and_differ() {
        let ids: BTreeSet<_> = (0..200).map(|_| account_id(&SystemRandom).unwrap()).collect();
        assert_eq!(ids.len(), 200);
        assert!(ids.iter().all(|id| !id.as_str().starts_with('0')));
    }

    #[test]
    fn forms_of_long_term_ids() {
        assert!(is_long_term_access_key_id("AKIAIOSFODNN7EXAMPLE"));
        assert!(is_long_term_access_key_id(&access_key_id(LONG_TERM, &SystemRandom).unwrap()));
        for text in [
            "",
            "AKIA",
            "ASIAIOSFODNN7EXAMPLE",
            "AKIAIOSFODNN7EXAMPL",
            "AKIAIOSFODNN7EXAMPLEE",
            "AKIAiosfodnn7example",
        ] {
            assert!(!is_long_term_access_key_id(text), "{text}");
        }
    }
}
