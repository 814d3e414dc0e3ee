//! CreateServiceSpecificCredential, ListServiceSpecificCredentials, UpdateServiceSpecificCredential, ResetServiceSpecificCredential,
//! DeleteServiceSpecificCredential: what another key management service needs to use keys over the XKS proxy API as a user.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::authorize::Subject;
use crate::error::unsupported;
use crate::records::{Owner, ServiceSpecificCredential, SpecificService, Status, User};
use crate::{Error, Iam};

impl Guarded<iam::CreateServiceSpecificCredential> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::CreateServiceSpecificCredentialRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        let input = &call.input;
        let subject = Subject::of(view, &call.caller, Some(&input.user_name)).await?;
        let mut resolved = subject.ask("iam:CreateServiceSpecificCredential");
        for question in &mut resolved.questions {
            question.context.insert("iam:ServiceSpecificCredentialServiceName", input.service_name.clone());
        }
        Ok(resolved)
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateServiceSpecificCredential, Subject>,
    ) -> Result<iam::CreateServiceSpecificCredentialResponse, Error> {
        let (input, created) = (permit.input(), permit.origin().at.truncated_to_secs());
        unsupported("CredentialAgeDays", &input.credential_age_days)?;
        let service = service(&input.service_name)?;
        let User { account, user_id, name, .. } = permit.into_target().into_user()?;
        let (key, random) = (&self.secrets, &*self.random);
        let made = ServiceSpecificCredential::new(service, account, user_id, created, key, random)?;
        let (credential, password) = made;
        credential.add(view.tx().await?).await?;
        Ok(iam::CreateServiceSpecificCredentialResponse {
            service_specific_credential: Some(with_password(credential, password, name)),
        })
    }
}

impl Guarded<iam::ListServiceSpecificCredentials> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::ListServiceSpecificCredentialsRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        let subject = Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?;
        Ok(subject.ask("iam:ListServiceSpecificCredentials"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListServiceSpecificCredentials, Subject>,
    ) -> Result<iam::ListServiceSpecificCredentialsResponse, Error> {
        let input = permit.input();
        unsupported("AllUsers", &input.all_users.filter(|all| *all))?;
        let filter = input.service_name.as_deref().map(service).transpose()?;
        let user = permit.into_target().into_user()?;
        let owner = owner(&user);
        let name = format!("ListServiceSpecificCredentials/{}/{filter:?}", owner.unique_name());
        let listing = self.listing(name, input.max_items);
        let mut found = ServiceSpecificCredential::list(view.tx().await?, &owner).await?;
        found.retain(|credential| filter.is_none_or(|service| credential.service == service));
        let page = listing.page_of(found, input.marker.as_deref(), |found| found.id.clone())?;
        Ok(iam::ListServiceSpecificCredentialsResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            service_specific_credentials: Some(
                page.items.into_iter().map(|credential| described(credential, &user)).collect(),
            ),
        })
    }
}

impl Guarded<iam::UpdateServiceSpecificCredential> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::UpdateServiceSpecificCredentialRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        let subject = Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?;
        Ok(subject.ask("iam:UpdateServiceSpecificCredential"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::UpdateServiceSpecificCredential, Subject>,
    ) -> Result<iam::UpdateServiceSpecificCredentialResponse, Error> {
        let input = permit.input();
        let status = match input.status {
            iam::StatusType::Active => Status::Active,
            iam::StatusType::Inactive => Status::Inactive,
            iam::StatusType::Expired => {
                return Err(Error::validation("The status of a credential is Active or Inactive."));
            }
        };
        let owner = owner(&permit.into_target().into_user()?);
        let tx = view.tx().await?;
        let mut found =
            ServiceSpecificCredential::find(tx, &owner, &input.service_specific_credential_id).await?;
        found.status = status;
        tx.put(&found).await?;
        Ok(iam::UpdateServiceSpecificCredentialResponse {})
    }
}

impl Guarded<iam::ResetServiceSpecificCredential> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::ResetServiceSpecificCredentialRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        let subject = Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?;
        Ok(subject.ask("iam:ResetServiceSpecificCredential"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ResetServiceSpecificCredential, Subject>,
    ) -> Result<iam::ResetServiceSpecificCredentialResponse, Error> {
        let input = permit.input();
        let user = permit.into_target().into_user()?;
        let tx = view.tx().await?;
        let id = &input.service_specific_credential_id;
        let mut found = ServiceSpecificCredential::find(tx, &owner(&user), id).await?;
        let password = found.reset(&self.secrets, &*self.random)?;
        tx.put(&found).await?;
        Ok(iam::ResetServiceSpecificCredentialResponse {
            service_specific_credential: Some(with_password(found, password, user.name)),
        })
    }
}

impl Guarded<iam::DeleteServiceSpecificCredential> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::DeleteServiceSpecificCredentialRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        let subject = Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?;
        Ok(subject.ask("iam:DeleteServiceSpecificCredential"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::DeleteServiceSpecificCredential, Subject>,
    ) -> Result<iam::DeleteServiceSpecificCredentialResponse, Error> {
        let input = permit.input();
        let owner = owner(&permit.into_target().into_user()?);
        let tx = view.tx().await?;
        let found =
            ServiceSpecificCredential::find(tx, &owner, &input.service_specific_credential_id).await?;
        tx.delete::<ServiceSpecificCredential>(&found.service_user_name).await?;
        Ok(iam::DeleteServiceSpecificCredentialResponse {})
    }
}

fn service(name: &str) -> Result<SpecificService, Error> {
    SpecificService::named(name).ok_or_else(|| Error::ServiceNotSupported(name.to_owned()))
}

fn owner(user: &User) -> Owner {
    Owner::User { account: user.account, user_id: user.user_id.clone() }
}

fn with_password(
    credential: ServiceSpecificCredential,
    password: secret::SecretString,
    user_name: String,
) -> iam::ServiceSpecificCredential {
    iam::ServiceSpecificCredential {
        create_date: credential.created,
        expiration_date: None,
        service_credential_alias: None,
        service_credential_secret: None,
        service_name: credential.service.name().to_owned(),
        service_password: Some(password),
        service_specific_credential_id: credential.id,
        service_user_name: Some(credential.service_user_name),
        status: credential.status.into(),
        user_name,
    }
}

fn described(credential: ServiceSpecificCredential, user: &User) -> iam::ServiceSpecificCredentialMetadata {
    iam::ServiceSpecificCredentialMetadata {
        create_date: credential.created,
        expiration_date: None,
        service_credential_alias: None,
        service_name: credential.service.name().to_owned(),
        service_specific_credential_id: credential.id,
        service_user_name: Some(credential.service_user_name),
        status: credential.status.into(),
        user_name: user.name.clone(),
    }
}
