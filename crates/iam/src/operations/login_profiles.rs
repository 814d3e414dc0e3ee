//! Passwords of users: CreateLoginProfile, GetLoginProfile, UpdateLoginProfile, DeleteLoginProfile, ChangePassword.
//!
//! Source: IAM API Reference; IAM User Guide, "User passwords in AWS".

use std::sync::Arc;

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use iam_policy::{Policy, PolicyKind, Principal};
use secret::SecretString;
use store::Tx;

use super::on::on;
use super::on_subject::on_subject;
use crate::authorize::Subject;
use crate::passwords::PasswordHash;
use crate::records::{Account, LoginProfile, PasswordPolicy, User};
use crate::{Error, Iam};

on_subject! {
    Change CreateLoginProfile;
    |call| {
        let user = call.found.into_user()?;
        if call.tx.get::<LoginProfile>(&user.user_id).await?.is_some() {
            return Err(Error::Exists(format!("Login Profile for user {} already exists.", user.name)));
        }
        let password = call.input.password.as_ref();
        let password = password.ok_or_else(|| Error::validation("Pass a Password: the user gets no other."))?;
        check(call.tx, &user, password).await?;
        let profile = LoginProfile {
            account: user.account,
            created: call.now,
            changed: call.now,
            reset_required: call.input.password_reset_required.unwrap_or(false),
            passwords: vec![call.iam.passwords.hash(password, &user.user_id, &*call.iam.random).await?],
            user_id: user.user_id,
        };
        call.tx.insert(&profile).await?;
        Ok(iam::CreateLoginProfileResponse { login_profile: described(&profile, user.name) })
    }

    Read GetLoginProfile;
    |call| {
        let user = call.found.into_user()?;
        let profile = LoginProfile::of(call.tx, &user).await?;
        Ok(iam::GetLoginProfileResponse { login_profile: described(&profile, user.name) })
    }

    Change DeleteLoginProfile;
    |call| {
        let user = call.found.into_user()?;
        LoginProfile::of(call.tx, &user).await?;
        call.tx.delete::<LoginProfile>(&user.user_id).await?;
        Ok(iam::DeleteLoginProfileResponse {})
    }
}

on! {
    Change UpdateLoginProfile: User, by user_name;
    |call| {
        let mut profile = LoginProfile::of(call.tx, &call.found).await?;
        if let Some(password) = &call.input.password {
            let hash = call.iam.next_password(call.tx, &call.found, &profile, password).await?;
            profile.change(hash, call.now);
        }
        if let Some(required) = call.input.password_reset_required {
            profile.reset_required = required;
        }
        call.tx.put(&profile).await?;
        Ok(iam::UpdateLoginProfileResponse {})
    }
}

impl Guarded<iam::ChangePassword> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::ChangePasswordRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        if !matches!(call.caller.principal, Principal::User { .. }) {
            return Err(Error::NotAnIamUser);
        }
        let subject = Subject::of(view, &call.caller, None).await?;
        let mut resolved = subject.ask("iam:ChangePassword");
        let policy: Option<PasswordPolicy> = view.tx().await?.get(&call.caller.account).await?;
        if policy.is_some_and(|policy| policy.allow_users_to_change) {
            // The account lets its users; a Deny in a policy of the user still counts.
            let allowing = Arc::new(Policy::parse(ANY_USER_MAY, PolicyKind::Resource)?);
            for question in &mut resolved.questions {
                question.resource_policy = Some(("password policy", Arc::clone(&allowing)));
            }
        }
        Ok(resolved)
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ChangePassword, Subject>,
    ) -> Result<iam::ChangePasswordResponse, Error> {
        let (input, now) = (permit.input(), permit.origin().at.truncated_to_secs());
        let user = permit.into_target().into_user()?;
        let tx = view.tx().await?;
        let mut profile = LoginProfile::of(tx, &user).await?;
        let Some(present) = profile.passwords.first() else { return Err(Error::WrongPassword) };
        if !self.passwords.is(&input.old_password, present, &user.user_id).await? {
            return Err(Error::WrongPassword);
        }
        let hash = self.next_password(tx, &user, &profile, &input.new_password).await?;
        profile.change(hash, now);
        profile.reset_required = false;
        tx.put(&profile).await?;
        Ok(iam::ChangePasswordResponse {})
    }
}

const ANY_USER_MAY: &str =
    r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"iam:ChangePassword","Resource":"*"}}"#;

impl Iam {
    /// The user's next password, if the account's policy allows it.
    async fn next_password(
        &self,
        tx: &mut Tx,
        user: &User,
        profile: &LoginProfile,
        password: &SecretString,
    ) -> Result<PasswordHash, Error> {
        let policy = check(tx, user, password).await?;
        let kept = policy.and_then(|policy| policy.reuse_prevention).unwrap_or(0);
        for former in profile.passwords.iter().take(usize::try_from(kept).unwrap_or(usize::MAX)) {
            if self.passwords.is(password, former, &user.user_id).await? {
                let text = format!("Password should not be one of the last {kept} passwords");
                return Err(Error::PasswordPolicyViolation(text));
            }
        }
        self.passwords.hash(password, &user.user_id, &*self.random).await
    }
}

/// Checks a new password by the account's policy, and gives the policy if there is one.
async fn check(tx: &mut Tx, user: &User, password: &SecretString) -> Result<Option<PasswordPolicy>, Error> {
    let policy: Option<PasswordPolicy> = tx.get(&user.account).await?;
    match &policy {
        Some(policy) => policy.check(password.expose())?,
        None => {
            let account: Option<Account> = tx.get(&user.account).await?;
            let names =
                account.iter().flat_map(|account| [Some(account.name.as_str()), account.email.as_deref()]);
            PasswordPolicy::check_default(password.expose(), names.flatten())?;
        }
    }
    Ok(policy)
}

fn described(profile: &LoginProfile, user_name: String) -> iam::LoginProfile {
    iam::LoginProfile {
        create_date: profile.created,
        password_reset_required: Some(profile.reset_required),
        user_name,
    }
}
