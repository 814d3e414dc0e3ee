//! Whom policies can name.

use std::collections::BTreeMap;

use arn::{AccountId, Arn};
use gate::{BoxFuture, NamedPrincipals, Principals, View};
use store::Tx;

use crate::Error;
use crate::records::{Account, Entity, Role, User};

/// The accounts, users and roles of the organization as [`gate::Principals`]. All that it knows is in the store.
#[derive(Debug, Clone, Copy, Default)]
pub struct StoredPrincipals;

impl Principals for StoredPrincipals {
    fn named<'a>(
        &'a self,
        view: &'a mut View,
        names: &'a [String],
    ) -> BoxFuture<'a, Result<NamedPrincipals, store::Error>> {
        Box::pin(async move { named(view.tx().await?, names).await.map_err(of_the_store) })
    }

    fn shown<'a>(
        &'a self,
        view: &'a mut View,
        bound: &'a BTreeMap<String, String>,
    ) -> BoxFuture<'a, Result<BTreeMap<String, String>, store::Error>> {
        Box::pin(async move { shown(view.tx().await?, bound).await.map_err(of_the_store) })
    }
}

fn of_the_store(error: Error) -> store::Error {
    match error {
        Error::Store(error) => error,
        error => store::Error::unavailable(error),
    }
}

/// [`Principals::named`] for a transaction.
pub(crate) async fn named(
    tx: &mut Tx,
    names: impl IntoIterator<Item = &String>,
) -> Result<NamedPrincipals, Error> {
    let mut named = NamedPrincipals::default();
    for name in names {
        match find(tx, name).await? {
            Found::Nobody => named.unknown.push(name.clone()),
            Found::Lasting => {}
            Found::UniqueId(id) => {
                named.unique_ids.insert(name.clone(), id);
            }
        }
    }
    Ok(named)
}

/// [`Principals::shown`] for a transaction.
pub(crate) async fn shown(
    tx: &mut Tx,
    bound: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Error> {
    let mut shown = BTreeMap::new();
    for (arn, id) in bound {
        // Of users and roles, only users can be renamed.
        let now = match tx.get::<User>(id).await? {
            Some(user) => user.arn(),
            None if matches!(find(tx, arn).await?, Found::UniqueId(now) if now == *id) => continue,
            None => id.clone(),
        };
        if now != *arn {
            shown.insert(arn.clone(), now);
        }
    }
    Ok(shown)
}

/// What a principal element names.
enum Found {
    Nobody,
    /// An account, or everybody: the name always means the same.
    Lasting,
    /// A user or role.
    UniqueId(String),
}

impl Found {
    fn lasting(exists: bool) -> Self {
        if exists { Self::Lasting } else { Self::Nobody }
    }

    fn unique_id(id: Option<String>) -> Self {
        id.map_or(Self::Nobody, Self::UniqueId)
    }
}

async fn find(tx: &mut Tx, principal: &str) -> Result<Found, Error> {
    if principal == "*" {
        return Ok(Found::Lasting);
    }
    if let Ok(account) = principal.parse::<AccountId>() {
        return Account::exists(tx, account).await.map(Found::lasting);
    }
    // A unique id stands for somebody who is gone.
    let Ok(arn) = principal.parse::<Arn>() else { return Ok(Found::Nobody) };
    let Some(account) = arn.account_id() else { return Ok(Found::Nobody) };
    if arn.partition() != arn::PARTITION || !arn.region().is_empty() {
        return Ok(Found::Nobody);
    }
    let (kind, rest) = arn.resource().split_once('/').unwrap_or((arn.resource(), ""));
    let name = rest.rsplit('/').next().unwrap_or_default();
    Ok(match (arn.service(), kind) {
        ("iam", "root") => Found::lasting(Account::exists(tx, account).await?),
        ("iam", "user") => {
            let user = User::find(tx, account, name).await?.filter(|user| user.arn() == principal);
            Found::unique_id(user.map(|user| user.user_id))
        }
        ("iam", "role") => {
            let role = Role::find(tx, account, name).await?.filter(|role| role.arn() == principal);
            Found::unique_id(role.map(|role| role.role_id))
        }
        // A session need not be there, its role must.
        ("sts", "assumed-role") => {
            let role = rest.split('/').next().unwrap_or_default();
            Found::unique_id(Role::find(tx, account, role).await?.map(|role| role.role_id))
        }
        ("sts", "federated-user") => Found::lasting(Account::exists(tx, account).await?),
        _ => Found::Nobody,
    })
}
