//! Identity providers of accounts, with the keys that they sign tokens with.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use arn::AccountId;
use clock::Timestamp;
use store::{Cache, Store};
use tokio::sync::Mutex;
use web_identity::{Discovery, Documents, KeySet, Token, Unfetched};

use crate::Error;
use crate::records::OidcProvider;

/// How long keys are believed to be the provider's: what it withdrew counts no longer after this.
const FRESH: Duration = Duration::from_secs(600);
/// How long keys that lack the one of a token are not asked for again: strangers can name any key.
const ROTATION: Duration = Duration::from_secs(30);
/// How long a provider that failed is left alone.
const RETRY: Duration = Duration::from_secs(5);

const PROVIDERS: usize = 1000;

/// The providers that accounts have registered, and their keys.
pub(crate) struct WebIdentities {
    documents: Option<Arc<dyn Documents>>,
    registered: Cache<OidcProvider, OidcProvider>,
    issuers: quick_cache::sync::Cache<(AccountId, String), Arc<Issuer>>,
}

/// A provider's keys. The lock is held while they are fetched: everybody else waits for the same answer.
#[derive(Default)]
struct Issuer {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Those that vouched for the provider when it was asked.
    thumbprints: Vec<String>,
    asked: Option<Timestamp>,
    keys: Option<(Arc<KeySet>, Timestamp)>,
    /// Why there are no newer ones.
    failure: Option<Unavailable>,
}

#[derive(Clone)]
enum Unavailable {
    Unfetched(Unfetched),
    Unreadable(web_identity::Error),
}

impl From<Unfetched> for Unavailable {
    fn from(error: Unfetched) -> Self {
        Self::Unfetched(error)
    }
}

impl From<web_identity::Error> for Unavailable {
    fn from(error: web_identity::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl WebIdentities {
    /// With `documents` as the way to providers; `None` reaches nobody.
    pub fn new(store: &Store, documents: Option<Arc<dyn Documents>>) -> Self {
        Self {
            documents,
            registered: Cache::new(store, PROVIDERS),
            issuers: quick_cache::sync::Cache::new(PROVIDERS),
        }
    }

    /// The provider of this issuer (host and path) that the account has registered.
    pub async fn provider(
        &self,
        account: AccountId,
        issuer: &str,
    ) -> Result<Option<Arc<OidcProvider>>, Error> {
        self.registered.get_or_load(&(account, issuer.to_owned()), Ok).await
    }

    /// Whether the provider has signed the token.
    pub async fn verify(
        &self,
        provider: &OidcProvider,
        token: &Token<'_>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let keys = self.keys(provider, now, FRESH).await?;
        match token.verify(&keys) {
            // It may be a new one.
            Err(web_identity::Error::UnknownKey) => {
                let keys = self.keys(provider, now, ROTATION).await?;
                Ok(token.verify(&keys).map(drop)?)
            }
            verified => Ok(verified.map(drop)?),
        }
    }

    /// The provider's keys, at most so old.
    async fn keys(
        &self,
        provider: &OidcProvider,
        now: Timestamp,
        age: Duration,
    ) -> Result<Arc<KeySet>, Error> {
        let place = (provider.account, provider.issuer.clone());
        let made = self.issuers.get_or_insert_with(&place, || Ok::<_, Infallible>(Arc::default()));
        let issuer = made.unwrap_or_else(|never| match never {});
        let mut state = issuer.state.lock().await;
        if state.thumbprints != provider.thumbprints {
            *state = State { thumbprints: provider.thumbprints.clone(), ..State::default() };
        }
        if let Some((keys, fetched)) = &state.keys
            && now.since(*fetched) < age
        {
            return Ok(Arc::clone(keys));
        }
        let left_alone = state.asked.is_some_and(|asked| now.since(asked) < RETRY);
        if !left_alone {
            state.asked = Some(now);
            match self.fetch(provider).await {
                Ok(keys) => (state.keys, state.failure) = (Some((Arc::new(keys), now)), None),
                Err(failure) => state.failure = Some(failure),
            }
        }
        match (&state.keys, &state.failure) {
            // Not as young as wanted, and good all the same.
            (Some((keys, fetched)), _) if now.since(*fetched) < FRESH => Ok(Arc::clone(keys)),
            (_, Some(Unavailable::Unreadable(error))) => Err(error.clone().into()),
            (_, Some(Unavailable::Unfetched(error))) => Err(error.clone().into()),
            (_, None) => Err(Unfetched::Failed("the identity provider was not asked".to_owned()).into()),
        }
    }

    async fn fetch(&self, provider: &OidcProvider) -> Result<KeySet, Unavailable> {
        let OidcProvider { issuer, thumbprints, .. } = provider;
        let host = || issuer.split('/').next().unwrap_or_default().to_owned();
        let location = Discovery::location(issuer).ok_or_else(|| Unfetched::NotAllowed(host()))?;
        let documents = self.documents.as_ref().ok_or_else(|| Unfetched::NotAllowed(host()))?;
        let discovery = Discovery::parse(&documents.get(&location, thumbprints).await?, issuer)?;
        Ok(KeySet::parse(&documents.get(&discovery.keys, thumbprints).await?)?)
    }
}
