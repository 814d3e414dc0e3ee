//! What a question is about: checked against the actions that there are, and against what is stored.

use std::sync::Arc;

use anyhow::{Result, anyhow, bail};
use arn::{AccountId, Arn};
use gate::{Caller, Question};
use iam::{StoredResource, StoredRole};
use iam_policy::lint::{Action, nearest};
use iam_policy::{Authority, Policy};
use kms::{StoredGrants, StoredKey};

use crate::policy::stored::Stored;

/// An action, and what it is to be done to.
pub struct Target {
    pub action: &'static str,
    /// The ARN, or `*`.
    pub resource: String,
    /// Who owns it; `None`: whoever asks.
    pub owner: Option<AccountId>,
    /// Whether it is there, or is to be made.
    pub exists: bool,
    thing: Thing,
}

enum Thing {
    Key(Box<StoredKey>, StoredGrants),
    Role(StoredResource, StoredRole),
    Stored(StoredResource),
    /// Nothing in particular, an alias, or what Lodge keeps no record of.
    Named,
}

/// How many ARNs a message shows.
const SHOWN: usize = 10;

impl Target {
    /// What the action and the resource name. What does not exist or does not fit is an error that says what does.
    pub async fn find(stored: &Stored, action: &str, resource: &str) -> Result<Self> {
        let Action { name: action, resources: forms } = known(action)?;
        if forms.is_empty() {
            if resource != "*" {
                bail!("{action} is about no resource in particular: write '*' in the place of {resource}");
            }
            return Ok(Self::new(action, "*", None, false, Thing::Named));
        }
        if resource == "*" {
            bail!("{action} is about {}: name one{}", shown(forms), some_of(&examples(stored, forms).await?));
        }
        let arn: Arn = resource
            .parse()
            .map_err(|_| anyhow!("'{resource}' is no ARN: {action} is about {}", shown(forms)))?;
        if !iam_policy::lint::fits(resource, forms) {
            let target = kms::alias_target(&stored.store, resource).await?;
            let hint = target.map_or_else(String::new, |key| {
                let (_, alias) = resource.split_at(resource.find("alias/").unwrap_or_default());
                format!(
                    "; the alias points to {key}: ask about that, with --context kms:RequestAlias={alias}"
                )
            });
            bail!("{action} is about {}, and not about {resource}{hint}", shown(forms));
        }
        // AssumeRoot is a question of the management account to itself.
        let owner = arn.account_id().filter(|_| action != "sts:AssumeRoot");
        if gate::makes_resource(action, resource) {
            return Ok(Self::new(action, resource, owner, false, Thing::Named));
        }
        let thing = Self::thing(stored, action, &arn).await?;
        match thing {
            Some(thing) => {
                let owner = match &thing {
                    Thing::Stored(stored) if stored.owner().is_none() => None,
                    _ => owner,
                };
                Ok(Self::new(action, resource, owner, true, thing))
            }
            None => {
                let mut like = stored.inventory.resources_like(resource).await?;
                like.extend(kms::arns_like(&stored.store, resource).await?);
                bail!("there is no {resource}{}", instead(resource, &like))
            }
        }
    }

    fn new(
        action: &'static str,
        resource: &str,
        owner: Option<AccountId>,
        exists: bool,
        thing: Thing,
    ) -> Self {
        Self { action, resource: resource.to_owned(), owner, exists, thing }
    }

    async fn thing(stored: &Stored, action: &str, arn: &Arn) -> Result<Option<Thing>> {
        let text = arn.as_str();
        if arn.service() == "kms" {
            if arn.resource().starts_with("alias/") {
                return Ok(kms::alias_target(&stored.store, text).await?.map(|_| Thing::Named));
            }
            let Some(key) = StoredKey::find(&stored.store, text).await? else { return Ok(None) };
            let grants = key.grants(&stored.store, action).await?;
            return Ok(Some(Thing::Key(Box::new(key), grants)));
        }
        let Some(resource) = stored.inventory.resource(text).await? else { return Ok(None) };
        let role = match action.starts_with("sts:") {
            true => stored.inventory.role(text).await?,
            false => None,
        };
        Ok(Some(match role {
            Some(role) => Thing::Role(resource, role),
            None => Thing::Stored(resource),
        }))
    }

    /// The only account whose callers can be allowed; `None`: any account's.
    pub fn only_account(&self) -> Option<AccountId> {
        match self.thing {
            // Without a policy of the resource, nobody speaks for another account.
            Thing::Stored(_) | Thing::Named => self.owner,
            Thing::Key(..) | Thing::Role(..) => None,
        }
    }

    /// The policy of the key, or of the role.
    pub fn resource_policy(&self) -> Option<Arc<Policy>> {
        match &self.thing {
            Thing::Key(key, _) => Some(key.policy()),
            Thing::Role(_, role) => Some(Arc::clone(&role.trust_policy)),
            Thing::Stored(_) | Thing::Named => None,
        }
    }

    /// The grants of the key, if it is one.
    pub fn grants(&self) -> Option<&StoredGrants> {
        match &self.thing {
            Thing::Key(_, grants) => Some(grants),
            _ => None,
        }
    }

    /// May the caller do it? Without grants.
    pub fn question(&self, caller: &Caller) -> Question {
        let Self { action, resource, .. } = self;
        let owner = self.owner.unwrap_or(caller.account);
        let mut question = match &self.thing {
            Thing::Key(key, _) => key.question_without_grants(action, caller),
            Thing::Role(stored, role) => {
                let mut question = stored.question(action, owner);
                question.resource_policy = Some(("trust policy", Arc::clone(&role.trust_policy)));
                question.authority = Authority::Trust;
                question
            }
            Thing::Stored(stored) => stored.question(action, owner),
            Thing::Named => Question::new(action, resource.clone(), owner),
        };
        if action.starts_with("kms:") {
            question.context.insert("kms:CallerAccount", caller.account.to_string());
        }
        if ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"].contains(action) {
            question.context.insert("kms:GrantIsForAWSResource", "false");
        }
        // A key is used in its own region.
        if let Thing::Key(..) = self.thing
            && let Some(region) = resource.split(':').nth(3)
        {
            question.context.insert("aws:RequestedRegion", region.to_owned());
        }
        question
    }
}

/// The action of this name, in any case.
fn known(name: &str) -> Result<&'static Action> {
    let catalog = gate::actions();
    catalog.find(name).ok_or_else(|| match catalog.nearest(name) {
        Some(near) => anyhow!("there is no action {name} here; is {} meant?", near.name),
        None => anyhow!("there is no action {name} here; write it as policies do, such as kms:Decrypt"),
    })
}

/// Some resources of these forms: keys, or nothing.
async fn examples(stored: &Stored, forms: &[String]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    if forms.iter().any(|form| form.ends_with(":key/*")) {
        kms::key_policies(&stored.store, |key| found.push(key.arn)).await?;
    } else if let Some(form) = forms.iter().find(|form| form.starts_with("arn:*:iam:")) {
        for account in stored.inventory.accounts().await? {
            let like = form.replacen("arn:*:iam::*", &format!("arn:aws:iam::{account}"), 1);
            found.extend(stored.inventory.resources_like(&like).await?);
        }
    }
    Ok(found)
}

fn shown(forms: &[String]) -> String {
    forms.join(" or ")
}

fn instead(resource: &str, like: &[String]) -> String {
    match nearest(resource, like, |arn| arn.as_str()) {
        Some(near) => format!("; is {near} meant?"),
        None => some_of(like),
    }
}

fn some_of(like: &[String]) -> String {
    let some: Vec<&str> = like.iter().map(String::as_str).take(SHOWN).collect();
    match like.len() {
        0 => String::new(),
        all if all > SHOWN => format!("; of {all} there are {}", some.join(", ")),
        _ => format!("; there are {}", some.join(", ")),
    }
}
