//! The `Condition` element: operators, qualifiers and their values.

use std::cmp::Ordering;
use std::fmt;
use std::net::IpAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use clock::Timestamp;

use crate::context::KeyHash;
use crate::facts::Facts;
use crate::glob::{BadVariable, Glob, Syntax};
use crate::keys::{self, ConditionKey, ValueType};
use crate::lint;
use crate::operand::{Decimal, Network, parse_bool, parse_date};

/// One key under one operator, with the values that the policy gives.
///
/// A decision tests hundreds of conditions and has none of them at hand. So what a test nearly always needs is here, in less than a
/// cache line; the rest is elsewhere.
#[derive(Debug, Clone)]
pub(crate) struct Condition {
    pub operator: Operator,
    key_hash: KeyHash,
    /// The key, if it is one that every policy may have: its name is always at hand.
    known: Option<&'static ConditionKey>,
    operands: Operands,
    written: Box<Written>,
}

/// As the policy writes it.
#[derive(Debug, Clone)]
struct Written {
    key: Box<str>,
    expected: Box<[Box<str>]>,
}

#[derive(Debug, Clone)]
enum Operands {
    One(Operand),
    Many(Box<[Operand]>),
}

/// `ForAnyValue:StringNotLikeIfExists`, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Operator {
    qualifier: Option<Qualifier>,
    test: Test,
    if_exists: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Qualifier {
    ForAllValues,
    ForAnyValue,
}

macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        /// The operators of the language, without qualifier and `IfExists`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        enum Test { $($name),* }

        const TESTS: &[(&str, Test)] = &[$((stringify!($name), Test::$name)),*];
    };
}
tests!(
    StringEquals,
    StringNotEquals,
    StringEqualsIgnoreCase,
    StringNotEqualsIgnoreCase,
    StringLike,
    StringNotLike,
    NumericEquals,
    NumericNotEquals,
    NumericLessThan,
    NumericLessThanEquals,
    NumericGreaterThan,
    NumericGreaterThanEquals,
    DateEquals,
    DateNotEquals,
    DateLessThan,
    DateLessThanEquals,
    DateGreaterThan,
    DateGreaterThanEquals,
    Bool,
    BinaryEquals,
    IpAddress,
    NotIpAddress,
    ArnEquals,
    ArnNotEquals,
    ArnLike,
    ArnNotLike,
    Null,
);

/// A value of the policy, ready to be compared.
#[derive(Debug, Clone)]
enum Operand {
    Text(Glob),
    TextIgnoringCase(Glob),
    Number(Box<Decimal>),
    Date(Timestamp),
    Bool(bool),
    Bytes(Box<[u8]>),
    Network(Network),
    Arn(ArnPattern),
}

/// A pattern for an ARN, compared part by part, so that a wildcard never reaches over a colon of the first five.
#[derive(Debug, Clone)]
enum ArnPattern {
    /// `*`.
    Any,
    /// Six parts.
    Parts(Box<[Glob; 6]>),
    /// Fewer parts, because a variable holds several of them.
    Whole(Box<Glob>),
}

impl Operator {
    /// Reads an operator's name, in any case.
    pub(crate) fn parse(name: &str) -> Result<Self, String> {
        let (qualifier, rest) = match name.split_once(':') {
            None => (None, name),
            Some((word, rest)) if word.eq_ignore_ascii_case("ForAllValues") => {
                (Some(Qualifier::ForAllValues), rest)
            }
            Some((word, rest)) if word.eq_ignore_ascii_case("ForAnyValue") => {
                (Some(Qualifier::ForAnyValue), rest)
            }
            Some((word, _)) => {
                return Err(format!("Unknown qualifier {word}: use ForAllValues or ForAnyValue."));
            }
        };
        let (base, if_exists) =
            match rest.len().checked_sub("IfExists".len()).and_then(|at| rest.split_at_checked(at)) {
                Some((base, end)) if end.eq_ignore_ascii_case("IfExists") => (base, true),
                _ => (rest, false),
            };
        let test = TESTS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(base))
            .map(|(_, test)| *test)
            .ok_or_else(|| format!("Invalid Condition type : {name}."))?;
        if test == Test::Null && (if_exists || qualifier.is_some()) {
            return Err("Null takes no qualifier and no IfExists: it tests existence itself.".to_owned());
        }
        Ok(Self { qualifier, test, if_exists })
    }
}

/// What a condition can be checked for without a request.
impl Operator {
    /// The type of the values that it compares; `None` for `Null`, and for `BinaryEquals`, which no key is for.
    pub(crate) fn value_type(self) -> Option<ValueType> {
        let name = format!("{:?}", self.test);
        let families = [
            ("String", ValueType::String),
            ("Numeric", ValueType::Numeric),
            ("Date", ValueType::Date),
            ("Bool", ValueType::Bool),
            ("Ip", ValueType::IpAddress),
            ("NotIp", ValueType::IpAddress),
            ("Arn", ValueType::Arn),
        ];
        families.into_iter().find(|(prefix, _)| name.starts_with(prefix)).map(|(_, family)| family)
    }

    pub(crate) fn is_null(self) -> bool {
        self.test == Test::Null
    }

    /// Under `ForAllValues` or `ForAnyValue`.
    pub(crate) fn is_qualified(self) -> bool {
        self.qualifier.is_some()
    }

    pub(crate) fn is_for_all(self) -> bool {
        self.qualifier == Some(Qualifier::ForAllValues)
    }

    /// Compares texts, and has no wildcards.
    pub(crate) fn is_literal(self) -> bool {
        matches!(
            self.test,
            Test::StringEquals
                | Test::StringNotEquals
                | Test::StringEqualsIgnoreCase
                | Test::StringNotEqualsIgnoreCase
        )
    }

    /// Compares texts without regard to case.
    pub(crate) fn ignores_case(self) -> bool {
        matches!(self.test, Test::StringEqualsIgnoreCase | Test::StringNotEqualsIgnoreCase)
    }

    /// Whether a condition is true of a request without the key.
    pub(crate) fn holds_without_key(self) -> bool {
        match self.qualifier {
            Some(Qualifier::ForAllValues) => true,
            Some(Qualifier::ForAnyValue) => false,
            None => self.if_exists || self.test.is_negated(),
        }
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.qualifier {
            Some(Qualifier::ForAllValues) => out.write_str("ForAllValues:")?,
            Some(Qualifier::ForAnyValue) => out.write_str("ForAnyValue:")?,
            None => {}
        }
        write!(out, "{:?}", self.test)?;
        if self.if_exists { out.write_str("IfExists") } else { Ok(()) }
    }
}

impl Test {
    /// Negated operators are true exactly when their positive twin is false.
    fn is_negated(self) -> bool {
        matches!(
            self,
            Self::StringNotEquals
                | Self::StringNotEqualsIgnoreCase
                | Self::StringNotLike
                | Self::NumericNotEquals
                | Self::DateNotEquals
                | Self::NotIpAddress
                | Self::ArnNotEquals
                | Self::ArnNotLike
        )
    }

    /// Which results of comparing request to policy are a match, for the ordered types.
    fn accepts(self, found: Ordering) -> bool {
        match self {
            Self::NumericLessThan | Self::DateLessThan => found.is_lt(),
            Self::NumericLessThanEquals | Self::DateLessThanEquals => found.is_le(),
            Self::NumericGreaterThan | Self::DateGreaterThan => found.is_gt(),
            Self::NumericGreaterThanEquals | Self::DateGreaterThanEquals => found.is_ge(),
            _ => found.is_eq(),
        }
    }

    fn operand(self, text: &str, variables: bool) -> Result<Operand, String> {
        let glob = |wildcards| {
            Glob::compile(text, Syntax { wildcards, variables }).map_err(|BadVariable| bad_variable(text))
        };
        let needed = |what: &str| format!("{self:?} needs {what}, and \"{text}\" is none.");
        match self {
            Self::StringEquals | Self::StringNotEquals => glob(false).map(Operand::Text),
            Self::StringLike | Self::StringNotLike => glob(true).map(Operand::Text),
            Self::StringEqualsIgnoreCase | Self::StringNotEqualsIgnoreCase => {
                glob(false).map(Operand::TextIgnoringCase)
            }
            Self::NumericEquals
            | Self::NumericNotEquals
            | Self::NumericLessThan
            | Self::NumericLessThanEquals
            | Self::NumericGreaterThan
            | Self::NumericGreaterThanEquals => Decimal::parse(text)
                .map(|number| Operand::Number(number.into()))
                .ok_or_else(|| needed("a decimal number such as 10 or -0.5")),
            Self::DateEquals
            | Self::DateNotEquals
            | Self::DateLessThan
            | Self::DateLessThanEquals
            | Self::DateGreaterThan
            | Self::DateGreaterThanEquals => parse_date(text)
                .map(Operand::Date)
                .ok_or_else(|| needed("a date such as 2026-01-31T12:00:00Z, or seconds since 1970")),
            Self::Bool | Self::Null => {
                parse_bool(text).map(Operand::Bool).ok_or_else(|| needed("\"true\" or \"false\""))
            }
            Self::BinaryEquals => {
                let bytes = BASE64.decode(text).map_err(|_| needed("a value in base64 with padding"))?;
                Ok(Operand::Bytes(bytes.into()))
            }
            Self::IpAddress | Self::NotIpAddress => Network::parse(text)
                .map(Operand::Network)
                .ok_or_else(|| needed("an address or range such as 203.0.113.0/24 or 2001:db8::/32")),
            Self::ArnEquals | Self::ArnNotEquals | Self::ArnLike | Self::ArnNotLike => {
                ArnPattern::parse(text, variables).map(Operand::Arn)
            }
        }
    }
}

/// `StringEquals kms:ViaService ["s3.eu-west-1.amazonaws.com"]`.
impl fmt::Display for Condition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {} {:?}", self.operator, self.key(), self.written.expected)
    }
}

impl Condition {
    /// The error is a sentence.
    pub(crate) fn compile(
        operator: Operator,
        key: &str,
        expected: Vec<String>,
        variables: bool,
    ) -> Result<Self, String> {
        let operands = expected
            .iter()
            .map(|text| operator.test.operand(text, variables))
            .collect::<Result<Vec<_>, _>>()?;
        let expected = expected.into_iter().map(Into::into).collect();
        Ok(Self {
            operator,
            key_hash: KeyHash::of(key),
            known: keys::find(key).filter(|known| known.name.eq_ignore_ascii_case(key)),
            operands: match <[Operand; 1]>::try_from(operands) {
                Ok([one]) => Operands::One(one),
                Err(many) => Operands::Many(many.into()),
            },
            written: Box::new(Written { key: key.into(), expected }),
        })
    }

    /// As the policy writes it.
    pub(crate) fn key(&self) -> &str {
        &self.written.key
    }

    /// As the policy writes them.
    pub(crate) fn expected(&self) -> impl Iterator<Item = &str> {
        self.written.expected.iter().map(|value| &**value)
    }

    fn operands(&self) -> &[Operand] {
        match &self.operands {
            Operands::One(one) => std::slice::from_ref(one),
            Operands::Many(many) => many,
        }
    }

    /// The context keys that it looks at: its own, and those of variables.
    pub(crate) fn context_keys(&self) -> impl Iterator<Item = &str> {
        let globs = self.operands().iter().flat_map(Operand::globs);
        std::iter::once(self.key()).chain(globs.flat_map(Glob::variables))
    }

    /// Whether the condition is true of the request.
    ///
    /// Values of the policy are alternatives. A key that the request lacks makes positive operators false, negated ones
    /// true, and `IfExists` true; under a qualifier it is an empty set: `ForAllValues` true, `ForAnyValue` false, also with
    /// `IfExists`, which AWS applies to the values inside the set. Without a qualifier, a multivalued key matches when any of
    /// its values does.
    pub(crate) fn holds(&self, facts: &Facts<'_>) -> bool {
        let name = || self.known.map_or_else(|| self.key(), |known| known.name);
        let values = facts.context.find(self.key_hash, name);
        let Operator { qualifier, test, .. } = self.operator;
        if test == Test::Null {
            return self.expects(values.is_none());
        }
        let Some(values) = values else {
            return self.operator.holds_without_key();
        };
        let negated = test.is_negated();
        match qualifier {
            Some(Qualifier::ForAllValues) => values.iter().all(|value| self.matches(value, facts) != negated),
            Some(Qualifier::ForAnyValue) => values.iter().any(|value| self.matches(value, facts) != negated),
            None => values.iter().any(|value| self.matches(value, facts)) != negated,
        }
    }

    /// Whether the condition is true of every value that begins so and has no further colon, or false of every one; `None` when it depends.
    pub(crate) fn holds_of_beginning(&self, beginning: &str) -> Option<bool> {
        let test = self.operator.test;
        if test == Test::Null {
            return Some(self.expects(false));
        }
        let normal =
            |text: &str| if self.operator.ignores_case() { text.to_lowercase() } else { text.to_owned() };
        let form = format!("{}*", normal(beginning));
        let patterns = || self.expected().map(|value| lint::pattern::without_variables(&normal(value)));
        let found = if patterns().any(|pattern| lint::pattern::covers(&pattern, &form)) {
            !self.expected().any(|value| value.contains("${"))
        } else if patterns().any(|pattern| lint::pattern::overlap(&pattern, &form)) {
            return None;
        } else {
            false
        };
        Some(found != test.is_negated())
    }

    /// Whether the condition is true of a request without the key.
    pub(crate) fn holds_without_key(&self) -> bool {
        match self.operator.test {
            Test::Null => self.expects(true),
            _ => self.operator.holds_without_key(),
        }
    }

    /// Whether the condition is true of every request with the key, or false of every one; `None` when that depends on the value. It does not
    /// under `Null`, and where each value of the policy has a variable without a value, but for those that `may_differ`.
    pub(crate) fn holds_of_every_value(
        &self,
        facts: &Facts<'_>,
        may_differ: impl Fn(&str) -> bool,
    ) -> Option<bool> {
        if self.operator.is_null() {
            return Some(self.expects(false));
        }
        let can_match =
            |operand: &Operand| operand.globs().iter().all(|glob| glob.is_resolvable(facts, &may_differ));
        (!self.operands().iter().any(can_match)).then(|| self.operator.test.is_negated())
    }

    /// Whether this is among the values of the policy.
    fn expects(&self, truth: bool) -> bool {
        self.operands().iter().any(|operand| matches!(operand, Operand::Bool(wanted) if *wanted == truth))
    }

    /// Whether one value of the request matches any value of the policy. A value of the wrong type matches nothing.
    fn matches(&self, value: &str, facts: &Facts<'_>) -> bool {
        let operands = self.operands();
        if !facts.take(operands.len()) {
            return false;
        }
        let test = self.operator.test;
        let any = |accepts: &dyn Fn(&Operand) -> bool| operands.iter().any(accepts);
        match operands.first() {
            None => false,
            Some(Operand::Text(_) | Operand::TextIgnoringCase(_) | Operand::Arn(_)) => {
                any(&|operand| match operand {
                    Operand::Text(glob) => glob.matches(value, facts),
                    Operand::TextIgnoringCase(glob) => glob.equals_ignoring_case(value, facts),
                    Operand::Arn(pattern) => pattern.matches(value, facts),
                    _ => false,
                })
            }
            Some(Operand::Number(_)) => Decimal::parse(value).is_some_and(|number| {
                any(&|operand| matches!(operand, Operand::Number(limit) if test.accepts(number.cmp(&**limit))))
            }),
            Some(Operand::Date(_)) => parse_date(value).is_some_and(|date| {
                any(&|operand| matches!(operand, Operand::Date(limit) if test.accepts(date.cmp(limit))))
            }),
            Some(Operand::Bool(_)) => parse_bool(value).is_some_and(|found| {
                any(&|operand| matches!(operand, Operand::Bool(wanted) if *wanted == found))
            }),
            Some(Operand::Bytes(_)) => BASE64.decode(value).is_ok_and(|found| {
                any(&|operand| matches!(operand, Operand::Bytes(wanted) if **wanted == *found))
            }),
            Some(Operand::Network(_)) => value.parse::<IpAddr>().is_ok_and(|address| {
                any(&|operand| matches!(operand, Operand::Network(network) if network.contains(address)))
            }),
        }
    }
}

impl Operand {
    /// The patterns, which may have variables.
    fn globs(&self) -> &[Glob] {
        match self {
            Self::Text(glob) | Self::TextIgnoringCase(glob) => std::slice::from_ref(glob),
            Self::Arn(ArnPattern::Whole(glob)) => std::slice::from_ref(&**glob),
            Self::Arn(ArnPattern::Parts(globs)) => globs.as_slice(),
            _ => &[],
        }
    }
}

impl ArnPattern {
    fn parse(text: &str, variables: bool) -> Result<Self, String> {
        let compile = |part: &str| {
            Glob::compile(part, Syntax { wildcards: true, variables })
                .map_err(|BadVariable| bad_variable(text))
        };
        if text == "*" {
            return Ok(Self::Any);
        }
        let parts = split_arn_pattern(text, variables);
        if let [partition, service, region, account, resource, rest] = parts.as_slice() {
            return Ok(Self::Parts(Box::new([
                compile(partition)?,
                compile(service)?,
                compile(region)?,
                compile(account)?,
                compile(resource)?,
                compile(rest)?,
            ])));
        }
        if variables && text.contains("${") {
            return compile(text).map(|glob| Self::Whole(glob.into()));
        }
        Err(format!(
            "\"{text}\" is no ARN pattern: write all six parts, arn:partition:service:region:account:resource, or \"*\"."
        ))
    }

    fn matches(&self, arn: &str, facts: &Facts<'_>) -> bool {
        match self {
            Self::Any => true,
            Self::Whole(glob) => glob.matches(arn, facts),
            Self::Parts(globs) => {
                let mut parts = arn.splitn(6, ':');
                globs.iter().all(|glob| parts.next().is_some_and(|part| glob.matches(part, facts)))
            }
        }
    }
}

/// At the first five colons that are not inside a variable.
fn split_arn_pattern(text: &str, variables: bool) -> Vec<&str> {
    let mut parts = Vec::with_capacity(6);
    let mut start = 0;
    let mut in_variable = false;
    let mut before = '\0';
    for (at, found) in text.char_indices() {
        match found {
            '{' if variables && before == '$' => in_variable = true,
            '}' => in_variable = false,
            ':' if !in_variable && parts.len() < 5 => {
                parts.extend(text.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
        before = found;
    }
    parts.extend(text.get(start..));
    parts
}

pub(crate) fn bad_variable(text: &str) -> String {
    format!(
        "\"{text}\" has a policy variable that cannot be read: write ${{key}} or ${{key, 'default'}}, and ${{$}} for a dollar sign before a brace."
    )
}
