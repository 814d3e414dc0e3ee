//! What is probably not meant in a policy that is well formed.

mod actions;
mod catalog;
mod conditions;
mod elements;
mod pattern;
mod written;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::{Policy, PolicyError, PolicyKind, json};
use written::Document;

pub use catalog::{Action, Catalog};

/// Looks for what is well formed and probably not meant: statements that never match, names that nothing has, and grants to everybody.
///
/// The time is in proportion to the statements times the actions of the catalog, and to the square of the number of statements.
///
/// # Errors
/// The text is no policy of this kind.
pub fn lint(text: &str, kind: PolicyKind, catalog: &Catalog) -> Result<Vec<Warning>, PolicyError> {
    Policy::parse(text, kind)?;
    let document = Document::read(&json::parse(text)?);
    let mut found = Findings::default();
    elements::check(&document, kind, &mut found);
    for statement in &document.statements {
        actions::check(statement, kind, catalog, &mut found);
        conditions::check(statement, document.has_variables(), &mut found);
    }
    actions::check_shadows(&document, catalog, &mut found);
    let mut warnings = found.0;
    warnings.sort_by_key(|warning| warning.place.statement);
    Ok(warnings)
}

/// Something that is probably not meant. `Display` writes it in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// What kind of thing it is.
    pub code: Code,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What is wrong, a sentence.
    pub problem: String,
    /// What to do about it, a sentence.
    pub advice: String,
}

/// Where in a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The index of the statement; `None` for what is about the whole policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<usize>,
    /// The statement's `Sid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    /// `Statement[0].Action[1]`.
    pub path: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What kind of thing a [`Warning`] is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name),* }

        impl Code {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as reports show it, such as `unknown-action`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}
codes!(
    /// The policy says no version, so it has no variables.
    MissingVersion = "missing-version",
    /// The policy says the old version, so it has no variables.
    OldVersion = "old-version",
    /// Text that would be a variable in the present version stands for itself.
    InertVariable = "inert-variable",
    /// An action of a service that is not here.
    UnknownService = "unknown-service",
    /// An action that its service does not have.
    UnknownAction = "unknown-action",
    /// A pattern that no action matches.
    MatchesNoAction = "matches-no-action",
    /// Allow with `NotAction`.
    AllowNotAction = "allow-not-action",
    /// Allow with `NotResource`.
    AllowNotResource = "allow-not-resource",
    /// `NotPrincipal`.
    NotPrincipal = "not-principal",
    /// A resource that none of the statement's actions is about.
    ResourceNeverMatches = "resource-never-matches",
    /// A statement with an action that none of its resources fits.
    ActionNeedsAllResources = "action-needs-all-resources",
    /// A Deny statement takes back all that this statement allows.
    ShadowedByDeny = "shadowed-by-deny",
    /// Everybody is allowed, without a condition.
    OpenToEveryone = "open-to-everyone",
    /// A condition key that no service here has.
    UnknownConditionKey = "unknown-condition-key",
    /// A condition key of AWS that no request here has.
    AbsentConditionKey = "absent-condition-key",
    /// A condition key that has another name today.
    DeprecatedConditionKey = "deprecated-condition-key",
    /// An operator for another type than the key's.
    WrongOperatorType = "wrong-operator-type",
    /// `ForAllValues` or `ForAnyValue` on a key with one value.
    SetOperatorOnSingleValue = "set-operator-on-single-value",
    /// A key with several values, compared without `ForAllValues` or `ForAnyValue`.
    NoSetOperator = "no-set-operator",
    /// `ForAllValues` in an Allow statement, which is true when the key is absent.
    ForAllValuesAllows = "for-all-values-allows",
    /// A wildcard under an operator that has none.
    LiteralWildcard = "literal-wildcard",
    /// A condition without values, which is never true, or never false.
    NoValues = "no-values",
    /// A variable that no request has a value for.
    UnknownVariable = "unknown-variable",
    /// A user or role that does not exist. Found by those who know who exists.
    NoSuchPrincipal = "no-such-principal",
);

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// `unknown-action at Statement[0].Action[1] "Sid": problem advice`.
impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} at {}", self.code, self.place.path)?;
        if let Some(sid) = &self.place.sid {
            write!(out, " of \"{sid}\"")?;
        }
        write!(out, ": {} {}", self.problem, self.advice)
    }
}

/// Warnings as they are found.
#[derive(Default)]
struct Findings(Vec<Warning>);

impl Findings {
    fn add(&mut self, code: Code, place: Place, problem: impl Into<String>, advice: impl Into<String>) {
        self.0.push(Warning { code, place, problem: problem.into(), advice: advice.into() });
    }
}
