use std::collections::BTreeMap;

use super::pattern::overlap;

/// The actions that there are. Who knows the services makes it.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// By name in lower case.
    actions: BTreeMap<String, Action>,
}

/// An action, and what it can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// `kms:Encrypt`.
    pub name: String,
    /// Patterns of the ARNs that questions about the action name: `arn:*:kms:*:*:key/*`. None: questions name `*`, and a statement about the
    /// action needs the resource `*`.
    pub resources: Vec<String>,
}

impl Catalog {
    /// With these actions.
    pub fn new(actions: impl IntoIterator<Item = Action>) -> Self {
        Self {
            actions: actions.into_iter().map(|action| (action.name.to_ascii_lowercase(), action)).collect(),
        }
    }

    /// The action of this name, in any case.
    pub fn find(&self, name: &str) -> Option<&Action> {
        self.actions.get(&name.to_ascii_lowercase())
    }

    /// All actions, by their names in lower case.
    pub fn iter(&self) -> impl Iterator<Item = &Action> {
        self.actions.values()
    }

    /// Whether there are actions of this service: `kms`.
    pub fn has_service(&self, service: &str) -> bool {
        let prefix = format!("{}:", service.to_ascii_lowercase());
        self.actions.range(prefix.clone()..).next().is_some_and(|(name, _)| name.starts_with(&prefix))
    }

    /// The action whose name differs least from this one, if it is not far.
    pub fn nearest(&self, name: &str) -> Option<&Action> {
        let lower = name.to_ascii_lowercase();
        nearest(&lower, self.entries(), |(known, _)| known).map(|(_, action)| action)
    }

    /// The actions with their names in lower case.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &Action)> {
        self.actions.iter().map(|(name, action)| (name.as_str(), action))
    }
}

/// Whether an ARN has one of these forms, as [`Action::resources`] writes them.
pub fn fits(arn: &str, forms: &[String]) -> bool {
    forms.iter().any(|form| overlap(arn, form))
}

/// Of `all`, the one whose text differs least from `text`, if it is not far.
pub fn nearest<T>(text: &str, all: impl IntoIterator<Item = T>, named: impl Fn(&T) -> &str) -> Option<T> {
    // A text of some hundred characters is no slip.
    if text.len() >= 128 {
        return None;
    }
    let near = all.into_iter().map(|one| (distance(text, named(&one)), one));
    let (distance, found) = near.min_by_key(|(distance, _)| *distance)?;
    (distance <= 4).then_some(found)
}

/// How many characters must be put in, left away or replaced to make one of the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<u8> = to.bytes().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, left) in from.bytes().enumerate() {
        let mut next = vec![at + 1];
        for (place, right) in to.iter().enumerate() {
            let cost = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let replaced = cost(&row, place) + usize::from(left != *right);
            next.push(replaced.min(cost(&row, place + 1) + 1).min(cost(&next, place) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}
