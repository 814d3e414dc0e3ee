//! Patterns: `*` stands for any characters, `?` for one, `${key}` for a value of the request.

use std::fmt;

use crate::facts::{Facts, SEARCHED_PER_STEP};

/// A compiled pattern.
///
/// It is cut at the `*`s into segments. The first must stand at the front of the text, the last at the end, and each one
/// between at its first possible place after the one before. A later place never helps, so nothing is tried twice: the cost is at worst
/// the product of text and pattern.
///
/// A decision compares hundreds of patterns, most of which fail after some bytes, and has none of them at hand: what costs is to fetch
/// them. So a pattern is one piece of memory, and a short one is where it is needed.
// INVARIANT: text in UTF-8, in which the codes below, which no UTF-8 has, stand for what is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Glob {
    /// Without variables.
    Short {
        length: u8,
        code: [u8; Glob::SHORT],
    },
    Long {
        code: Box<[u8]>,
        has_variables: bool,
    },
}

/// `*`.
const ANY: u8 = 0xff;
/// `?`.
const ONE: u8 = 0xfe;
/// A variable: its key, perhaps [`DEFAULT`] and its default, and [`END`].
const KEY: u8 = 0xfd;
const DEFAULT: u8 = 0xfc;
const END: u8 = 0xfb;

/// A part of a segment.
enum Unit<'g> {
    Text(&'g [u8]),
    One,
    Variable(Variable<'g>),
}

/// `${key}` or `${key, 'default'}`.
#[derive(Clone, Copy)]
struct Variable<'g> {
    key: &'g str,
    default: Option<&'g str>,
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
    const SHORT: usize = 22;

    pub(crate) fn compile(pattern: &str, syntax: Syntax) -> Result<Self, BadVariable> {
        let mut code = Vec::with_capacity(pattern.len());
        let mut has_variables = false;
        let mut rest = pattern;
        while let Some(next) = rest.chars().next() {
            let after = rest.get(next.len_utf8()..).unwrap_or_default();
            match next {
                '$' if syntax.variables && after.starts_with('{') => {
                    let (piece, after) = parse_variable(after.get(1..).unwrap_or_default())?;
                    rest = after;
                    match piece {
                        Braced::Literal(literal) => push(&mut code, literal),
                        Braced::Variable(variable) => {
                            variable.write(&mut code);
                            has_variables = true;
                        }
                    }
                    continue;
                }
                // Two stars in a row are one.
                '*' if syntax.wildcards && code.last() == Some(&ANY) => {}
                '*' if syntax.wildcards => code.push(ANY),
                '?' if syntax.wildcards => code.push(ONE),
                other => push(&mut code, other),
            }
            rest = after;
        }
        let mut short = [0; Self::SHORT];
        Ok(match (short.get_mut(..code.len()), u8::try_from(code.len())) {
            (Some(place), Ok(length)) if !has_variables => {
                place.copy_from_slice(&code);
                Self::Short { length, code: short }
            }
            _ => Self::Long { code: code.into(), has_variables },
        })
    }

    fn code(&self) -> &[u8] {
        match self {
            Self::Short { length, code } => code.get(..usize::from(*length)).unwrap_or_default(),
            Self::Long { code, .. } => code,
        }
    }

    fn has_variables(&self) -> bool {
        matches!(self, Self::Long { has_variables: true, .. })
    }

    /// Whether every variable has a value in `context` or a default. A pattern with an unresolved variable matches nothing.
    pub(crate) fn is_resolved(&self, facts: &Facts<'_>) -> bool {
        !self.has_variables() || self.all_variables().all(|variable| variable.resolve(facts).is_some())
    }

    /// Like [`Self::is_resolved`], when those variables also have a value of which `open` says so.
    pub(crate) fn is_resolvable(&self, facts: &Facts<'_>, open: impl Fn(&str) -> bool) -> bool {
        self.all_variables().all(|variable| open(variable.key) || variable.resolve(facts).is_some())
    }

    /// The keys of its variables.
    pub(crate) fn variables(&self) -> impl Iterator<Item = &str> {
        self.all_variables().map(|variable| variable.key)
    }

    /// The pattern with `*` in the place of each variable of which `open` says so; `None` when it has none.
    pub(crate) fn loosened(&self, open: impl Fn(&str) -> bool) -> Option<Self> {
        if !self.variables().any(&open) {
            return None;
        }
        let (mut code, mut has_variables) = (Vec::new(), false);
        let mut rest = self.code();
        while let Some((unit, after)) = next_unit(rest) {
            rest = after;
            match unit {
                Some(Unit::Text(text)) => code.extend_from_slice(text),
                Some(Unit::One) => code.push(ONE),
                Some(Unit::Variable(variable)) if !open(variable.key) => {
                    variable.write(&mut code);
                    has_variables = true;
                }
                Some(Unit::Variable(_)) | None if code.last() == Some(&ANY) => {}
                Some(Unit::Variable(_)) | None => code.push(ANY),
            }
        }
        Some(Self::Long { code: code.into(), has_variables })
    }

    /// The text that every match begins with, the text that it ends with, and whether the first is all of it.
    pub(crate) fn ends(&self) -> (&[u8], &[u8], bool) {
        let mut texts = self.code().split(|&byte| is_code(byte));
        let front = texts.next().unwrap_or_default();
        let back = texts.next_back();
        (front, back.unwrap_or_default(), back.is_none())
    }

    pub(crate) fn matches(&self, text: &str, facts: &Facts<'_>) -> bool {
        if !facts.take(1) || !self.is_resolved(facts) {
            return false;
        }
        let mut segments = self.code().split(|&byte| byte == ANY);
        let Some(after_first) = eat_front(segments.next().unwrap_or_default(), text.as_bytes(), facts) else {
            return false;
        };
        let Some(last) = segments.next_back() else { return after_first.is_empty() };
        let Some(mut rest) = eat_back(last, after_first, facts) else { return false };
        for segment in segments {
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
            && units(self.code())
                .filter_map(|unit| unit.text(facts))
                .flat_map(|text| str(text).chars())
                .flat_map(char::to_lowercase)
                .eq(text.chars().flat_map(char::to_lowercase))
    }

    fn all_variables(&self) -> impl Iterator<Item = Variable<'_>> {
        let code = if self.has_variables() { self.code() } else { &[] };
        units(code).filter_map(|unit| match unit {
            Unit::Variable(variable) => Some(variable),
            Unit::Text(_) | Unit::One => None,
        })
    }
}

/// As policies write it.
impl fmt::Display for Glob {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.code();
        while let Some((unit, after)) = next_unit(rest) {
            rest = after;
            match unit {
                None => out.write_str("*")?,
                Some(Unit::One) => out.write_str("?")?,
                Some(Unit::Text(text)) => out.write_str(str(text))?,
                Some(Unit::Variable(Variable { key, default: None })) => write!(out, "${{{key}}}")?,
                Some(Unit::Variable(Variable { key, default: Some(default) })) => {
                    write!(out, "${{{key}, '{default}'}}")?;
                }
            }
        }
        Ok(())
    }
}

fn is_code(byte: u8) -> bool {
    byte >= END
}

fn push(code: &mut Vec<u8>, literal: char) {
    code.extend_from_slice(literal.encode_utf8(&mut [0; 4]).as_bytes());
}

/// What was text before it was put into a pattern.
fn str(text: &[u8]) -> &str {
    std::str::from_utf8(text).unwrap_or_default()
}

/// The units of a pattern or segment, without its `*`s.
fn units(code: &[u8]) -> impl Iterator<Item = Unit<'_>> {
    let mut rest = code;
    std::iter::from_fn(move || {
        loop {
            let (unit, after) = next_unit(rest)?;
            rest = after;
            if let Some(unit) = unit {
                return Some(unit);
            }
        }
    })
}

/// The first unit, nothing for a `*`, and what comes after.
fn next_unit(code: &[u8]) -> Option<(Option<Unit<'_>>, &[u8])> {
    match code.split_first()? {
        (&ANY, after) => Some((None, after)),
        (&ONE, after) => Some((Some(Unit::One), after)),
        (&KEY, after) => {
            let end = after.iter().position(|&byte| byte == END)?;
            let (inside, after) = after.split_at_checked(end)?;
            Some((Some(Unit::Variable(Variable::read(inside))), after.get(1..)?))
        }
        _ => {
            let end = code.iter().position(|&byte| is_code(byte)).unwrap_or(code.len());
            let (text, after) = code.split_at_checked(end)?;
            Some((Some(Unit::Text(text)), after))
        }
    }
}

impl<'g> Unit<'g> {
    /// The text that must stand here; `None` for any one character.
    fn text<'t>(&self, facts: &Facts<'t>) -> Option<&'t [u8]>
    where
        'g: 't,
    {
        match self {
            Self::Text(text) => Some(text),
            Self::One => None,
            Self::Variable(variable) => Some(variable.resolve(facts).unwrap_or_default().as_bytes()),
        }
    }
}

impl<'g> Variable<'g> {
    fn read(inside: &'g [u8]) -> Self {
        let mut parts = inside.split(|&byte| byte == DEFAULT).map(str);
        Self { key: parts.next().unwrap_or_default(), default: parts.next() }
    }

    fn write(self, code: &mut Vec<u8>) {
        code.push(KEY);
        code.extend_from_slice(self.key.as_bytes());
        if let Some(default) = self.default {
            code.push(DEFAULT);
            code.extend_from_slice(default.as_bytes());
        }
        code.push(END);
    }

    /// Multivalued keys are no values for variables (IAM User Guide, "Single-valued vs. multivalued context keys").
    fn resolve<'t>(&self, facts: &Facts<'t>) -> Option<&'t str>
    where
        'g: 't,
    {
        facts.context.get_one(self.key).or(self.default)
    }
}

/// What is left of the text after a segment at its front.
fn eat_front<'t>(segment: &[u8], text: &'t [u8], facts: &Facts<'_>) -> Option<&'t [u8]> {
    let (mut segment, mut text) = (segment, text);
    while let Some((&code, after)) = segment.split_first() {
        if !is_code(code) {
            let (&found, rest) = text.split_first()?;
            if found != code {
                return None;
            }
            (segment, text) = (after, rest);
            continue;
        }
        let (unit, after) = next_unit(segment)?;
        segment = after;
        text = match unit?.text(facts) {
            Some(expected) => text.strip_prefix(expected)?,
            None => skip_char(text)?,
        };
    }
    Some(text)
}

/// What is left of the text before a segment at its end.
fn eat_back<'t>(segment: &[u8], text: &'t [u8], facts: &Facts<'_>) -> Option<&'t [u8]> {
    let (mut segment, mut text) = (segment, text);
    while let Some((&code, before)) = segment.split_last() {
        (segment, text) = match code {
            ONE => (before, skip_last_char(text)?),
            END => {
                let start = before.iter().rposition(|&byte| byte == KEY)?;
                let (before, variable) = before.split_at_checked(start)?;
                let value = Variable::read(variable.get(1..)?).resolve(facts).unwrap_or_default();
                (before, text.strip_suffix(value.as_bytes())?)
            }
            expected => {
                let (&found, rest) = text.split_last()?;
                if found != expected {
                    return None;
                }
                (before, rest)
            }
        };
    }
    Some(text)
}

/// What is left of the text after the first place where the segment is.
fn eat_anywhere<'t>(segment: &[u8], text: &'t [u8], facts: &Facts<'_>) -> Option<&'t [u8]> {
    let first = next_unit(segment).and_then(|(unit, _)| unit?.text(facts)).and_then(<[u8]>::first);
    let mut from = text;
    loop {
        let mut searched = segment.len();
        if let Some(first) = first {
            let found = from.iter().position(|byte| byte == first);
            searched += found.unwrap_or(from.len());
            from = from.get(found?..)?;
        }
        if !facts.take(1 + searched / SEARCHED_PER_STEP) {
            return None;
        }
        if let Some(after) = eat_front(segment, from, facts) {
            return Some(after);
        }
        from = skip_char(from)?;
    }
}

fn skip_char(text: &[u8]) -> Option<&[u8]> {
    let (_, after) = text.split_first()?;
    let next = after.iter().position(|&byte| !continues(byte)).unwrap_or(after.len());
    after.get(next..)
}

fn skip_last_char(text: &[u8]) -> Option<&[u8]> {
    let start = text.iter().rposition(|&byte| !continues(byte))?;
    text.get(..start)
}

/// Whether the byte goes on with a character.
fn continues(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

enum Braced<'p> {
    Literal(char),
    Variable(Variable<'p>),
}

/// Parses what follows `${`, and returns what follows the closing brace.
fn parse_variable(inside: &str) -> Result<(Braced<'_>, &str), BadVariable> {
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
        return Ok((Braced::Variable(Variable { key, default: None }), rest));
    }
    let quoted =
        rest.strip_prefix(',').and_then(|rest| rest.trim_start().strip_prefix('\'')).ok_or(BadVariable)?;
    let (default, rest) = quoted.split_once('\'').ok_or(BadVariable)?;
    let rest = rest.trim_start().strip_prefix('}').ok_or(BadVariable)?;
    Ok((Braced::Variable(Variable { key, default: Some(default) }), rest))
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
