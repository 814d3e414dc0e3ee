//! What is probably not meant in a policy that is well formed.

mod actions;
mod catalog;
mod conditions;
mod coverage;
mod elements;
pub(crate) mod pattern;
mod place;
mod principals;
mod values;
mod written;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::facts::{Facts, STEPS};
use crate::{Context, Policy, PolicyError, PolicyKind, json};
use written::Document;

pub use catalog::{Action, Catalog, fits, nearest};
pub use place::Place;

/// How many steps comparing may take: that of so many decisions.
const DECISIONS: u32 = 20;

/// Looks for what is well formed and probably not meant: statements that never match, names that nothing has, and grants to everybody.
///
/// Patterns are compared with the catalog and with each other. That takes at most some tenths of a second: of a policy with
/// more wildcards than that is enough for, [`Code::NotCompared`] says so, and what was found before is told.
///
/// # Errors
/// The text is no policy of this kind.
pub fn lint(text: &str, kind: PolicyKind, catalog: &Catalog) -> Result<Vec<Warning>, PolicyError> {
    Policy::parse(text, kind)?;
    let document = Document::read(&json::parse(text)?);
    let nothing = Context::default();
    let facts = Facts::new(&nothing, STEPS.saturating_mul(DECISIONS));
    let mut found = Findings { warnings: Vec::new(), facts: &facts };
    elements::check(&document, kind, &mut found);
    for statement in &document.statements {
        principals::check(statement, kind, &mut found);
        conditions::check(statement, document.has_variables(), &mut found);
    }
    conditions::check_second_factors(&document, &mut found);
    // Only these take steps. They come last, so that what the others find is told in any case.
    for statement in &document.statements {
        actions::check(statement, kind, catalog, &mut found);
    }
    coverage::check(&document, catalog, &mut found);
    let mut warnings = found.warnings;
    if facts.is_exhausted() {
        warnings.push(Warning::new(
            Code::NotCompared,
            Place::default(),
            "The policy has too many patterns with wildcards: not all were compared with the actions that there are and with each other.",
            "Write fewer wildcards, or make several policies of it.",
        ));
    }
    warnings.sort_by_key(|warning| warning.place.statement);
    place::add_lines(text, warnings.iter_mut().map(|warning| &mut warning.place));
    Ok(warnings)
}

/// Whom the principal elements of a policy name, in their order, and where: for those who know who exists.
///
/// # Errors
/// The text is no JSON.
pub fn principals(text: &str) -> Result<Vec<NamedPrincipal>, PolicyError> {
    let document = Document::read(&json::parse(text)?);
    let mut named: Vec<NamedPrincipal> = Vec::new();
    for statement in &document.statements {
        named.extend(statement.principal.iter().flat_map(|principal| {
            principal.names.iter().map(|name| NamedPrincipal {
                kind: name.kind.clone(),
                value: name.value.clone(),
                place: statement.at(&name.path),
            })
        }));
    }
    place::add_lines(text, named.iter_mut().map(|named| &mut named.place));
    Ok(named)
}

/// A value of a principal element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPrincipal {
    /// `AWS`, `Federated`, `Service` or `CanonicalUser`.
    pub kind: String,
    /// An ARN, an account id, a unique id, `*` or the name of a service.
    pub value: String,
    /// Where it stands.
    pub place: Place,
}

/// Something that is probably not meant. `Display` writes it in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// What kind of thing it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What is wrong, a sentence.
    pub problem: String,
    /// What to do about it, a sentence.
    pub advice: String,
}

/// How much a [`Warning`] matters. The words are those of IAM Access Analyzer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Some text could be shorter or clearer, and would mean the same.
    Suggestion,
    /// Probably not what is meant.
    Warning,
    /// More is allowed than is probably meant, or less is denied.
    Security,
    /// A part of the policy does nothing.
    Error,
}

impl Severity {
    /// The word for it: `security`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Suggestion => "suggestion",
            Self::Warning => "warning",
            Self::Security => "security",
            Self::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $severity:ident $name:ident = $text:literal,)*) => {
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

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }
        }
    };
}
codes!(
    /// The text is no policy of its kind. Found by those who read it ([`Warning::malformed`]).
    Error Malformed = "malformed",
    /// Comparing the patterns would take too long, so some were not.
    Warning NotCompared = "not-compared",
    /// The policy says no version, so it has no variables.
    Warning MissingVersion = "missing-version",
    /// The policy says the old version, so it has no variables.
    Warning OldVersion = "old-version",
    /// Text that would be a variable in the present version stands for itself.
    Error InertVariable = "inert-variable",
    /// Two statements with one `Sid`.
    Warning DuplicateSid = "duplicate-sid",
    /// An action of a service that is not here.
    Warning UnknownService = "unknown-service",
    /// An action that its service does not have.
    Error UnknownAction = "unknown-action",
    /// A pattern that no action matches.
    Error MatchesNoAction = "matches-no-action",
    /// Allow with `NotAction`.
    Security AllowNotAction = "allow-not-action",
    /// Allow with `NotResource`.
    Security AllowNotResource = "allow-not-resource",
    /// Allow of `iam:PassRole` for every role.
    Security PassAnyRole = "pass-any-role",
    /// An ARN with a part that no ARN here has.
    Error InvalidArn = "invalid-arn",
    /// A resource that none of the statement's actions is about.
    Error ResourceNeverMatches = "resource-never-matches",
    /// A statement with an action that none of its resources fits.
    Error ActionNeedsAllResources = "action-needs-all-resources",
    /// A Deny statement takes back all that this statement allows.
    Warning ShadowedByDeny = "shadowed-by-deny",
    /// Another statement with the same effect says all that this one says.
    Suggestion RedundantStatement = "redundant-statement",
    /// Another pattern of the element covers this action.
    Suggestion RedundantAction = "redundant-action",
    /// Another pattern of the element covers this resource.
    Suggestion RedundantResource = "redundant-resource",
    /// Nobody may change the key policy.
    Security UnmanageableKey = "unmanageable-key",
    /// `NotPrincipal`.
    Warning NotPrincipal = "not-principal",
    /// Everybody is allowed, without a condition that says who.
    Security OpenToEveryone = "open-to-everyone",
    /// Every user of an OpenID Connect provider is allowed.
    Security OpenIdentityProvider = "open-identity-provider",
    /// A unique id, which stands for somebody who was deleted.
    Warning DeletedPrincipal = "deleted-principal",
    /// A user, role, account or provider that does not exist. Found by those who know who exists.
    Error NoSuchPrincipal = "no-such-principal",
    /// A statement for services alone, none of which calls here.
    Suggestion OnlyServices = "only-services",
    /// `Condition`, or an operator in it, without anything.
    Security EmptyCondition = "empty-condition",
    /// A condition key twice under one operator, in different case.
    Warning DuplicateConditionKey = "duplicate-condition-key",
    /// A condition key that no service here has.
    Error UnknownConditionKey = "unknown-condition-key",
    /// A condition key of AWS that no request here has.
    Warning AbsentConditionKey = "absent-condition-key",
    /// A condition key that has another name today.
    Warning DeprecatedConditionKey = "deprecated-condition-key",
    /// An operator for another type than the key's.
    Error WrongOperatorType = "wrong-operator-type",
    /// `ForAllValues` or `ForAnyValue` on a key with one value.
    Security SetOperatorOnSingleValue = "set-operator-on-single-value",
    /// A key with several values, compared without `ForAllValues` or `ForAnyValue`.
    Warning NoSetOperator = "no-set-operator",
    /// `ForAllValues` in an Allow statement, which is true when the key is absent.
    Security ForAllValuesAllows = "for-all-values-allows",
    /// A condition on the second factor that long-term access keys slip through.
    Security SecondFactorNotNeeded = "second-factor-not-needed",
    /// A wildcard under an operator that has none.
    Warning LiteralWildcard = "literal-wildcard",
    /// A condition without values, which is never true, or never false.
    Error NoValues = "no-values",
    /// A value that the key never has.
    Error ImpossibleValue = "impossible-value",
    /// A range of addresses that is written by an address inside it.
    Suggestion LooseIpRange = "loose-ip-range",
    /// A variable that no request has a value for.
    Error UnknownVariable = "unknown-variable",
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

impl Warning {
    /// That the text is no policy.
    pub fn malformed(error: &PolicyError) -> Self {
        let line = match error {
            PolicyError::Syntax { line, .. } => Some(*line),
            _ => None,
        };
        Self::new(
            Code::Malformed,
            Place { line, ..Place::default() },
            error.to_string(),
            "Until this is mended, the policy is refused and nothing else is looked at.",
        )
    }

    /// With the code's severity.
    pub fn new(code: Code, place: Place, problem: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { code, severity: code.severity(), place, problem: problem.into(), advice: advice.into() }
    }
}

/// `error unknown-action at /Statement/0/Action/1 of "Sid", line 7: problem advice`.
impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.severity.as_str(), self.code)?;
        if !self.place.pointer.is_empty() {
            write!(out, " at {}", self.place.pointer)?;
        }
        if let Some(sid) = &self.place.sid {
            write!(out, " of \"{sid}\"")?;
        }
        if let Some(line) = self.place.line {
            write!(out, ", line {line}")?;
        }
        write!(out, ": {} {}", self.problem, self.advice)
    }
}

/// Warnings as they are found.
struct Findings<'a> {
    warnings: Vec<Warning>,
    /// How many steps comparing patterns may still take.
    facts: &'a Facts<'a>,
}

impl Findings<'_> {
    /// When the steps are exhausted, what patterns say of each other has no meaning, and nothing is added.
    fn add(&mut self, code: Code, place: Place, problem: impl Into<String>, advice: impl Into<String>) {
        if !self.facts.is_exhausted() {
            self.warnings.push(Warning::new(code, place, problem, advice));
        }
    }
}
