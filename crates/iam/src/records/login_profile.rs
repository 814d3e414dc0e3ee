use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{KeyBytes, Record, Tx};

use crate::Error;
use crate::passwords::PasswordHash;
use crate::records::User;

/// A user's password. It goes on with the user through changes of name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LoginProfile {
    pub user_id: String,
    pub account: AccountId,
    pub created: Timestamp,
    /// When the password was set.
    pub changed: Timestamp,
    /// Whether the user must set another one at the next sign-in.
    pub reset_required: bool,
    /// The passwords that the user had, the present one first.
    pub passwords: Vec<PasswordHash>,
}

impl Record for LoginProfile {
    const KIND: &'static str = "iam-login-profile";
    type Key = String;

    fn key(&self) -> String {
        self.user_id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }
}

impl LoginProfile {
    /// The one of a user; an error when there is none.
    pub async fn of(tx: &mut Tx, user: &User) -> Result<Self, Error> {
        let missing = || Error::NotThere(format!("Login Profile for User {} cannot be found.", user.name));
        tx.get(&user.user_id).await?.ok_or_else(missing)
    }

    /// Sets another password.
    pub fn change(&mut self, password: PasswordHash, at: Timestamp) {
        self.passwords.insert(0, password);
        self.passwords.truncate(PasswordPolicy::MAX_REUSE_PREVENTION);
        self.changed = at;
    }
}

/// What an account asks of its users' passwords.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PasswordPolicy {
    pub account: AccountId,
    pub minimum_length: u32,
    pub require_symbols: bool,
    pub require_numbers: bool,
    pub require_uppercase: bool,
    pub require_lowercase: bool,
    /// Users may change their own password without a policy that allows it.
    pub allow_users_to_change: bool,
    /// After how many days a password must be changed.
    pub max_age: Option<u32>,
    /// Which of the passwords that a user had cannot be the next one: the last so many.
    pub reuse_prevention: Option<u32>,
    /// Who has an expired password cannot change it at the sign-in.
    pub hard_expiry: bool,
}

impl Record for PasswordPolicy {
    const KIND: &'static str = "iam-password-policy";
    type Key = AccountId;

    fn key(&self) -> AccountId {
        self.account
    }

    fn encode_key(key: &AccountId) -> KeyBytes {
        KeyBytes::of(key)
    }
}

impl PasswordPolicy {
    /// Source: IAM API Reference, "UpdateAccountPasswordPolicy".
    pub const MAX_REUSE_PREVENTION: usize = 24;

    /// Checks a new password. Reuse is the login profile's matter.
    pub fn check(&self, password: &str) -> Result<(), Error> {
        let has = Has::of(password);
        let rules = [
            (self.require_uppercase && !has.uppercase, "one uppercase character (A to Z)"),
            (self.require_lowercase && !has.lowercase, "one lowercase character (a to z)"),
            (self.require_numbers && !has.number, "one number (0 to 9)"),
            (self.require_symbols && !has.symbol, "one symbol (! @ # $ % ^ & * ( ) _ + - = [ ] { } | ')"),
        ];
        check_length(password, self.minimum_length)?;
        match rules.into_iter().find(|(broken, _)| *broken) {
            None => Ok(()),
            Some((_, what)) => {
                Err(Error::PasswordPolicyViolation(format!("Password should have at least {what}")))
            }
        }
    }

    /// What is asked in an account that says nothing. `names` are the account's name and email address.
    ///
    /// Source: IAM User Guide, "Set an account password policy for IAM users", section "Default password policy".
    pub fn check_default<'a>(password: &str, names: impl IntoIterator<Item = &'a str>) -> Result<(), Error> {
        let Has { uppercase, lowercase, number, symbol } = Has::of(password);
        check_length(password, 8)?;
        if [uppercase, lowercase, number, symbol].into_iter().filter(|has| *has).count() < 3 {
            return Err(Error::PasswordPolicyViolation(
                "Password should have at least three of: uppercase characters, lowercase characters, numbers, symbols"
                    .to_owned(),
            ));
        }
        if names.into_iter().any(|name| name == password) {
            return Err(Error::PasswordPolicyViolation(
                "Password should not be the name or email address of the account".to_owned(),
            ));
        }
        Ok(())
    }
}

fn check_length(password: &str, minimum: u32) -> Result<(), Error> {
    let length = u32::try_from(password.chars().count()).unwrap_or(u32::MAX);
    if length < minimum {
        let text = format!("Password should have a minimum length of {minimum}");
        return Err(Error::PasswordPolicyViolation(text));
    }
    Ok(())
}

/// Which kinds of characters a password has.
struct Has {
    uppercase: bool,
    lowercase: bool,
    number: bool,
    symbol: bool,
}

impl Has {
    fn of(password: &str) -> Self {
        let any = |is: fn(char) -> bool| password.chars().any(is);
        Self {
            uppercase: any(|char| char.is_ascii_uppercase()),
            lowercase: any(|char| char.is_ascii_lowercase()),
            number: any(|char| char.is_ascii_digit()),
            symbol: any(|char| "!@#$%^&*()_+-=[]{}|'".contains(char)),
        }
    }
}
