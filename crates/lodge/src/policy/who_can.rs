//! `lodge policy who-can`.

mod target;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use arn::{AccountId, Arn};
use gate::{Caller, Membership};
use iam_policy::keys;
use iam_policy::{Context, Decision, PolicyType, Possibility, Principal, Requirement};
use serde::Serialize;

use self::target::Target;
use super::stored::{Progress, Stored, block_on};
use crate::cli::Data;
use crate::shown::Lines;

/// Lists everybody who could do `action` on `resource`.
pub fn run(data: &Data, action: &str, resource: &str, context: &[String], as_json: bool) -> Result<ExitCode> {
    let answer = block_on(search(data, action, resource, stated(context)?, as_json))?;
    let mut out = Lines(std::io::stdout().lock());
    if as_json {
        writeln!(out.0, "{}", serde_json::to_string_pretty(&answer)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let width = answer.principals.iter().map(|able| able.principal.chars().count()).max().unwrap_or(0);
    if width > 0 {
        writeln!(out, "{:width$}  WHY", "PRINCIPAL")?;
    }
    for Able { principal, decision, provided, unless } in &answer.principals {
        let because = decision.because();
        let why = because.strip_prefix("because ").unwrap_or(&because);
        writeln!(out, "{principal:width$}  {why}")?;
        for requirement in provided {
            writeln!(out, "  provided that {requirement}")?;
        }
        for requirement in unless {
            writeln!(out, "  unless {requirement}")?;
        }
    }
    match answer.principals.len() {
        0 => writeln!(out, "Nobody can.")?,
        1 => writeln!(out, "1 can.")?,
        count => writeln!(out, "{count} can.")?,
    }
    Ok(ExitCode::SUCCESS)
}

/// What was asked, and who could.
#[derive(Serialize)]
struct Answer {
    action: &'static str,
    resource: String,
    principals: Vec<Able>,
}

/// Somebody who could.
#[derive(Serialize)]
struct Able {
    /// The ARN of the account root, user, role, session or identity provider.
    principal: String,
    #[serde(flatten)]
    decision: Decision,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    provided: Vec<Requirement>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unless: Vec<Requirement>,
}

async fn search(
    data: &Data,
    action: &str,
    resource: &str,
    stated: Vec<(String, String)>,
    quiet: bool,
) -> Result<Answer> {
    let stored = Stored::open(data)?;
    let target = Target::find(&stored, action, resource).await?;
    let owner_membership = match target.owner {
        Some(owner) => Some(stored.inventory.membership(owner).await?),
        None => None,
    };
    let management = stored.inventory.management_account().await?;
    let only_management = gate::only_management_account(target.action);
    let asking = Asking { named: named_by(&target), target, owner_membership, stated };
    let mut principals = Vec::new();
    for account in stored.inventory.accounts().await? {
        let skipped = asking.target.only_account().is_some_and(|only| only != account)
            || only_management && account != management;
        if skipped {
            continue;
        }
        let callers = asking.callers(&stored, account).await?;
        let progress = Progress::new(callers.len(), quiet);
        for (done, caller) in callers.iter().enumerate() {
            progress.at(done, &format!("users and roles of {account}"));
            asking.add(caller, &mut principals);
        }
        progress.end();
        asking.add_federated_users(&stored, account, &mut principals).await?;
    }
    Ok(Answer { action: asking.target.action, resource: asking.target.resource, principals })
}

struct Asking {
    target: Target,
    /// `None`: the owner is whoever asks.
    owner_membership: Option<Arc<Membership>>,
    stated: Vec<(String, String)>,
    /// Sessions that the policy of the resource, or its grants, name.
    named: Vec<Arn>,
}

/// Each once.
fn named_by(target: &Target) -> Vec<Arn> {
    let policy = target.resource_policy();
    let names = policy.iter().flat_map(|policy| policy.principal_arns());
    let grantees = target.grants().into_iter().flat_map(|grants| grants.grantees());
    let all: BTreeSet<&str> = names.chain(grantees).collect();
    let arns = all.into_iter().filter_map(|name| name.parse().ok());
    arns.filter(|arn: &Arn| arn.service() == "sts").collect()
}

impl Asking {
    /// Those of an account who can call the operation behind the action at all.
    async fn callers(&self, stored: &Stored, account: AccountId) -> Result<Vec<Caller>> {
        let operation = self.target.action.strip_prefix("sts:").unwrap_or_default();
        let by_provider = |caller: &Caller, kind: &str| match &caller.principal {
            Principal::Federated { provider } => provider.contains(kind),
            _ => false,
        };
        let own = async || Ok::<_, anyhow::Error>(stored.inventory.callers(account).await?);
        // A role trusts the providers of its own account.
        let federated = async || {
            let here = self.target.owner == Some(account);
            Ok::<_, anyhow::Error>(if here {
                stored.inventory.federated_callers(account).await?
            } else {
                Vec::new()
            })
        };
        let mut callers = match operation {
            "AssumeRoleWithWebIdentity" | "AssumeRoleWithSAML" => federated().await?,
            "TagSession" | "SetSourceIdentity" => [own().await?, federated().await?].concat(),
            _ => own().await?,
        };
        callers.retain(|caller| match operation {
            "AssumeRoleWithWebIdentity" => by_provider(caller, ":oidc-provider/"),
            "AssumeRoleWithSAML" => by_provider(caller, ":saml-provider/"),
            _ => self.takes(caller),
        });
        Ok(callers)
    }

    /// Whether the operation behind the action takes such callers, whatever policies say.
    fn takes(&self, caller: &Caller) -> bool {
        let operation = match self.target.action.strip_prefix("sts:") {
            Some("TagSession" | "SetSourceIdentity") if self.target.resource.contains(":role/") => {
                "AssumeRole"
            }
            operation => operation.unwrap_or_default(),
        };
        iam::check_kind(operation, caller).is_ok()
    }

    /// The caller, if it could; of a role also those sessions that policies name and that could when others could not, or with less.
    fn add(&self, caller: &Caller, found: &mut Vec<Able>) {
        let general = self.ask(caller);
        let provided = general.as_ref().map(|able| able.provided.clone());
        let sessions = match &caller.principal {
            Principal::AssumedRole { role_arn, .. } => self.sessions_of(role_arn),
            _ => Vec::new(),
        };
        found.extend(general);
        for session in sessions {
            let able = self.ask(&named_session(caller, session));
            found.extend(able.filter(|able| provided.as_ref() != Some(&able.provided)));
        }
    }

    /// Names that a resource or a grant gives something to, for sessions of GetFederationToken.
    async fn add_federated_users(
        &self,
        stored: &Stored,
        account: AccountId,
        found: &mut Vec<Able>,
    ) -> Result<()> {
        let before = format!("arn:{}:sts::{account}:federated-user/", arn::PARTITION);
        for session_arn in self.named.iter().filter(|arn| arn.as_str().starts_with(&before)) {
            // Whoever is behind it: what is given to the name is given whatever they may.
            let caller = stored.inventory.federated_user(account, session_arn).await?;
            if self.takes(&caller) {
                found.extend(self.ask(&caller));
            }
        }
        Ok(())
    }

    fn sessions_of(&self, role: &Arn) -> Vec<Arn> {
        let name = role.resource().rsplit('/').next().unwrap_or_default();
        let before = format!("arn:{}:sts::{}:assumed-role/{name}/", arn::PARTITION, role.account());
        self.named.iter().filter(|arn| arn.as_str().starts_with(&before)).cloned().collect()
    }

    fn ask(&self, caller: &Caller) -> Option<Able> {
        let pairs: BTreeMap<&str, &str> = self
            .stated
            .iter()
            .filter_map(|(key, value)| Some((key.strip_prefix("kms:EncryptionContext:")?, value.as_str())))
            .collect();
        let grants = self.target.grants().map(|grants| grants.of(caller, &pairs)).unwrap_or_default();
        let owner = self.owner_membership.as_ref().unwrap_or(&caller.membership);
        let context = self.context(caller);
        let mut best: Option<Possibility> = None;
        let asks_nothing = grants.iter().find(|grant| grant.asks.is_none());
        let others = grants.iter().filter(|grant| grant.asks.is_some()).map(Some);
        for grant in std::iter::once(asks_nothing).chain(others) {
            let mut question = self.target.question(caller);
            question.grant = grant.map(|grant| grant.reference.clone());
            let found = gate::possible(caller, owner, question, &context, self.target.exists);
            let Some(mut found) = found else { continue };
            let counts = found.decision.reasons.iter().any(|reason| reason.policy_type == PolicyType::Grant);
            if let Some((grant, asks)) = grant.and_then(|grant| Some((grant, grant.asks.clone()?)))
                && counts
            {
                let policy = grant.reference.name.clone();
                found.provided.push(Requirement { policy, statement: None, conditions: vec![asks] });
            }
            let is_free = found.provided.is_empty();
            if best.is_none() || is_free {
                best = Some(found);
            }
            if is_free {
                break;
            }
        }
        let Possibility { decision, provided, unless } = best?;
        Some(Able { principal: named(caller), decision, provided, unless })
    }

    /// What is known of the calls of the caller besides what the gate knows, and what was stated.
    fn context(&self, caller: &Caller) -> Context {
        let mut context = Context::new();
        match &caller.principal {
            // The name of the session is not known.
            Principal::AssumedRole { .. } if is_any(caller) => {
                context.insert_many("aws:userid", Vec::<String>::new());
            }
            Principal::Federated { provider } => {
                context.insert("aws:FederatedProvider", provider.clone());
                context.insert_many("aws:userid", Vec::<String>::new());
            }
            _ => {}
        }
        for (key, value) in &self.stated {
            match keys::find(key) {
                Some(known) if known.multivalued => {
                    context.insert_many(key.clone(), value.split(',').map(str::to_owned));
                }
                _ => context.insert(key.clone(), value.clone()),
            }
        }
        context
    }
}

/// The session with this ARN of the caller's role.
fn named_session(caller: &Caller, session_arn: Arn) -> Caller {
    let mut named = caller.clone();
    let name = session_arn.resource().rsplit('/').next().unwrap_or_default().to_owned();
    named.user_id = format!("{}:{name}", caller.principal_id());
    if let Principal::AssumedRole { session_arn: own, .. } = &mut named.principal {
        *own = session_arn;
    }
    named
}

/// Whether it stands for all sessions of its role.
fn is_any(caller: &Caller) -> bool {
    caller.user_id.rsplit(':').next() == Some(iam::ANY_SESSION)
}

/// Of any session of a role, the role.
fn named(caller: &Caller) -> String {
    match &caller.principal {
        Principal::AssumedRole { role_arn, .. } if is_any(caller) => role_arn.to_string(),
        principal => principal.to_string(),
    }
}

fn stated(context: &[String]) -> Result<Vec<(String, String)>> {
    let pair = |text: &String| {
        let (key, value) = text
            .split_once('=')
            .with_context(|| format!("write --context KEY=VALUE; '{text}' has no '='"))?;
        Ok((key.to_owned(), value.to_owned()))
    };
    context.iter().map(pair).collect()
}
