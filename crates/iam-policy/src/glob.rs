//! Patterns: `*` stands for any characters, `?` for one, `${key}` for a value of the request.

use crate::facts::{Facts, SEARCHED_PER_STEP};

/// A compiled pattern.
///
/// It is cut at the `*`s into segments. The first must stand at the front of the text, the last at the end, and each one
/// between at its first possible place after the one before. A later place never helps, so nothing is tried twice: without
/// `?` the cost is linear in text and pattern, with `?` at worst their product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Glob {
    // INVARIANT: never empty.
    segments: Box<[Segment]>,
    has_variables: bool,
}

type Segment = Box<[Unit]>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Unit {
    Text(Box<str>),
    One,
    Variable(Variable),
}

/// `${key}` or `${key, 'default'}`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Variable {
    key: Box<str>,
    default: Option<Box<str>>,
}

/// What a pattern's characters mean.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Syntax {
    /// `*` and `?` are wildcards.
    pub wildcards: bool,
    /// `${...}` is a policy variable (policy language version 2012-10-17).
    pub variables: bool,
}

/// A `${` that is no variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BadVariable;

impl Glob {
    pub(crate) fn compile(pattern: &str, syntax: Syntax) -> Result<Self, BadVariable> {
        let mut segments: Vec<Segment> = Vec::new();
        let mut units: Vec<Unit> = Vec::new();
        let mut text = String::new();
        let mut has_variables = false;
        let mut rest = pattern;
        while let Some(next) = rest.chars().next() {
            let after = rest.get(next.len_utf8()..).unwrap_or_default();
            match next {
                '$' if syntax.variables && after.starts_with('{') => {
                    let (piece, after) = parse_variable(after.get(1..).unwrap_or_default())?;
                    rest = after;
                    match piece {
                        Braced::Literal(literal) => text.push(literal),
                        Braced::Variable(variable) => {
                            flush(&mut text, &mut units);
                            units.push(Unit::Variable(variable));
                            has_variables = true;
                        }
                    }
                    continue;
                }
                '*' if syntax.wildcards => {
                    flush(&mut text, &mut units);
                    // Two stars in a row are one.
                    if !units.is_empty() || segments.is_empty() {
                        segments.push(std::mem::take(&mut units).into());
                    }
                }
                '?' if syntax.wildcards => {
                    flush(&mut text, &mut units);
                    units.push(Unit::One);
                }
                other => text.push(other),
            }
            rest = after;
        }
        flush(&mut text, &mut units);
        segments.push(units.into());
        Ok(Self { segments: segments.into(), has_variables })
    }

    /// Whether every variable has a value in `context` or a default. A pattern with an unresolved variable matches nothing.
    pub(crate) fn is_resolved(&self, facts: &Facts<'_>) -> bool {
        !self.has_variables
            || self.segments.iter().flatten().all(|unit| match unit {
                Unit::Variable(variable) => variable.resolve(facts).is_some(),
                Unit::Text(_) | Unit::One => true,
            })
    }

    /// The keys of its variables.
    pub(crate) fn variables(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().flatten().filter_map(|unit| match unit {
            Unit::Variable(variable) => Some(&*variable.key),
            Unit::Text(_) | Unit::One => None,
        })
    }

    /// The whole text, of a pattern without wildcards and variables.
    pub(crate) fn literal(&self) -> Option<&str> {
        match &*self.segments {
            [only] => match &**only {
                [Unit::Text(text)] => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// The text that a match begins with; empty when the pattern begins otherwise.
    pub(crate) fn front(&self) -> &str {
        match self.segments.first().and_then(|segment| segment.first()) {
            Some(Unit::Text(text)) => text,
            _ => "",
        }
    }

    pub(crate) fn matches(&self, text: &str, facts: &Facts<'_>) -> bool {
        if !facts.take(self.segments.len()) || !self.is_resolved(facts) {
            return false;
        }
        let Some((first, others)) = self.segments.split_first() else { return false };
        let Some(after_first) = eat_front(first, text, facts) else { return false };
        let Some((last, middle)) = others.split_last() else { return after_first.is_empty() };
        let Some(mut rest) = eat_back(last, after_first, facts) else { return false };
        for segment in middle {
            match eat_anywhere(segment, rest, facts) {
                Some(after) => rest = after,
                None => return false,
            }
        }
        true
    }

    /// Compares the whole text without regard to case. Meant for patterns without wildcards.
    pub(crate) fn equals_ignoring_case(&self, text: &str, facts: &Facts<'_>) -> bool {
        facts.take(1 + text.len() / SEARCHED_PER_STEP)
            && self.is_resolved(facts)
            && self
                .segments
                .iter()
                .flatten()
                .filter_map(|unit| unit.text(facts))
                .flat_map(str::chars)
                .flat_map(char::to_lowercase)
                .eq(text.chars().flat_map(char::to_lowercase))
    }
}

impl Unit {
    /// The text that must stand here; `None` for any one character.
    fn text<'a>(&'a self, facts: &Facts<'a>) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::One => None,
            Self::Variable(variable) => Some(variable.resolve(facts).unwrap_or_default()),
        }
    }
}

impl Variable {
    /// Multivalued keys are no values for variables (IAM User Guide, "Single-valued vs. multivalued context keys").
    fn resolve<'a>(&'a self, facts: &Facts<'a>) -> Option<&'a str> {
        facts.context.get_one(&self.key).or(self.default.as_deref())
    }
}

fn eat_front<'t>(segment: &[Unit], text: &'t str, facts: &Facts<'_>) -> Option<&'t str> {
    segment.iter().try_fold(text, |rest, unit| match unit.text(facts) {
        Some(expected) => rest.strip_prefix(expected),
        None => skip_char(rest),
    })
}

fn eat_back<'t>(segment: &[Unit], text: &'t str, facts: &Facts<'_>) -> Option<&'t str> {
    segment.iter().rev().try_fold(text, |rest, unit| match unit.text(facts) {
        Some(expected) => rest.strip_suffix(expected),
        None => {
            let mut chars = rest.chars();
            chars.next_back().map(|_| chars.as_str())
        }
    })
}

fn eat_anywhere<'t>(segment: &[Unit], text: &'t str, facts: &Facts<'_>) -> Option<&'t str> {
    let mut from = text;
    loop {
        let mut searched = 0;
        if let Some(expected) = segment.first().and_then(|unit| unit.text(facts)) {
            let found = from.find(expected);
            searched = found.unwrap_or(from.len());
            from = from.get(found?..)?;
        }
        if !facts.take(searched / SEARCHED_PER_STEP + segment.len()) {
            return None;
        }
        if let Some(after) = eat_front(segment, from, facts) {
            return Some(after);
        }
        from = skip_char(from)?;
    }
}

fn skip_char(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    chars.next().map(|_| chars.as_str())
}

fn flush(text: &mut String, units: &mut Vec<Unit>) {
    if !text.is_empty() {
        units.push(Unit::Text(std::mem::take(text).into()));
    }
}

enum Braced {
    Literal(char),
    Variable(Variable),
}

/// Parses what follows `${`, and returns what follows the closing brace.
fn parse_variable(inside: &str) -> Result<(Braced, &str), BadVariable> {
    for literal in ['*', '?', '$'] {
        if let Some(rest) = inside.strip_prefix(literal).and_then(|rest| rest.strip_prefix('}')) {
            return Ok((Braced::Literal(literal), rest));
        }
    }
    let end = inside.find([',', '}', '{', '$', '\'']).ok_or(BadVariable)?;
    let key = inside.get(..end).unwrap_or_default().trim();
    let rest = inside.get(end..).unwrap_or_default();
    if key.is_empty() {
        return Err(BadVariable);
    }
    if let Some(rest) = rest.strip_prefix('}') {
        return Ok((Braced::Variable(Variable { key: key.into(), default: None }), rest));
    }
    let quoted =
        rest.strip_prefix(',').and_then(|rest| rest.trim_start().strip_prefix('\'')).ok_or(BadVariable)?;
    let (default, rest) = quoted.split_once('\'').ok_or(BadVariable)?;
    let rest = rest.trim_start().strip_prefix('}').ok_or(BadVariable)?;
    Ok((Braced::Variable(Variable { key: key.into(), default: Some(default.into()) }), rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Context;
    use crate::facts::STEPS;

    fn glob(pattern: &str) -> Glob {
        Glob::compile(pattern, Syntax { wildcards: true, variables: true }).unwrap()
    }

    fn naive(pattern: &[char], text: &[char]) -> bool {
        match (pattern.split_first(), text.split_first()) {
            (None, None) => true,
            (Some(('*', rest)), None) => naive(rest, text),
            (Some(('*', rest)), Some((_, after))) => naive(rest, text) || naive(pattern, after),
            (Some(('?', rest)), Some((_, after))) => naive(rest, after),
            (Some((expected, rest)), Some((found, after))) => expected == found && naive(rest, after),
            _ => false,
        }
    }

    #[test]
    fn wildcards() {
        let context = Context::new();
        for (pattern, text, expected) in [
            ("", "", true),
            ("", "a", false),
            ("*", "", true),
            ("**", "abc", true),
            ("a*", "a", true),
            ("*a", "ba", true),
            ("a*a", "a", false),
            ("a?c", "abc", true),
            ("a?c", "aéc", true),
            ("?", "", false),
            ("*?", "", false),
            ("a*b?d*f", "a--bcd--f", true),
            ("ab*ba", "aba", false),
            ("*ab*ab*", "abab", true),
            ("*ab*ab*", "aab", false),
            ("A", "a", false),
        ] {
            assert_eq!(
                glob(pattern).matches(text, &Facts::new(&context, STEPS)),
                expected,
                "{pattern} on {text}"
            );
        }
    }

    #[test]
    fn variables_are_literal_text_and_unresolved_ones_match_nothing() {
        let mut context = Context::new();
        context.insert("aws:username", "a*");
        context.insert_many("aws:TagKeys", ["one"]);
        assert!(glob("user/${aws:UserName}").matches("user/a*", &Facts::new(&context, STEPS)));
        assert!(!glob("user/${aws:username}").matches("user/ab", &Facts::new(&context, STEPS)));
        assert!(glob("user/${aws:username}?").matches("user/a*x", &Facts::new(&context, STEPS)));
        assert!(!glob("user/${aws:PrincipalTag/team}*").matches("user/", &Facts::new(&context, STEPS)));
        assert!(glob("${aws:PrincipalTag/team, 'all'}/*").matches("all/x", &Facts::new(&context, STEPS)));
        assert!(glob("${ aws:username , 'all' }").matches("a*", &Facts::new(&context, STEPS)));
        assert!(
            !glob("${aws:TagKeys}").matches("one", &Facts::new(&context, STEPS)),
            "multivalued keys are not for variables"
        );
        assert!(glob("${*}${?}${$}{x}").matches("*?${x}", &Facts::new(&context, STEPS)));
        assert!(!glob("${*}").matches("x", &Facts::new(&context, STEPS)));
        assert!(glob("$").matches("$", &Facts::new(&context, STEPS)));
    }

    #[test]
    fn braces_that_are_no_variable_are_refused() {
        for pattern in ["${", "${}", "${ }", "${a", "${a,", "${a,b}", "${a, 'b}", "${a, 'b'", "${${a}}"] {
            let compiled = Glob::compile(pattern, Syntax { wildcards: true, variables: true });
            assert_eq!(compiled, Err(BadVariable), "{pattern}");
            assert!(Glob::compile(pattern, Syntax { wildcards: true, variables: false }).is_ok());
        }
    }

    #[test]
    fn hostile_patterns_are_quick() {
        let context = Context::new();
        let text = "a".repeat(2_000);
        assert!(glob(&"a*".repeat(2_000)).matches(&format!("{text}b"), &Facts::new(&context, STEPS)));
        assert!(!glob(&format!("{}b", "*a".repeat(1_000))).matches(&text, &Facts::new(&context, STEPS)));
        assert!(!glob(&format!("{}b*", "*?a".repeat(300))).matches(&text, &Facts::new(&context, STEPS)));
    }

    proptest! {
        #[test]
        fn agrees_with_a_naive_matcher(pattern in "[ab*?é]{0,10}", text in "[abé]{0,10}") {
            let expected = naive(&pattern.chars().collect::<Vec<_>>(), &text.chars().collect::<Vec<_>>());
            prop_assert_eq!(glob(&pattern).matches(&text, &Facts::new(&Context::new(), STEPS)), expected);
        }

        #[test]
        fn any_pattern_compiles_or_is_refused(pattern in "\\PC{0,40}|[${}*?,' a]{0,20}", text in "\\PC{0,20}") {
            if let Ok(glob) = Glob::compile(&pattern, Syntax { wildcards: true, variables: true }) {
                glob.matches(&text, &Facts::new(&Context::new(), STEPS));
            }
        }
    }
}
