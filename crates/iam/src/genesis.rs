use std::collections::BTreeSet;
use std::str::FromStr;

use arn::{AccountId, Region};
use clock::Timestamp;
use gate::{ServiceEvent, View};
use secret::SecretString;
use serde_json::{Value, json};

use crate::operations::accounts::{ADMINISTRATOR_ACCESS, ADMINISTRATOR_ACCESS_NAME, free_account_id};
use crate::records::{AccessKey, Account, Entity, Organization, Owner, User, enabled_from_the_start};
use crate::tags::Tags;
use crate::{Error, Iam, unique_id};

/// What the first start is to make.
#[derive(Debug, Clone)]
pub struct Genesis {
    /// The management account's id; random when `None`.
    pub management_account: Option<AccountId>,
    /// The management account's name.
    pub name: String,
}

/// What the first start made. The secret is shown once: the store has it wrapped only.
pub struct Founded {
    /// `o-...`
    pub organization_id: String,
    /// The management account.
    pub account: AccountId,
    /// The access key of the user `admin`, who may do everything in the management account.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: SecretString,
    /// What was done, for the audit trail.
    pub events: Vec<ServiceEvent>,
}

/// Makes the organization, its management account, and an administrator with an access key. `None` when there is an organization.
///
/// Runs inside a gate `Duty`, which commits it together with its records. Nothing is made when the commit fails: show the secret after it.
pub async fn genesis(
    iam: &Iam,
    view: &mut View,
    request: &Genesis,
    now: Timestamp,
) -> Result<Option<Founded>, Error> {
    let tx = view.tx().await?;
    if tx.get::<Organization>(&()).await?.is_some() {
        return Ok(None);
    }
    let now = now.truncated_to_secs();
    let id = match request.management_account {
        Some(id) => id,
        None => free_account_id(iam, tx).await?,
    };
    let organization = Organization {
        id: unique_id::organization_id(&*iam.random)?,
        management_account: id,
        created: now,
        enabled: enabled_from_the_start(),
        root_tags: Tags::new(),
        root_access: BTreeSet::new(),
    };
    tx.insert(&organization).await?;
    let account = Account {
        id,
        name: request.name.clone(),
        email: None,
        joined: now,
        created: false,
        tags: Tags::new(),
        parent: None,
        closed: None,
    };
    tx.insert(&account).await?;
    let mut admin = User::new(&*iam.random, id, "/", "admin", now)?;
    admin.policies.insert(ADMINISTRATOR_ACCESS_NAME.to_owned(), ADMINISTRATOR_ACCESS.to_owned());
    admin.add(tx).await?;
    let secret_access_key = unique_id::secret_access_key(&*iam.random)?;
    let access_key_id = unique_id::access_key_id(unique_id::LONG_TERM, &*iam.random)?;
    let owner = Owner::User { account: id, user_id: admin.user_id.clone() };
    AccessKey::new(access_key_id.clone(), &secret_access_key, owner, now, &iam.secrets, &*iam.random)?
        .add(tx)
        .await?;
    let details = json!({"accountName": account.name});
    let key_details = json!({"userName": admin.name, "accessKeyId": access_key_id});
    let events = vec![
        Told::ORGANIZATION.event("CreateOrganization", id, organization.arn(), details)?,
        Told::USER.event("CreateUser", id, admin.arn(), json!({"userId": admin.user_id}))?,
        Told::ACCESS_KEY.event("CreateAccessKey", id, admin.arn(), key_details)?,
    ];
    Ok(Some(Founded {
        organization_id: organization.id,
        account: id,
        access_key_id,
        secret_access_key,
        events,
    }))
}

/// A kind of thing that this crate tells the audit trail of: the service and CloudTrail's resource type.
pub(crate) struct Told {
    source: &'static str,
    resource_type: &'static str,
}

impl Told {
    pub const ORGANIZATION: Self =
        Self { source: "organizations.amazonaws.com", resource_type: "AWS::Organizations::Organization" };
    pub const ACCOUNT: Self =
        Self { source: "organizations.amazonaws.com", resource_type: "AWS::Organizations::Account" };
    pub const USER: Self = Self { source: "iam.amazonaws.com", resource_type: "AWS::IAM::User" };
    pub const ACCESS_KEY: Self = Self { source: "iam.amazonaws.com", resource_type: "AWS::IAM::AccessKey" };
    pub const TOKEN_ISSUER: Self =
        Self { source: "sts.amazonaws.com", resource_type: "AWS::IAM::OutboundWebIdentityFederation" };
    pub const ROLE: Self = Self { source: "iam.amazonaws.com", resource_type: "AWS::IAM::Role" };

    pub fn event(
        &self,
        name: &'static str,
        account: AccountId,
        resource: String,
        details: Value,
    ) -> Result<ServiceEvent, Error> {
        // As in CloudTrail, what belongs to no region is told of in this one.
        let region = Region::from_str("us-east-1").map_err(|error| Error::corrupt("region", error))?;
        let Self { source, resource_type } = *self;
        Ok(ServiceEvent { source, name, region, account, resource_type, resource, details })
    }
}
