use std::str::FromStr;

use envelope::{KeyLocator, Random, Wrapped, WrappingKey};
use gate::View;
use secret::{SecretBytes, SecretString};
use store::{Cache, Store};

use super::record::{GrantId, GrantRecord};
use crate::Error;

/// How many grants are known to exist, or not to.
const KNOWN: usize = 10_000;

/// Where a token belongs.
const PLACE: &[u8] = b"grant token";

/// Grant tokens. A grant counts here from the moment that CreateGrant answers, so a token adds nothing to it; but it names the grant for
/// RetireGrant, and a request with a token that names no grant fails, as with AWS.
///
/// A token is the sealed name of its grant: nobody can make one up or read one. It is good for as long as its grant is there;
/// AWS documents no other end.
pub(crate) struct Tokens {
    key: WrappingKey,
    known: Cache<GrantRecord, ()>,
}

/// A grant by its key and id.
pub(crate) type Reference = (KeyLocator, GrantId);

impl Tokens {
    pub fn new(key: WrappingKey, store: &Store) -> Self {
        Self { key, known: Cache::new(store, KNOWN) }
    }

    /// A new token, another one each time.
    pub fn seal(&self, (key, id): &Reference, random: &dyn Random) -> Result<SecretString, Error> {
        let name = SecretBytes::new(format!("{key} {id}").into_bytes());
        let sealed = self.key.wrap(&name, PLACE, random).map_err(Error::Envelope)?;
        Ok(SecretString::new(sealed.to_string()))
    }

    /// What a token names. Whether that grant is still there is another question.
    pub fn open(&self, token: &SecretString) -> Result<Reference, Error> {
        let sealed = Wrapped::from_str(token.expose()).map_err(|_| Error::InvalidGrantToken)?;
        let name = self.key.unwrap(&sealed, PLACE).map_err(|_| Error::InvalidGrantToken)?;
        let name = std::str::from_utf8(name.expose()).ok();
        let (key, id) = name.and_then(|name| name.split_once(' ')).ok_or(Error::InvalidGrantToken)?;
        Ok((key.parse().map_err(|_| Error::InvalidGrantToken)?, id.parse()?))
    }

    /// Whether all tokens of a request name grants. They may be grants of other keys and other grantees; those do not help.
    pub async fn check(&self, view: &mut View, tokens: Option<&[SecretString]>) -> Result<(), Error> {
        for token in tokens.unwrap_or_default() {
            let grant = self.open(token)?;
            let found = if view.is_cached() {
                self.known.get_or_load(&grant, |_| Ok::<_, Error>(())).await?.is_some()
            } else {
                view.tx().await?.get::<GrantRecord>(&grant).await?.is_some()
            };
            if !found {
                return Err(Error::InvalidGrantToken);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use envelope::{RootKey, SystemRandom};
    use secret::SecretArray;

    #[test]
    fn tokens_are_sealed_and_unique() {
        let tokens = |root: u8| {
            let key = RootKey::new(SecretArray::new([root; 32])).wrapping_key("test");
            Tokens::new(key, &Store::new(store::Memory::new()))
        };
        let key: KeyLocator =
            "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".parse().unwrap();
        let grant = (key, GrantId::random(&SystemRandom).unwrap());
        let [first, second] = [(); 2].map(|()| tokens(1).seal(&grant, &SystemRandom).unwrap());
        assert!(first != second);
        assert!(tokens(1).open(&first).unwrap() == grant && tokens(1).open(&second).unwrap() == grant);
        assert!(matches!(tokens(2).open(&first), Err(Error::InvalidGrantToken)));
        for text in ["", "token", grant.1.as_str()] {
            let token = SecretString::new(text.to_owned());
            assert!(matches!(tokens(1).open(&token), Err(Error::InvalidGrantToken)), "{text}");
        }
    }
}
