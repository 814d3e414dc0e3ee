//! Keys as questions, for those who ask about many callers at once. Read from the store, without the keys' material.

mod listed;

use aws_model::kms::GrantOperation;
use envelope::{EncryptionContext, KeyLocator};
use gate::{Caller, Question};
use iam_policy::Context;
use store::{Page, Store};

use crate::Error;
use crate::authorize::about_key;
use crate::grants::{Ask, of_caller};
use crate::key::{Key, KeyRecord};

pub use listed::{StoredGrant, StoredGrants, alias_target, arns_like};

/// A key with its policy and its condition keys.
pub struct StoredKey {
    key: Key,
}

/// A key policy as it is stored.
pub struct StoredKeyPolicy {
    /// The key's ARN.
    pub arn: String,
    /// The document.
    pub text: String,
}

const PAGE: usize = 500;

impl StoredKey {
    /// The key with this ARN.
    pub async fn find(store: &Store, arn: &str) -> Result<Option<Self>, Error> {
        let Ok(locator) = arn.parse::<KeyLocator>() else { return Ok(None) };
        let record = store.begin().await?.get::<KeyRecord>(&locator).await?;
        Ok(record.map(Key::prepare).transpose()?.map(|key| Self { key }))
    }

    /// May the caller do `action` on the key? With the caller's grant, if one covers the action. `call` are the condition keys that the call
    /// brings; without them, a grant's constraints on the encryption context are not looked at.
    pub async fn question(
        &self,
        store: &Store,
        action: &'static str,
        caller: &Caller,
        call: Option<&Context>,
    ) -> Result<Question, Error> {
        let mut question = about_key(action, &self.key, caller);
        let operation = action.strip_prefix("kms:").and_then(|name| name.parse::<GrantOperation>().ok());
        if let Some(operation) = operation {
            let context = call.and_then(encryption_context);
            let ask = Ask { operation, context: context.as_ref() };
            let mut tx = store.begin().await?;
            question.grant =
                of_caller(&mut tx, self.key.locator(), caller, |grant| grant.covers(&ask)).await?;
        }
        Ok(question)
    }
}

/// The encryption context of a call with these condition keys; `None` when its operation has none.
fn encryption_context(call: &Context) -> Option<EncryptionContext> {
    call.get("kms:EncryptionAlgorithm")?;
    let pairs = call.iter().filter_map(|(key, _)| {
        let name = key.strip_prefix("kms:EncryptionContext:")?;
        Some((name, call.get_one(key)?))
    });
    Some(pairs.collect())
}

/// All key policies, a page at a time: `each` is called for every key.
pub async fn key_policies(store: &Store, mut each: impl FnMut(StoredKeyPolicy)) -> Result<(), Error> {
    let mut page = Page::first(PAGE);
    loop {
        let found = store.begin().await?.list::<KeyRecord>(&(), page).await?;
        for record in found.items {
            each(StoredKeyPolicy { arn: record.locator.to_string(), text: record.policy });
        }
        match found.next {
            Some(cursor) => page = Page::after(cursor, PAGE),
            None => return Ok(()),
        }
    }
}
