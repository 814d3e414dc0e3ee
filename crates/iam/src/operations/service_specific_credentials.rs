//! CreateServiceSpecificCredential, ListServiceSpecificCredentials, UpdateServiceSpecificCredential, ResetServiceSpecificCredential,
//! DeleteServiceSpecificCredential: what another key management service needs to use keys over the XKS proxy API as a user.

use arn::AccountId;
use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};
use store::Page;

use super::on_subject::on_subject;
use crate::authorize::Subject;
use crate::error::unsupported;
use crate::records::{Entity, ServiceSpecificCredential, SpecificService, Status, User};
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
    type Target = Whose;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::ListServiceSpecificCredentialsRequest>,
    ) -> Result<Resolved<Whose>, Error> {
        let (input, action) = (&call.input, "iam:ListServiceSpecificCredentials");
        if input.all_users == Some(true) {
            if input.user_name.is_some() {
                return Err(Error::InvalidInput("Pass UserName or AllUsers, not both.".to_owned()));
            }
            let account = call.caller.account;
            return Ok(Resolved::one(Whose::All(account), Question::new(action, "*", account)));
        }
        let Resolved { target, questions } =
            Subject::of(view, &call.caller, input.user_name.as_deref()).await?.ask(action);
        Ok(Resolved { target: target.map(Whose::One), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListServiceSpecificCredentials, Whose>,
    ) -> Result<iam::ListServiceSpecificCredentialsResponse, Error> {
        let (input, tx) = (permit.input(), view.tx().await?);
        let filter = input.service_name.as_deref().map(service).transpose()?;
        let (users, whose) = match permit.into_target() {
            Whose::All(account) => (User::list(tx, account, Page::all()).await?.items, account.to_string()),
            Whose::One(subject) => {
                let user = subject.into_user()?;
                let name = user.owner().unique_name();
                (vec![user], name)
            }
        };
        let listing =
            self.listing(format!("ListServiceSpecificCredentials/{whose}/{filter:?}"), input.max_items);
        let mut found = Vec::new();
        for user in &users {
            let credentials = ServiceSpecificCredential::list(tx, &user.owner()).await?;
            found.extend(credentials.into_iter().map(|credential| described(credential, user)));
        }
        found.retain(|found| filter.is_none_or(|service| found.service_name == service.name()));
        let page = listing
            .page_of(found, input.marker.as_deref(), |found| found.service_specific_credential_id.clone())?;
        Ok(iam::ListServiceSpecificCredentialsResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            service_specific_credentials: Some(page.items),
        })
    }
}

/// Whose credentials are listed.
pub enum Whose {
    All(AccountId),
    One(Subject),
}

on_subject! {
    Change UpdateServiceSpecificCredential;
    |call| {
        let status = Status::wanted(call.input.status)?;
        let (owner, id) = (call.found.into_user()?.owner(), &call.input.service_specific_credential_id);
        let mut found = ServiceSpecificCredential::find(call.tx, &owner, id).await?;
        found.status = status;
        call.tx.put(&found).await?;
        Ok(iam::UpdateServiceSpecificCredentialResponse {})
    }

    Change ResetServiceSpecificCredential;
    |call| {
        let (user, id) = (call.found.into_user()?, &call.input.service_specific_credential_id);
        let mut found = ServiceSpecificCredential::find(call.tx, &user.owner(), id).await?;
        let password = found.reset(&call.iam.secrets, &*call.iam.random)?;
        call.tx.put(&found).await?;
        Ok(iam::ResetServiceSpecificCredentialResponse {
            service_specific_credential: Some(with_password(found, password, user.name)),
        })
    }

    Change DeleteServiceSpecificCredential;
    |call| {
        let (owner, id) = (call.found.into_user()?.owner(), &call.input.service_specific_credential_id);
        let found = ServiceSpecificCredential::find(call.tx, &owner, id).await?;
        call.tx.delete::<ServiceSpecificCredential>(&found.service_user_name).await?;
        Ok(iam::DeleteServiceSpecificCredentialResponse {})
    }
}

fn service(name: &str) -> Result<SpecificService, Error> {
    SpecificService::named(name).ok_or_else(|| Error::ServiceNotSupported(name.to_owned()))
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
