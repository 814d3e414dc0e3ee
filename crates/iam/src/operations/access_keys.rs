//! CreateAccessKey, ListAccessKeys, UpdateAccessKey, DeleteAccessKey, GetAccessKeyLastUsed: of users, and of the root for itself.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};

use crate::authorize::{ROOT_NAME, Subject, question};
use crate::records::{AccessKey, Entity, LastUse, Owner, Status, User};
use crate::{Error, Iam, unique_id};

impl Guarded<iam::CreateAccessKey> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::CreateAccessKeyRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?.ask("iam:CreateAccessKey"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateAccessKey, Subject>,
    ) -> Result<iam::CreateAccessKeyResponse, Error> {
        let created = permit.origin().at.truncated_to_secs();
        let (owner, user_name) = permit.into_target().into_key_owner()?;
        let id = unique_id::access_key_id(unique_id::LONG_TERM, &*self.random)?;
        let secret = unique_id::secret_access_key(&*self.random)?;
        let key = AccessKey::new(id, &secret, owner, created, &self.secrets, &*self.random)?;
        key.add(view.tx().await?).await?;
        let access_key = iam::AccessKey {
            access_key_id: key.access_key_id,
            create_date: Some(key.created),
            secret_access_key: secret,
            status: key.status.into(),
            user_name,
        };
        Ok(iam::CreateAccessKeyResponse { access_key })
    }
}

impl Guarded<iam::ListAccessKeys> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::ListAccessKeysRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?.ask("iam:ListAccessKeys"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListAccessKeys, Subject>,
    ) -> Result<iam::ListAccessKeysResponse, Error> {
        let input = permit.input();
        let (owner, user_name) = permit.into_target().into_key_owner()?;
        let listing = self.listing(format!("ListAccessKeys/{}", owner.unique_name()), input.max_items);
        let found = AccessKey::list(view.tx().await?, &owner).await?;
        let page = listing.page_of(found, input.marker.as_deref(), |key| key.access_key_id.clone())?;
        let described = |key: AccessKey| iam::AccessKeyMetadata {
            access_key_id: Some(key.access_key_id),
            create_date: Some(key.created),
            status: Some(key.status.into()),
            user_name: Some(user_name.clone()),
        };
        Ok(iam::ListAccessKeysResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            access_key_metadata: page.items.into_iter().map(described).collect(),
        })
    }
}

impl Guarded<iam::UpdateAccessKey> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::UpdateAccessKeyRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?.ask("iam:UpdateAccessKey"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::UpdateAccessKey, Subject>,
    ) -> Result<iam::UpdateAccessKeyResponse, Error> {
        let input = permit.input();
        let status = Status::wanted(input.status)?;
        let (owner, _) = permit.into_target().into_key_owner()?;
        let tx = view.tx().await?;
        let mut key = AccessKey::find(tx, &owner, &input.access_key_id).await?;
        key.status = status;
        tx.put(&key).await?;
        Ok(iam::UpdateAccessKeyResponse {})
    }
}

impl Guarded<iam::DeleteAccessKey> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::DeleteAccessKeyRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?.ask("iam:DeleteAccessKey"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::DeleteAccessKey, Subject>,
    ) -> Result<iam::DeleteAccessKeyResponse, Error> {
        let input = permit.input();
        let (owner, _) = permit.into_target().into_key_owner()?;
        let tx = view.tx().await?;
        let key = AccessKey::find(tx, &owner, &input.access_key_id).await?;
        tx.delete::<LastUse>(&key.access_key_id).await?;
        tx.delete::<AccessKey>(&key.access_key_id).await?;
        Ok(iam::DeleteAccessKeyResponse {})
    }
}

/// Whose access key GetAccessKeyLastUsed is asked about.
pub enum KeyOwner {
    User(Box<User>),
    Root,
    /// No access key of the caller's account.
    Nobody,
}

impl Guarded<iam::GetAccessKeyLastUsed> for Iam {
    type Target = KeyOwner;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GetAccessKeyLastUsedRequest>,
    ) -> Result<Resolved<KeyOwner>, Error> {
        let (tx, account, action) = (view.tx().await?, call.caller.account, "iam:GetAccessKeyLastUsed");
        let key: Option<AccessKey> = tx.get(&call.input.access_key_id).await?;
        let nobody = Question::new(action, User::arn_of(account, "/", "*"), account);
        Ok(match key.map(|key| key.owner) {
            Some(Owner::Root { account: owner }) if owner == account => {
                Resolved::one(KeyOwner::Root, Question::new(action, account.root_arn(), account))
            }
            Some(Owner::User { account: owner, user_id }) if owner == account => {
                match tx.get::<User>(&user_id).await? {
                    Some(user) => {
                        let question = question(action, &user);
                        Resolved::one(KeyOwner::User(Box::new(user)), question)
                    }
                    None => Resolved::one(KeyOwner::Nobody, nobody),
                }
            }
            _ => Resolved::one(KeyOwner::Nobody, nobody),
        })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::GetAccessKeyLastUsed, KeyOwner>,
    ) -> Result<iam::GetAccessKeyLastUsedResponse, Error> {
        let id = &permit.input().access_key_id;
        let user_name = match permit.into_target() {
            KeyOwner::User(user) => user.name,
            KeyOwner::Root => ROOT_NAME.to_owned(),
            KeyOwner::Nobody => return Err(Error::NoSuchAccessKey(id.clone())),
        };
        let last = self.last_uses.of(view.tx().await?, id).await?;
        let never = || "N/A".to_owned();
        let last_used = iam::AccessKeyLastUsed {
            last_used_date: last.as_ref().map(|last| last.at),
            region: last.as_ref().map_or_else(never, |last| last.region.clone()),
            service_name: last.as_ref().map_or_else(never, |last| last.service.clone()),
        };
        Ok(iam::GetAccessKeyLastUsedResponse {
            access_key_last_used: Some(last_used),
            user_name: Some(user_name),
        })
    }
}

impl Status {
    /// What a request wants the status of a credential to be.
    pub fn wanted(status: iam::StatusType) -> Result<Self, Error> {
        match status {
            iam::StatusType::Active => Ok(Self::Active),
            iam::StatusType::Inactive => Ok(Self::Inactive),
            iam::StatusType::Expired => {
                Err(Error::validation("The status of a credential is Active or Inactive."))
            }
        }
    }
}

impl From<Status> for iam::StatusType {
    fn from(status: Status) -> Self {
        match status {
            Status::Active => Self::Active,
            Status::Inactive => Self::Inactive,
        }
    }
}
