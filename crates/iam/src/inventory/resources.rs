//! What there is, by ARN: what actions are about, and whom policies name.

use arn::{AccountId, Arn};
use audit_event::{IdentityType, UserIdentity};
use gate::{Caller, Question};
use iam_policy::{PolicyKind, Principal};
use store::{Page, Tx};

use super::{Inventory, StoredPolicy, root};
use crate::records::{
    Account, ControlPolicy, ControlType, Entity, Group, InstanceProfile, ManagedPolicy, MfaDevice, Node,
    OidcProvider, Organization, Role, SamlProvider, ServerCertificate, User,
};
use crate::tags::Tags;
use crate::{Error, authorize, aws_managed};

/// Something that actions of IAM, STS or Organizations can be about.
pub struct StoredResource {
    arn: String,
    /// `None`: a policy of AWS's, which every account sees as its own.
    owner: Option<AccountId>,
    tags: Option<Tags>,
    boundary: Option<String>,
}

impl StoredResource {
    /// Who owns it; `None` for what every account sees as its own.
    pub fn owner(&self) -> Option<AccountId> {
        self.owner
    }

    /// May somebody of `account` do `action` on it? With the condition keys of its tags and its boundary.
    pub fn question(&self, action: &'static str, account: AccountId) -> Question {
        let mut question = Question::new(action, self.arn.clone(), self.owner.unwrap_or(account));
        let boundary = self.boundary.as_deref();
        authorize::insert_entity(&mut question.context, action, self.tags.as_ref(), boundary);
        question
    }

    fn of(entity: &impl Entity, owner: Option<AccountId>) -> Self {
        let boundary = entity.boundary().map(str::to_owned);
        Self { arn: entity.arn(), owner, tags: entity.tags().cloned(), boundary }
    }

    fn plain(arn: &str, owner: AccountId, tags: Option<&Tags>) -> Self {
        Self { arn: arn.to_owned(), owner: Some(owner), tags: tags.cloned(), boundary: None }
    }
}

impl Inventory {
    /// The thing of IAM, or of the organization, with this ARN.
    pub async fn resource(&self, arn: &str) -> Result<Option<StoredResource>, Error> {
        let mut tx = self.store.begin().await?;
        if let Some(policy) = aws_managed::find(arn) {
            let organization = Organization::get(&mut tx).await?;
            let policy = policy.seen_by(organization.management_account);
            return Ok(Some(StoredResource::of(&policy, None)));
        }
        let Ok(parsed) = arn.parse::<Arn>() else { return Ok(None) };
        let Some(account) = parsed.account_id() else { return Ok(None) };
        let tx = &mut tx;
        match (parsed.service(), kind(&parsed)) {
            ("organizations", _) => of_organization(tx, arn).await,
            ("iam", "root") => {
                let there = Account::exists(tx, account).await?;
                Ok(there.then(|| StoredResource::plain(arn, account, None)))
            }
            ("iam", User::RESOURCE) => find::<User>(tx, account, arn).await,
            ("iam", Group::RESOURCE) => find::<Group>(tx, account, arn).await,
            ("iam", Role::RESOURCE) => find::<Role>(tx, account, arn).await,
            ("iam", ManagedPolicy::RESOURCE) => find::<ManagedPolicy>(tx, account, arn).await,
            ("iam", InstanceProfile::RESOURCE) => find::<InstanceProfile>(tx, account, arn).await,
            ("iam", OidcProvider::RESOURCE) => find::<OidcProvider>(tx, account, arn).await,
            ("iam", SamlProvider::RESOURCE) => find::<SamlProvider>(tx, account, arn).await,
            ("iam", ServerCertificate::RESOURCE) => find::<ServerCertificate>(tx, account, arn).await,
            ("iam", MfaDevice::RESOURCE) => find::<MfaDevice>(tx, account, arn).await,
            _ => Ok(None),
        }
    }

    /// The ARNs of all things of the same kind and account, for who has named one that is not there.
    pub async fn resources_like(&self, arn: &str) -> Result<Vec<String>, Error> {
        let Ok(parsed) = arn.parse::<Arn>() else { return Ok(Vec::new()) };
        let (Some(account), "iam") = (parsed.account_id(), parsed.service()) else { return Ok(Vec::new()) };
        let tx = &mut self.store.begin().await?;
        match kind(&parsed) {
            User::RESOURCE => arns::<User>(tx, account).await,
            Group::RESOURCE => arns::<Group>(tx, account).await,
            Role::RESOURCE => arns::<Role>(tx, account).await,
            ManagedPolicy::RESOURCE => arns::<ManagedPolicy>(tx, account).await,
            InstanceProfile::RESOURCE => arns::<InstanceProfile>(tx, account).await,
            OidcProvider::RESOURCE => arns::<OidcProvider>(tx, account).await,
            SamlProvider::RESOURCE => arns::<SamlProvider>(tx, account).await,
            ServerCertificate::RESOURCE => arns::<ServerCertificate>(tx, account).await,
            MfaDevice::RESOURCE => arns::<MfaDevice>(tx, account).await,
            _ => Ok(Vec::new()),
        }
    }

    /// Whether a value of a principal element is somebody that there is: an account, user or role; of a session, its role; an identity
    /// provider. `kind` is `AWS`, `Federated` and so on. Services, `*` and unique ids always are.
    pub async fn is_principal(&self, kind: &str, value: &str) -> Result<bool, Error> {
        match kind {
            "AWS" => self.exists(value).await,
            // Other names are those of providers that need no registration; none is known here.
            "Federated" => Ok(self.resource(value).await?.is_some()),
            _ => Ok(true),
        }
    }

    /// The account that manages the organization.
    pub async fn management_account(&self) -> Result<AccountId, Error> {
        Ok(Organization::get(&mut self.store.begin().await?).await?.management_account)
    }

    /// The service and resource control policies of the organization's own.
    pub async fn organization_policies(&self) -> Result<Vec<StoredPolicy>, Error> {
        let mut tx = self.store.begin().await?;
        let organization = Organization::get(&mut tx).await?;
        let mut policies = Vec::new();
        for control in ControlType::ALL {
            let all = ControlPolicy::all(&mut tx, control).await?.into_iter();
            let own = all.filter(|policy| matches!(policy, ControlPolicy::Own(_)));
            policies.extend(own.map(|policy| StoredPolicy {
                arn: policy.arn(&organization),
                name: Some(format!("{} {}", control.described(), policy.name())),
                kind: PolicyKind::Organization,
                text: policy.content().to_owned(),
            }));
        }
        Ok(policies)
    }

    /// A session of GetFederationToken with this ARN, made by the account's root.
    pub async fn federated_user(&self, account: AccountId, arn: &Arn) -> Result<Caller, Error> {
        let membership = self.membership(account).await?;
        let name = arn.resource().rsplit('/').next().unwrap_or_default();
        let mut identity = UserIdentity::new(IdentityType::FederatedUser);
        identity.arn = Some(arn.as_str().into());
        let user_arn = super::parsed(&account.root_arn())?;
        Ok(Caller {
            user_id: format!("{account}:{name}"),
            principal: Principal::FederatedUser { account, user_arn, session_arn: arn.clone() },
            identity,
            ..root(account, &membership)
        })
    }

    /// Whoever has a token or assertion of an identity provider of this account, one caller for each provider.
    pub async fn federated_callers(&self, account: AccountId) -> Result<Vec<Caller>, Error> {
        let membership = self.membership(account).await?;
        let tx = &mut self.store.begin().await?;
        let oidc = arns::<OidcProvider>(tx, account).await?.into_iter();
        let oidc = oidc.map(|provider| (provider, IdentityType::WebIdentityUser));
        let saml = arns::<SamlProvider>(tx, account).await?.into_iter();
        let saml = saml.map(|provider| (provider, IdentityType::SamlUser));
        Ok(oidc
            .chain(saml)
            .map(|(provider, identity_type)| {
                let mut identity = UserIdentity::new(identity_type);
                identity.identity_provider = Some(provider.as_str().into());
                identity.arn = Some(provider.as_str().into());
                Caller {
                    user_id: provider.clone(),
                    principal: Principal::Federated { provider },
                    identity,
                    ..root(account, &membership)
                }
            })
            .collect())
    }
}

/// What the resource of an ARN begins with: `user`.
fn kind(arn: &Arn) -> &str {
    arn.resource().split('/').next().unwrap_or_default()
}

async fn find<E: Entity>(
    tx: &mut Tx,
    account: AccountId,
    arn: &str,
) -> Result<Option<StoredResource>, Error> {
    // Some kinds are called by their names, others by their ARNs.
    let name = arn.rsplit('/').next().unwrap_or_default();
    for reference in [name, arn] {
        let found = E::find(tx, account, reference).await?.filter(|found| found.arn() == arn);
        if let Some(found) = found {
            return Ok(Some(StoredResource::of(&found, Some(account))));
        }
    }
    Ok(None)
}

async fn arns<E: Entity>(tx: &mut Tx, account: AccountId) -> Result<Vec<String>, Error> {
    Ok(E::list(tx, account, Page::all()).await?.items.iter().map(Entity::arn).collect())
}

async fn of_organization(tx: &mut Tx, arn: &str) -> Result<Option<StoredResource>, Error> {
    let organization = Organization::get(tx).await?;
    let owner = organization.management_account;
    let id = arn.rsplit('/').next().unwrap_or_default();
    if let Some(node) = Node::find(tx, &organization, id).await?.filter(|node| node.arn(&organization) == arn)
    {
        return Ok(Some(StoredResource::plain(arn, owner, Some(node.tags(&organization)))));
    }
    let policy = ControlPolicy::find(tx, id).await?.filter(|policy| policy.arn(&organization) == arn);
    if let Some(policy) = policy {
        return Ok(Some(StoredResource::plain(arn, owner, policy.tags())));
    }
    Ok((organization.arn() == arn).then(|| StoredResource::plain(arn, owner, None)))
}
