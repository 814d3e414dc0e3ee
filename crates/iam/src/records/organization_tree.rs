//! Where accounts are in the organization: organizational units, and what hangs together by them.

use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, Tx};

use super::account::{Account, Organization};
use crate::Error;
use crate::tags::Tags;

/// An organizational unit.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OrganizationalUnit {
    /// `ou-...-...`
    pub id: String,
    /// The unit above, by id; `None`: the root.
    pub parent: Option<String>,
    /// Unique among its siblings.
    pub name: String,
    pub created: Timestamp,
    pub tags: Tags,
}

const BY_PARENT: &str = "parent";

/// How deep units can be below the root, and how many there can be.
///
/// Source: AWS Organizations User Guide, "Quotas and service limits".
const MAX_DEPTH: usize = 5;
pub(crate) const MAX_UNITS: usize = 1000;

impl Record for OrganizationalUnit {
    const KIND: &'static str = "organizational-unit";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        // The root has no unit's id.
        out.add(BY_PARENT, self.parent.clone().unwrap_or_default());
    }
}

impl OrganizationalUnit {
    /// The units right below a unit, or below the root.
    pub async fn below(tx: &mut Tx, parent: Option<&str>) -> Result<Vec<Self>, Error> {
        Ok(tx.list_by(BY_PARENT, &parent.unwrap_or_default(), Page::all()).await?.items)
    }

    /// The units from the root down to the one with this id, which is there.
    pub async fn down_to(tx: &mut Tx, id: Option<&str>) -> Result<Vec<Self>, Error> {
        let (mut units, mut next) = (Vec::new(), id.map(str::to_owned));
        while let Some(id) = next.take() {
            let missing = || Error::corrupt(format!("organizational unit {id}"), "there is no such unit");
            // No unit is moved, so there is no circle; a damaged store must not make one.
            let unit: Self = tx.get(&id).await?.filter(|_| units.len() < MAX_DEPTH).ok_or_else(missing)?;
            next.clone_from(&unit.parent);
            units.push(unit);
        }
        units.reverse();
        Ok(units)
    }

    /// Whether a unit can be made below the one with this id.
    pub async fn has_room_below(tx: &mut Tx, parent: Option<&str>) -> Result<bool, Error> {
        Ok(Self::down_to(tx, parent).await?.len() < MAX_DEPTH)
    }
}

/// A place in the organization that policies are attached to.
#[derive(Debug, Clone)]
pub enum Node {
    Root,
    Unit(Box<OrganizationalUnit>),
    Account(Box<Account>),
}

impl Node {
    /// The place with this id; `None` when there is none.
    pub async fn find(tx: &mut Tx, organization: &Organization, id: &str) -> Result<Option<Self>, Error> {
        if id == organization.root_id() {
            return Ok(Some(Self::Root));
        }
        if let Ok(id) = id.parse::<AccountId>() {
            let found: Option<Account> = tx.get(&id).await?;
            return Ok(found.map(|account| Self::Account(Box::new(account))));
        }
        let found: Option<OrganizationalUnit> = tx.get(&id.to_owned()).await?;
        Ok(found.map(|unit| Self::Unit(Box::new(unit))))
    }

    pub fn id(&self, organization: &Organization) -> String {
        match self {
            Self::Root => organization.root_id(),
            Self::Unit(unit) => unit.id.clone(),
            Self::Account(account) => account.id.to_string(),
        }
    }

    pub fn arn(&self, organization: &Organization) -> String {
        organization.node_arn(&self.id(organization))
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Root => "Root",
            Self::Unit(unit) => &unit.name,
            Self::Account(account) => &account.name,
        }
    }

    /// The unit that it is, for what can be in a unit or in the root: `Some(None)` is the root, `None` an account.
    pub fn as_parent(&self) -> Option<Option<&str>> {
        match self {
            Self::Root => Some(None),
            Self::Unit(unit) => Some(Some(&unit.id)),
            Self::Account(_) => None,
        }
    }

    /// The id of what it is in; the root is in nothing.
    pub fn parent_id(&self, organization: &Organization) -> Option<String> {
        let parent = match self {
            Self::Root => return None,
            Self::Unit(unit) => &unit.parent,
            Self::Account(account) => &account.parent,
        };
        Some(organization.parent_id(parent.as_deref()))
    }

    pub fn tags<'a>(&'a self, organization: &'a Organization) -> &'a Tags {
        match self {
            Self::Root => &organization.root_tags,
            Self::Unit(unit) => &unit.tags,
            Self::Account(account) => &account.tags,
        }
    }
}

impl Organization {
    /// `r-` and the first four characters of the organization's own id.
    pub fn root_id(&self) -> String {
        format!("r-{}", self.root_name())
    }

    /// What the ids of all units begin with: `ou-`, the root's part and `-`.
    pub fn unit_prefix(&self) -> String {
        format!("ou-{}-", self.root_name())
    }

    fn root_name(&self) -> &str {
        self.id.get(2..6).unwrap_or("0000")
    }

    /// The id of a unit, or of the root.
    pub fn parent_id(&self, unit: Option<&str>) -> String {
        unit.map_or_else(|| self.root_id(), str::to_owned)
    }

    /// The ARN of a root, unit or account of this id, whether it is there or not.
    pub fn node_arn(&self, id: &str) -> String {
        let kind = match id.split_once('-') {
            Some(("r", _)) => "root",
            Some(_) => "ou",
            None => "account",
        };
        let Self { id: organization, management_account, .. } = self;
        format!("arn:{}:organizations::{management_account}:{kind}/{organization}/{id}", arn::PARTITION)
    }

    /// `o-.../r-.../ou-.../`: the root and these units, as `aws:PrincipalOrgPaths` has them.
    pub fn path(&self, units: &[OrganizationalUnit]) -> String {
        let mut path = format!("{}/{}/", self.id, self.root_id());
        for unit in units {
            path.push_str(&unit.id);
            path.push('/');
        }
        path
    }
}
