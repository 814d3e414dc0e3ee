//! UpdateAccountPasswordPolicy, GetAccountPasswordPolicy, DeleteAccountPasswordPolicy.

use aws_model::iam;

use super::on_account::on_account;
use crate::Error;
use crate::records::PasswordPolicy;

on_account! {
    Change UpdateAccountPasswordPolicy;
    |call| {
        let input = call.input;
        let count = |given: Option<i32>| given.and_then(|count| u32::try_from(count).ok());
        // What is left out gets its default, whatever it was before.
        call.tx.put(&PasswordPolicy {
            account: call.found,
            minimum_length: count(input.minimum_password_length).unwrap_or(6),
            require_symbols: input.require_symbols.unwrap_or(false),
            require_numbers: input.require_numbers.unwrap_or(false),
            require_uppercase: input.require_uppercase_characters.unwrap_or(false),
            require_lowercase: input.require_lowercase_characters.unwrap_or(false),
            allow_users_to_change: input.allow_users_to_change_password.unwrap_or(false),
            max_age: count(input.max_password_age),
            reuse_prevention: count(input.password_reuse_prevention),
            hard_expiry: input.hard_expiry.unwrap_or(false),
        }).await?;
        Ok(iam::UpdateAccountPasswordPolicyResponse {})
    }

    Read GetAccountPasswordPolicy;
    |call| {
        let policy: Option<PasswordPolicy> = call.tx.get(&call.found).await?;
        let policy = policy.ok_or_else(|| {
            Error::NotThere(format!("The Password Policy with domain name {} cannot be found.", call.found))
        })?;
        let count = |count: u32| i32::try_from(count).ok();
        Ok(iam::GetAccountPasswordPolicyResponse {
            password_policy: iam::PasswordPolicy {
                allow_users_to_change_password: Some(policy.allow_users_to_change),
                expire_passwords: Some(policy.max_age.is_some()),
                hard_expiry: Some(policy.hard_expiry),
                max_password_age: policy.max_age.and_then(count),
                minimum_password_length: count(policy.minimum_length),
                password_reuse_prevention: policy.reuse_prevention.and_then(count),
                require_lowercase_characters: Some(policy.require_lowercase),
                require_numbers: Some(policy.require_numbers),
                require_symbols: Some(policy.require_symbols),
                require_uppercase_characters: Some(policy.require_uppercase),
            },
        })
    }

    Change DeleteAccountPasswordPolicy;
    |call| {
        if call.tx.get::<PasswordPolicy>(&call.found).await?.is_none() {
            return Err(Error::NotThere("The account policy with name PasswordPolicy cannot be found.".to_owned()));
        }
        call.tx.delete::<PasswordPolicy>(&call.found).await?;
        Ok(iam::DeleteAccountPasswordPolicyResponse {})
    }
}
