//! Whom policies can name, and what becomes of the names of those who are deleted.

use arn::{AccountId, Arn};
use gate::{BoxFuture, Principals, View};
use iam_policy::DeletedPrincipal;
use store::Tx;

use crate::records::{Account, Role, User};
use crate::{Error, Iam};

/// The accounts, users and roles of the organization as [`gate::Principals`]. All that it knows is in the store.
#[derive(Debug, Clone, Copy, Default)]
pub struct StoredPrincipals;

impl Principals for StoredPrincipals {
    fn unknown<'a>(
        &'a self,
        view: &'a mut View,
        names: &'a [String],
    ) -> BoxFuture<'a, Result<Vec<String>, store::Error>> {
        Box::pin(async move {
            let tx = view.tx().await?;
            let mut unknown = Vec::new();
            for name in names {
                let exists = exists(tx, name).await.map_err(|error| match error {
                    Error::Store(error) => error,
                    error => store::Error::unavailable(error),
                })?;
                if !exists {
                    unknown.push(name.clone());
                }
            }
            Ok(unknown)
        })
    }
}

/// Whether what a principal element names is there.
pub(crate) async fn exists(tx: &mut Tx, principal: &str) -> Result<bool, Error> {
    if principal == "*" {
        return Ok(true);
    }
    if let Ok(account) = principal.parse::<AccountId>() {
        return Account::exists(tx, account).await;
    }
    // A unique id stands for somebody who is gone.
    let Ok(arn) = principal.parse::<Arn>() else { return Ok(false) };
    let Some(account) = arn.account_id() else { return Ok(false) };
    if arn.partition() != arn::PARTITION || !arn.region().is_empty() {
        return Ok(false);
    }
    let (kind, rest) = arn.resource().split_once('/').unwrap_or((arn.resource(), ""));
    let name = rest.rsplit('/').next().unwrap_or_default();
    Ok(match (arn.service(), kind) {
        ("iam", "root") => Account::exists(tx, account).await?,
        ("iam", "user") => User::find(tx, account, name).await?.is_some_and(|user| user.arn() == principal),
        ("iam", "role") => Role::find(tx, account, name).await?.is_some_and(|role| role.arn() == principal),
        // A session need not be there, its role must.
        ("sts", "assumed-role") => {
            let role = rest.split('/').next().unwrap_or_default();
            Role::find(tx, account, role).await?.is_some()
        }
        ("sts", "federated-user") => Account::exists(tx, account).await?,
        _ => false,
    })
}

impl Iam {
    /// Ends what others allow a user or role that was deleted, so that a later one of the same name does not inherit it. Policies show
    /// its unique id from now on.
    pub(crate) async fn forget_principal(
        &self,
        view: &mut View,
        arn: &str,
        unique_id: &str,
    ) -> Result<(), Error> {
        let arn: Arn = arn.parse().map_err(|error| Error::corrupt(format!("name {arn}"), error))?;
        let principal = DeletedPrincipal::new(&arn, unique_id);
        let tx = view.tx().await?;
        for mut role in Role::trusting(tx, &principal).await? {
            role.trust_policy = principal
                .replaced_in(&role.trust_policy)
                .map_err(|error| Error::corrupt(format!("trust policy of {}", role.arn()), error))?;
            role.trusts.retain(|trusted| !principal.is_meant_by(trusted));
            tx.put(&role).await?;
        }
        for watcher in &self.watchers {
            watcher.principal_deleted(view, &principal).await?;
        }
        Ok(())
    }
}
