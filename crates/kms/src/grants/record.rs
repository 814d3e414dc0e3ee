use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use arn::AccountId;
use aws_lc_rs::digest::{SHA256, digest};
use aws_model::kms::{GrantListEntry, GrantOperation};
use clock::Timestamp;
use envelope::{EncryptionContext, KeyLocator, Random, length_prefixed};
use gate::Caller;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Record, Tx};

use super::constraint::{Constraints, ContextConstraint};
use super::lookup::Ask;
use super::principal::is_session;
use crate::Error;

/// The most grants that a key can have. Source: Developer Guide, "Resource quotas".
pub(crate) const GRANTS_PER_KEY: u64 = 50_000;

/// By key, grantee and [`Bucket`].
pub(crate) const BY_GRANTEE: &str = "grantee";
/// By region and retiring principal.
pub(crate) const BY_RETIRING: &str = "retiring";
/// By key and everything that makes a repeated CreateGrant with a name the same.
const BY_REQUEST: &str = "request";

/// A grant, as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GrantRecord {
    /// The key that it is for.
    pub key: KeyLocator,
    /// What it is known by, together with the key.
    pub id: GrantId,
    /// The name that it was given, if any. Not unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who may.
    pub grantee: Party,
    /// Who, besides those whom it belongs to, may retire it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retiring: Option<Party>,
    /// The unique ids of both, by ARN, as they were when the grant was made.
    #[serde(default)]
    pub bound: BTreeMap<String, String>,
    /// What the grantee may do.
    #[serde(with = "operation_names")]
    pub operations: BTreeSet<GrantOperation>,
    /// Under which conditions.
    #[serde(default)]
    pub constraints: Constraints,
    /// The account of the caller that created it.
    pub issuing_account: AccountId,
    /// When it was created.
    pub created: Timestamp,
}

/// Whom a grant names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// The ARN of an account's root, a user, a role or a session.
    Principal(String),
    /// An AWS service. None calls here, so that a grant for one allows nothing; it is kept and shown.
    Service(String),
}

impl Party {
    /// The ARN of a principal that can call here.
    pub fn principal(&self) -> Option<&str> {
        match self {
            Self::Principal(arn) => Some(arn),
            Self::Service(_) => None,
        }
    }

    fn text(&self) -> &str {
        match self {
            Self::Principal(text) | Self::Service(text) => text,
        }
    }
}

impl Record for GrantRecord {
    const KIND: &'static str = "kms-grant";
    type Key = (KeyLocator, GrantId);

    fn key(&self) -> Self::Key {
        (self.key.clone(), self.id.clone())
    }

    fn encode_key((key, id): &Self::Key) -> KeyBytes {
        let (account, region, key_id) = place_of(key);
        KeyBytes::of(&(account, region, key_id, id.as_str()))
    }

    fn indexes(&self, out: &mut Indexes) {
        let (account, region, key_id) = place_of(&self.key);
        if self.name.is_some() {
            out.add(BY_REQUEST, (account, region, &key_id, self.request()));
        }
        if let Some(retiring) = self.retiring.as_ref().and_then(Party::principal) {
            out.add(BY_RETIRING, (region, retiring));
        }
        out.add(BY_GRANTEE, (account, region, key_id, self.grantee.text(), Bucket::of(&self.constraints).0));
    }
}

impl GrantRecord {
    /// Whether the grant, if its grantee calls, allows what is asked.
    pub(crate) fn covers(&self, ask: &Ask<'_>) -> bool {
        self.operations.contains(&ask.operation)
            && self.constraints.source_arn.is_none()
            && match (&self.constraints.context, ask.context) {
                (Some(constraint), Some(context)) => constraint.allows(context),
                // The constraint does not apply to what has no encryption context.
                (Some(_) | None, _) => true,
            }
    }

    /// Whether `name`, one of the caller's, means the caller here, and not somebody who had it before.
    pub(crate) fn means(&self, name: &str, caller: &Caller) -> bool {
        self.bound.get(name).is_none_or(|id| id == caller.principal_id())
    }

    /// Whether a grantee may pass `child` on by virtue of this grant.
    pub(crate) fn is_parent_of(&self, child: &Self) -> bool {
        self.operations.contains(&GrantOperation::CreateGrant)
            && child.operations.is_subset(&self.operations)
            && child.constraints.is_within(&self.constraints)
    }

    /// As decisions, and so the audit records, name it.
    pub(crate) fn called(&self) -> String {
        format!("grant {}", self.id)
    }

    /// A grant that the same request made before, if the request has a name.
    pub(crate) async fn made_before(&self, tx: &mut Tx) -> Result<Option<GrantId>, Error> {
        if self.name.is_none() {
            return Ok(None);
        }
        let (account, region, key_id) = place_of(&self.key);
        let place = (account, region, key_id, self.request());
        let found = tx.list_by::<Self>(BY_REQUEST, &place, store::Page::first(1)).await?;
        Ok(found.items.into_iter().next().map(|grant| grant.id))
    }

    /// As ListGrants and ListRetirableGrants show it. `gone` are the unique ids, by ARN, of those who have their ARN no more.
    pub(crate) fn entry(self, gone: &BTreeMap<String, String>) -> GrantListEntry {
        let split = |party: Option<Party>| match party {
            Some(Party::Principal(arn)) => (Some(gone.get(&arn).cloned().unwrap_or(arn)), None),
            Some(Party::Service(name)) => (None, Some(name)),
            None => (None, None),
        };
        let (grantee_principal, grantee_service_principal) = split(Some(self.grantee));
        let (retiring_principal, retiring_service_principal) = split(self.retiring);
        GrantListEntry {
            constraints: self.constraints.wire(),
            creation_date: Some(self.created),
            grant_id: Some(self.id.to_string()),
            grantee_principal,
            grantee_service_principal,
            issuing_account: Some(self.issuing_account.root_arn()),
            key_id: Some(self.key.to_string()),
            name: self.name,
            operations: Some(self.operations.into_iter().collect()),
            retiring_principal,
            retiring_service_principal,
        }
    }

    /// A digest of all but the id and the time.
    fn request(&self) -> [u8; 32] {
        let bound = |arn: &String| self.bound.get(arn).map_or("", String::as_str);
        let party = |party: &Party| match party {
            Party::Principal(arn) => ["principal", arn.as_str(), bound(arn)].map(str::to_owned),
            Party::Service(name) => ["service", name.as_str(), ""].map(str::to_owned),
        };
        let retiring = self.retiring.as_ref().map(party).unwrap_or_default();
        let operations: Vec<_> = self.operations.iter().map(|operation| operation.as_str()).collect();
        let mut parts = vec![
            self.name.clone().unwrap_or_default(),
            self.issuing_account.to_string(),
            operations.join(","),
            self.constraints.source_arn.clone().unwrap_or_default(),
            self.constraints.kind().unwrap_or_default().to_owned(),
        ];
        parts.extend(party(&self.grantee));
        parts.extend(retiring);
        if let Some(constraint) = &self.constraints.context {
            parts.extend(
                constraint.pairs().iter().flat_map(|(name, value)| [name.to_owned(), value.to_owned()]),
            );
        }
        sha256(&length_prefixed(parts))
    }
}

/// What of a grantee's grants can match a request with a certain encryption context.
pub(crate) struct Bucket(pub Vec<u8>);

impl Bucket {
    /// Grants without an encryption context constraint.
    pub fn unconstrained() -> Self {
        Self(b"any".to_vec())
    }

    /// Grants whose constraint is met by exactly this context.
    pub fn equal_to(context: &EncryptionContext) -> Self {
        let pairs = context.iter().flat_map(|(name, value)| [name, value]);
        Self([b"equals".as_slice(), &sha256(&length_prefixed(pairs))].concat())
    }

    /// Grants whose constraint names pairs that must be there.
    pub fn subsets() -> Self {
        Self(b"subset".to_vec())
    }

    fn of(constraints: &Constraints) -> Self {
        match &constraints.context {
            None => Self::unconstrained(),
            Some(ContextConstraint::Equals(context)) => Self::equal_to(context),
            Some(ContextConstraint::Subset(_)) => Self::subsets(),
        }
    }
}

/// How many grants a key has. It is written with every grant that comes or goes, so whoever caches it learns of that.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyGrants {
    /// The key.
    pub key: KeyLocator,
    /// All of them.
    pub count: u64,
    /// Those whose grantee is one session.
    pub sessions: u64,
    /// How often they changed, so that no two versions of this record are the same.
    pub changes: u64,
}

impl Record for KeyGrants {
    const KIND: &'static str = "kms-key-grants";
    type Key = KeyLocator;

    fn key(&self) -> KeyLocator {
        self.key.clone()
    }

    fn encode_key(key: &KeyLocator) -> KeyBytes {
        KeyBytes::of(&place_of(key))
    }
}

impl KeyGrants {
    /// Stores a new grant, unless the key has as many as it can have.
    pub(crate) async fn add(tx: &mut Tx, grant: &GrantRecord) -> Result<(), Error> {
        let mut grants = Self::read(tx, &grant.key).await?;
        if grants.count >= GRANTS_PER_KEY {
            return Err(Error::limit(format!(
                "{} has {GRANTS_PER_KEY} grants, which is the most that a key can have.",
                grant.key
            )));
        }
        grants.count += 1;
        grants.sessions += u64::from(is_session(grant.grantee.text()));
        grants.changes += 1;
        tx.put(&grants).await?;
        Ok(tx.insert(grant).await?)
    }

    /// Removes grants of one key.
    pub(crate) async fn remove(
        tx: &mut Tx,
        key: &KeyLocator,
        removed: &[GrantRecord],
    ) -> Result<(), store::Error> {
        let mut grants = Self::read(tx, key).await?;
        for grant in removed {
            tx.delete::<GrantRecord>(&Record::key(grant)).await?;
            grants.count = grants.count.saturating_sub(1);
            grants.sessions = grants.sessions.saturating_sub(u64::from(is_session(grant.grantee.text())));
        }
        grants.changes += 1;
        if grants.count > 0 { tx.put(&grants).await } else { tx.delete::<Self>(key).await.map(drop) }
    }

    async fn read(tx: &mut Tx, key: &KeyLocator) -> Result<Self, store::Error> {
        let found = tx.get::<Self>(key).await?;
        Ok(found.unwrap_or_else(|| Self { key: key.clone(), count: 0, sessions: 0, changes: 0 }))
    }
}

/// AWS's `GrantId`: 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GrantId(String);

impl GrantId {
    pub(crate) fn random(random: &dyn Random) -> Result<Self, Error> {
        let mut bytes = [0; 32];
        random.fill(&mut bytes).map_err(Error::Envelope)?;
        Ok(Self(hex::encode(bytes)))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for GrantId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if digits && text.len() == 64 { Ok(Self(text.to_owned())) } else { Err(Error::InvalidGrantId) }
    }
}

impl TryFrom<String> for GrantId {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<GrantId> for String {
    fn from(id: GrantId) -> Self {
        id.0
    }
}

impl fmt::Display for GrantId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// How records and indexes of grants begin: with the key.
pub(crate) fn place_of(key: &KeyLocator) -> (AccountId, &str, String) {
    (key.account, key.region.as_str(), key.key_id.to_string())
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    // INVARIANT: a SHA-256 digest has 32 bytes, so both sides are of one length.
    out.iter_mut().zip(digest(&SHA256, bytes).as_ref()).for_each(|(to, from)| *to = *from);
    out
}

/// Operations as their names.
mod operation_names {
    use std::collections::BTreeSet;

    use aws_model::kms::GrantOperation;
    use serde::{Deserialize, Deserializer, Serializer, de};

    pub fn serialize<S: Serializer>(
        operations: &BTreeSet<GrantOperation>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(operations.iter().map(|operation| operation.as_str()))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeSet<GrantOperation>, D::Error> {
        let names = Vec::<String>::deserialize(deserializer)?;
        names.iter().map(|name| name.parse().map_err(de::Error::custom)).collect()
    }
}
