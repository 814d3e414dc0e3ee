//! AWS's rules for the encryption context. Source: KMS Developer Guide, "Encryption context".

use std::collections::{BTreeMap, BTreeSet};

use envelope::EncryptionContext;

use crate::Error;

/// The most bytes that all names and values have together.
const MAX_LENGTH: usize = 8192;

/// The context that a request gives; none is the same as an empty one.
pub(crate) fn read(pairs: Option<&BTreeMap<String, String>>) -> Result<EncryptionContext, Error> {
    let Some(pairs) = pairs.filter(|pairs| !pairs.is_empty()) else { return Ok(EncryptionContext::new()) };
    let length: usize = pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
    if length > MAX_LENGTH {
        return Err(Error::invalid(format!(
            "The encryption context has {length} bytes, the limit is {MAX_LENGTH}."
        )));
    }
    // Condition keys do not tell upper from lower case, so `kms:EncryptionContext:Tenant` could not say which of two
    // such pairs it is about, and a policy could be led to look at the wrong one.
    if pairs.len() > 1
        && pairs.keys().map(|name| name.to_ascii_lowercase()).collect::<BTreeSet<_>>().len() < pairs.len()
    {
        return Err(Error::invalid("Names in the encryption context must not differ in case alone."));
    }
    Ok(EncryptionContext::from(pairs.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn limits() {
        assert!(read(None).unwrap().is_empty());
        assert!(read(Some(&pairs(&[]))).unwrap().is_empty());
        let longest = "v".repeat(MAX_LENGTH - 1);
        assert_eq!(read(Some(&pairs(&[("n", &longest)]))).unwrap().len(), 1);
        assert!(read(Some(&pairs(&[("nn", &longest)]))).is_err());
    }

    #[test]
    fn names_that_conditions_cannot_tell_apart_are_refused() {
        assert!(read(Some(&pairs(&[("tenant", "1"), ("Tenant", "2")]))).is_err());
        assert!(read(Some(&pairs(&[("tenant", "1"), ("service", "1")]))).is_ok());
    }
}
