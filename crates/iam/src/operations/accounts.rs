//! Organizations: DescribeOrganization, CreateAccount, DescribeCreateAccountStatus, ListAccounts, DescribeAccount.

use arn::AccountId;
use aws_model::organizations;
use clock::Timestamp;
use gate::{Call, Caller, Effect, Guarded, Permit, Question, Resolved, View};
use secret::SecretString;
use store::Tx;

use super::organization::enabled_types;
use super::organization_tags::requested_tags;
use crate::records::{Account, AccountCreation, Creation, Organization, OrganizationalUnit, Role};
use crate::tags::{self, Tags};
use crate::{Error, Iam, unique_id};

/// The role through which the management account gets into an account that it made.
pub(crate) const ACCESS_ROLE: &str = "OrganizationAccountAccessRole";
/// The inline policy that allows everything.
pub(crate) const ADMINISTRATOR_ACCESS: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
/// The name of that policy.
pub(crate) const ADMINISTRATOR_ACCESS_NAME: &str = "AdministratorAccess";
/// How many accounts a page has when the caller does not say.
const ACCOUNTS_ON_A_PAGE: i32 = 20;

impl Guarded<organizations::DescribeOrganization> for Iam {
    type Target = Organization;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<organizations::DescribeOrganizationRequest>,
    ) -> Result<Resolved<Organization>, Error> {
        // Any account of the organization may be allowed to ask.
        let organization = Organization::get(view.tx().await?).await?;
        let question = Question::new("organizations:DescribeOrganization", "*", call.caller.account);
        Ok(Resolved::one(organization, question))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, organizations::DescribeOrganization, Organization>,
    ) -> Result<organizations::DescribeOrganizationResponse, Error> {
        let organization = permit.into_target();
        let management: Option<Account> = view.tx().await?.get(&organization.management_account).await?;
        let described = organizations::Organization {
            arn: Some(organization.arn()),
            available_policy_types: Some(enabled_types(&organization)),
            feature_set: Some(organizations::OrganizationFeatureSet::All),
            master_account_arn: Some(organization.account_arn(organization.management_account)),
            master_account_email: management.and_then(|account| account.email).map(SecretString::new),
            master_account_id: Some(organization.management_account.to_string()),
            id: Some(organization.id),
        };
        Ok(organizations::DescribeOrganizationResponse { organization: Some(described) })
    }
}

impl Guarded<organizations::CreateAccount> for Iam {
    type Target = (Organization, Tags);
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<organizations::CreateAccountRequest>,
    ) -> Result<Resolved<(Organization, Tags)>, Error> {
        // IamUserAccessToBilling is taken and has no effect either way: there is nothing to bill.
        let tags = requested_tags(call.input.tags.iter().flatten())?;
        let organization = managed(view, &call.caller).await?;
        let ask = |action| {
            let mut question = Question::new(action, "*", call.caller.account);
            tags::insert_request_tags(&mut question.context, &tags);
            question
        };
        let mut questions = vec![ask("organizations:CreateAccount")];
        if !tags.is_empty() {
            questions.push(ask("organizations:TagResource"));
        }
        Ok(Resolved { target: Some((organization, tags)), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, organizations::CreateAccount, (Organization, Tags)>,
    ) -> Result<organizations::CreateAccountResponse, Error> {
        let (input, at) = (permit.input(), permit.origin().at);
        let (organization, tags) = permit.into_target();
        let tx = view.tx().await?;
        let outcome = if Account::with_email(tx, input.email.expose()).await?.is_some() {
            Creation::EmailAlreadyExists
        } else {
            let account = Account {
                id: free_account_id(self, tx).await?,
                name: input.account_name.expose().to_owned(),
                email: Some(input.email.expose().to_owned()),
                joined: at.truncated_to_secs(),
                created: true,
                tags,
                parent: None,
                closed: None,
            };
            let role_name = input.role_name.as_deref().unwrap_or(ACCESS_ROLE);
            add_account(self, tx, &account, &organization, role_name).await?;
            Creation::Succeeded { account: account.id }
        };
        let creation = AccountCreation {
            id: unique_id::create_account_request_id(&*self.random)?,
            account_name: input.account_name.expose().to_owned(),
            requested: at.truncated_to_secs(),
            outcome,
        };
        tx.insert(&creation).await?;
        Ok(organizations::CreateAccountResponse { create_account_status: Some(creation_status(creation)) })
    }
}

impl Guarded<organizations::DescribeCreateAccountStatus> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<organizations::DescribeCreateAccountStatusRequest>,
    ) -> Result<Resolved<()>, Error> {
        managed(view, &call.caller).await?;
        let action = "organizations:DescribeCreateAccountStatus";
        Ok(Resolved::one((), Question::new(action, "*", call.caller.account)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, organizations::DescribeCreateAccountStatus, ()>,
    ) -> Result<organizations::DescribeCreateAccountStatusResponse, Error> {
        let found: Option<AccountCreation> =
            view.tx().await?.get(&permit.input().create_account_request_id).await?;
        let status = creation_status(found.ok_or(Error::NoSuchCreateAccountRequest)?);
        Ok(organizations::DescribeCreateAccountStatusResponse { create_account_status: Some(status) })
    }
}

impl Guarded<organizations::ListAccounts> for Iam {
    type Target = Organization;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<organizations::ListAccountsRequest>,
    ) -> Result<Resolved<Organization>, Error> {
        let organization = managed(view, &call.caller).await?;
        let question = Question::new("organizations:ListAccounts", "*", call.caller.account);
        Ok(Resolved::one(organization, question))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, organizations::ListAccounts, Organization>,
    ) -> Result<organizations::ListAccountsResponse, Error> {
        let input = permit.input();
        let organization = permit.into_target();
        let limit = input.max_results.unwrap_or(ACCOUNTS_ON_A_PAGE);
        let listing = self.listing(format!("ListAccounts/{}", organization.id), Some(limit));
        let page = listing.page(input.next_token.as_deref()).map_err(|_| {
            Error::invalid_organizations_input("INVALID_NEXT_TOKEN", "You provided an invalid NextToken.")
        })?;
        let tx = view.tx().await?;
        let found = Account::list(tx, page).await?;
        let mut accounts = Vec::with_capacity(found.items.len());
        for account in found.items {
            accounts.push(described(tx, account, &organization).await?);
        }
        let next_token = listing.marker(found.next)?;
        Ok(organizations::ListAccountsResponse { accounts: Some(accounts), next_token })
    }
}

impl Guarded<organizations::DescribeAccount> for Iam {
    type Target = (Organization, Option<Account>);
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<organizations::DescribeAccountRequest>,
    ) -> Result<Resolved<(Organization, Option<Account>)>, Error> {
        let id: AccountId = call.input.account_id.parse().map_err(|_| Error::NoSuchAccount)?;
        let organization = managed(view, &call.caller).await?;
        let account: Option<Account> = view.tx().await?.get(&id).await?;
        let arn = organization.account_arn(id);
        let mut question = Question::new("organizations:DescribeAccount", arn, call.caller.account)
            .recorded_as("AWS::Organizations::Account");
        if let Some(account) = &account {
            tags::insert_resource_tags(&mut question.context, &account.tags);
        }
        Ok(Resolved::one((organization, account), question))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, organizations::DescribeAccount, (Organization, Option<Account>)>,
    ) -> Result<organizations::DescribeAccountResponse, Error> {
        let (organization, account) = permit.into_target();
        let account = account.ok_or(Error::NoSuchAccount)?;
        let account = described(view.tx().await?, account, &organization).await?;
        Ok(organizations::DescribeAccountResponse { account: Some(account) })
    }
}

/// The organization, if the caller is of its management account.
pub(crate) async fn managed(view: &mut View, caller: &Caller) -> Result<Organization, Error> {
    let organization = Organization::get(view.tx().await?).await?;
    if organization.management_account == caller.account {
        Ok(organization)
    } else {
        Err(Error::NotManagementAccount)
    }
}

/// An id that no account has.
pub(crate) async fn free_account_id(iam: &Iam, tx: &mut Tx) -> Result<AccountId, Error> {
    loop {
        let id = unique_id::account_id(&*iam.random)?;
        if !Account::exists(tx, id).await? {
            return Ok(id);
        }
    }
}

/// Writes a new account, with the role through which the management account gets into it.
pub(crate) async fn add_account(
    iam: &Iam,
    tx: &mut Tx,
    account: &Account,
    organization: &Organization,
    role_name: &str,
) -> Result<(), Error> {
    tx.insert(account).await?;
    access_role(iam, account.id, organization.management_account, role_name, account.joined)?.add(tx).await
}

/// The role with all permissions that trusts the management account.
fn access_role(
    iam: &Iam,
    account: AccountId,
    management_account: AccountId,
    name: &str,
    created: Timestamp,
) -> Result<Role, Error> {
    let trust_policy = serde_json::json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": {"AWS": management_account.root_arn()},
            "Action": "sts:AssumeRole",
        }],
    })
    .to_string();
    // It names an account, which is never deleted and made again: nobody is to be bound.
    let mut role = Role::new(&*iam.random, account, "/", name, &trust_policy, created)?;
    role.policies.insert(ADMINISTRATOR_ACCESS_NAME.to_owned(), ADMINISTRATOR_ACCESS.to_owned());
    Ok(role)
}

pub(crate) fn creation_status(creation: AccountCreation) -> organizations::CreateAccountStatus {
    use organizations::{CreateAccountFailureReason, CreateAccountState};
    let (state, account_id, failure_reason) = match creation.outcome {
        Creation::Succeeded { account } => (CreateAccountState::Succeeded, Some(account.to_string()), None),
        Creation::EmailAlreadyExists => {
            (CreateAccountState::Failed, None, Some(CreateAccountFailureReason::EmailAlreadyExists))
        }
    };
    organizations::CreateAccountStatus {
        account_id,
        account_name: Some(SecretString::new(creation.account_name)),
        completed_timestamp: Some(creation.requested),
        failure_reason,
        gov_cloud_account_id: None,
        id: Some(creation.id),
        requested_timestamp: Some(creation.requested),
        state: Some(state),
    }
}

pub(crate) async fn described(
    tx: &mut Tx,
    account: Account,
    organization: &Organization,
) -> Result<organizations::Account, Error> {
    use organizations::{AccountJoinedMethod, AccountState, AccountStatus};
    let units = OrganizationalUnit::down_to(tx, account.parent.as_deref()).await?;
    let joined_method =
        if account.created { AccountJoinedMethod::Created } else { AccountJoinedMethod::Invited };
    let (state, status) = match account.closed {
        None => (AccountState::Active, AccountStatus::Active),
        Some(_) => (AccountState::Closed, AccountStatus::Suspended),
    };
    Ok(organizations::Account {
        arn: Some(organization.account_arn(account.id)),
        email: account.email.map(SecretString::new),
        id: Some(account.id.to_string()),
        joined_method: Some(joined_method),
        joined_timestamp: Some(account.joined),
        name: Some(SecretString::new(account.name)),
        paths: Some(vec![format!("{}{}/", organization.path(&units), account.id)]),
        state: Some(state),
        status: Some(status),
    })
}
