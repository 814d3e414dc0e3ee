use std::collections::BTreeMap;

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

    /// The actions with their names in lower case.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &Action)> {
        self.actions.iter().map(|(name, action)| (name.as_str(), action))
    }
}
