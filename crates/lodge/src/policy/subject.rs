//! What a question is about, as the store has it.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use arn::{AccountId, Arn};
use gate::{Caller, Question};
use iam_policy::{Authority, Context};
use kms::StoredKey;

use super::stored::Stored;

/// What a question is about.
pub enum Subject {
    Key(Box<StoredKey>),
    Role(iam::StoredRole),
    /// Something without a policy of its own.
    Other,
}

impl Subject {
    /// What the ARN, or `*`, names and who owns it; `None` when it is a key that is not there.
    pub async fn find(stored: &Stored, resource: &str) -> Result<Option<(Self, Option<AccountId>)>> {
        if resource == "*" {
            return Ok(Some((Self::Other, None)));
        }
        let arn: Arn = resource.parse().context("write the resource as an ARN, or '*'")?;
        if arn.service() == "kms" && arn.resource().starts_with("key/") {
            let key = StoredKey::find(&stored.store, resource).await?;
            return Ok(key.map(|key| (Self::Key(Box::new(key)), arn.account_id())));
        }
        Ok(Some(match stored.inventory.role(resource).await? {
            Some(role) => {
                let account = role.account;
                (Self::Role(role), Some(account))
            }
            None => (Self::Other, arn.account_id()),
        }))
    }

    /// May the caller do `action` on it? With its policy and the condition keys that it has. `brought` are those of the call, if they are known: a
    /// grant may look at them.
    pub async fn question(
        &self,
        stored: &Stored,
        action: &'static str,
        resource: &str,
        owner: AccountId,
        caller: &Caller,
        brought: Option<&Context>,
    ) -> Result<Question> {
        match self {
            Self::Key(key) => Ok(key.question(&stored.store, action, caller, brought).await?),
            Self::Role(role) if action.starts_with("sts:") => {
                let mut question = Question::new(action, resource, role.account);
                question.resource_policy = Some(("trust policy", Arc::clone(&role.trust_policy)));
                question.authority = Authority::Trust;
                for (key, value) in &role.tags {
                    question.context.insert(format!("aws:ResourceTag/{key}"), value.clone());
                    question.context.insert(format!("iam:ResourceTag/{key}"), value.clone());
                }
                Ok(question)
            }
            Self::Role(_) | Self::Other => Ok(Question::new(action, resource, owner)),
        }
    }
}
