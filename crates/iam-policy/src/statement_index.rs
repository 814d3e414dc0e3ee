//! Which statements of a policy can be about a request: found without looking at the others.

use std::ops::Range;

use crate::policy::{Effect, Statement};

/// How the actions and resources of one policy begin and end, in the order of its statements.
///
/// A decision reads this of every policy, while the statements are elsewhere in memory, most of them for nothing: so it is small, and in few
/// pieces. Hashes stand for texts: two texts that share theirs cost a look at a statement, which knows better.
#[derive(Debug, Clone)]
pub(crate) struct StatementIndex {
    services: Services,
    statements: Box<[Entry]>,
    /// What a name of an action begins with, if it matches a pattern of a statement.
    actions: Box<[Beginning]>,
    /// How the resources of each statement begin and end; nothing for a statement that is about resources that it does not list.
    resources: Box<[ResourceEnds]>,
}

/// A statement: where its own end among those of all statements. They begin where those of the statement before end.
// INVARIANT: no policy has more of anything, as each takes four bytes of its text (`PolicyKind::max_text`).
#[derive(Debug, Clone, Copy)]
struct Entry {
    actions: u16,
    resources: u16,
    conditions: u16,
    effect: Effect,
}

/// A statement that can be about what is asked.
pub(crate) struct Candidate {
    /// Its place in the policy.
    pub statement: usize,
    pub effect: Effect,
    /// The places of its conditions among those of the policy.
    pub conditions: Range<usize>,
}

/// A set of services of which actions are, by the hashes of their names.
#[derive(Debug, Clone, Copy)]
struct Services(u64);

/// What an ARN begins with and ends with, if it matches a pattern of a statement.
#[derive(Debug, Clone, Copy)]
struct ResourceEnds {
    front: Beginning,
    /// Read backwards.
    back: Beginning,
}

/// The first bytes of a text, or all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Beginning {
    hash: u32,
    /// Of what was hashed.
    length: u8,
}

/// What is asked about: the hashes of all beginnings of the action, and of the resource read forwards and backwards.
pub(crate) struct Asked {
    service: Services,
    action: Beginnings,
    /// Nothing: about any resource.
    resource: Option<(Beginnings, Beginnings)>,
}

/// By length. The last is of the whole with its end, unless that is too long.
struct Beginnings(Vec<u32>);

/// Only so many bytes of a text are hashed.
const LONGEST: usize = 255;

impl Asked {
    /// The action is in lower case.
    pub(crate) fn new(action: &str, resource: Option<&str>) -> Self {
        let both = |text: &str| (Beginnings::of(text.bytes()), Beginnings::of(text.bytes().rev()));
        Self {
            service: Services::of_name(action.split(':').next().unwrap_or_default().as_bytes()),
            action: Beginnings::of(action.bytes()),
            resource: resource.map(both),
        }
    }
}

impl Beginnings {
    fn of(text: impl Iterator<Item = u8>) -> Self {
        Self(hashes(text).take(LONGEST).collect())
    }

    fn include(&self, beginning: Beginning) -> bool {
        self.0.get(usize::from(beginning.length)) == Some(&beginning.hash)
    }
}

impl Beginning {
    fn of(text: impl ExactSizeIterator<Item = u8>, whole: bool) -> Self {
        let length = text.len() + usize::from(whole);
        let hashes = (0..=u8::MAX).zip(hashes(text)).take(LONGEST).take(length + 1);
        let (length, hash) = hashes.last().unwrap_or((0, START));
        Self { hash, length }
    }
}

const START: u32 = 0x811c_9dc5;

/// Of the empty text, of its first byte, and so on; and of the whole with its end. FNV-1a.
fn hashes(text: impl Iterator<Item = u8>) -> impl Iterator<Item = u32> {
    // Stands for the end. No text has this byte.
    const END: u8 = 0xff;
    let step = |hash: &mut u32, byte: u8| {
        *hash = (*hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        Some(*hash)
    };
    std::iter::once(START).chain(text.chain([END]).scan(START, step))
}

impl Services {
    const ALL: Self = Self(u64::MAX);

    /// Of actions that begin so.
    fn of_actions(front: &[u8]) -> Self {
        match front.iter().position(|&byte| byte == b':').and_then(|colon| front.get(..colon)) {
            Some(name) => Self::of_name(name),
            None => Self::ALL,
        }
    }

    fn of_name(name: &[u8]) -> Self {
        let hash = hashes(name.iter().copied()).last().unwrap_or_default();
        Self(1_u64.wrapping_shl(hash))
    }

    fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    fn include(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl StatementIndex {
    /// Of all statements of a policy, with the number of their conditions.
    pub(crate) fn of<'s>(all: impl Iterator<Item = (&'s Statement, usize)>) -> Self {
        let (mut statements, mut actions, mut resources) = (Vec::new(), Vec::new(), Vec::new());
        let (mut services, mut conditions) = (Services(0), 0);
        let beginning = |text: &[u8], whole| Beginning::of(text.iter().copied(), whole);
        for (statement, own_conditions) in all {
            let listed = statement.resources.iter().filter(|patterns| !patterns.negated);
            resources.extend(listed.flat_map(|patterns| &patterns.globs).map(|glob| {
                let (front, back, whole) = glob.ends();
                let back = Beginning::of(back.iter().rev().copied(), false);
                ResourceEnds { front: beginning(front, whole), back }
            }));
            conditions += own_conditions;
            if statement.actions.negated {
                // It is about nearly everything.
                services = Services::ALL;
                actions.push(beginning(&[], false));
            } else {
                for glob in &statement.actions.globs {
                    let (front, _, whole) = glob.ends();
                    services = services.and(Services::of_actions(front));
                    actions.push(beginning(front, whole));
                }
            }
            let [actions, resources, conditions] = [actions.len(), resources.len(), conditions]
                .map(|end| u16::try_from(end).unwrap_or(u16::MAX));
            statements.push(Entry { actions, resources, conditions, effect: statement.effect() });
        }
        Self { services, statements: statements.into(), actions: actions.into(), resources: resources.into() }
    }

    /// The statements that can be about what is asked. Ascending.
    pub(crate) fn candidates(&self, asked: &Asked) -> impl Iterator<Item = Candidate> {
        let statements = if self.services.include(asked.service) { &*self.statements } else { &[] };
        let mut begin = Entry::START;
        statements.iter().enumerate().filter_map(move |(statement, entry)| {
            let before = std::mem::replace(&mut begin, *entry);
            let actions = self.actions.get(range(before.actions, entry.actions)).unwrap_or_default();
            let resources = self.resources.get(range(before.resources, entry.resources)).unwrap_or_default();
            let fits = actions.iter().any(|front| asked.action.include(*front)) && asked.can_mean(resources);
            let conditions = range(before.conditions, entry.conditions);
            fits.then_some(Candidate { statement, effect: entry.effect, conditions })
        })
    }

    /// The places of a statement's conditions among those of the policy.
    pub(crate) fn conditions_of(&self, statement: usize) -> Range<usize> {
        let before = statement.checked_sub(1).and_then(|before| self.statements.get(before));
        let before = before.unwrap_or(&Entry::START);
        self.statements.get(statement).map_or(0..0, |entry| range(before.conditions, entry.conditions))
    }
}

impl Entry {
    /// Before the first statement.
    const START: Self = Self { actions: 0, resources: 0, conditions: 0, effect: Effect::Deny };
}

fn range(from: u16, to: u16) -> Range<usize> {
    from.into()..to.into()
}

impl Asked {
    /// Whether the resource can be one of those that are listed. Nothing listed: it can.
    fn can_mean(&self, listed: &[ResourceEnds]) -> bool {
        let Some((forwards, backwards)) = &self.resource else { return true };
        listed.is_empty()
            || listed.iter().any(|ends| forwards.include(ends.front) && backwards.include(ends.back))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Asked;
    use crate::{Policy, PolicyKind};

    fn policy(actions: &[(bool, Vec<String>)]) -> Policy {
        let statements: Vec<_> = actions
            .iter()
            .map(|(negated, actions)| {
                let element = if *negated { "NotAction" } else { "Action" };
                serde_json::json!({"Effect": "Allow", element: actions, "Resource": "*"})
            })
            .collect();
        let text = serde_json::json!({"Version": "2012-10-17", "Statement": statements}).to_string();
        Policy::parse(&text, PolicyKind::Identity).unwrap()
    }

    #[test]
    fn statements_come_in_their_order_and_once() {
        let actions = [
            (false, vec!["kms:Encrypt".to_owned(), "KMS:En*".to_owned(), "kms:encrypt".to_owned()]),
            (false, vec!["*".to_owned()]),
            (false, vec!["iam:*".to_owned()]),
            (true, vec!["kms:Encrypt".to_owned()]),
            (false, vec!["kms:?ncrypt".to_owned()]),
            (false, vec!["*:*".to_owned()]),
        ];
        let index = policy(&actions).index;
        let found = |action| -> Vec<usize> {
            index.candidates(&Asked::new(action, None)).map(|candidate| candidate.statement).collect()
        };
        assert_eq!(found("kms:encrypt"), [0, 1, 3, 4, 5]);
        assert_eq!(found("iam:getuser"), [1, 2, 3, 5]);
        assert_eq!(found("s3:getobject"), [1, 3, 5]);
    }

    proptest! {
        #[test]
        fn no_statement_that_is_about_an_action_is_left_out(
            actions in proptest::collection::vec(
                (any::<bool>(), proptest::collection::vec("(a|b|\\*):[abAB*?]{1,3}", 1..4)), 1..6),
            action in "[ab]:[ab]{1,3}",
        ) {
            // A wildcard for the service can only stand before another alone.
            let actions: Vec<_> = actions
                .into_iter()
                .map(|(negated, list)| {
                    let list = list.into_iter().map(|action| {
                        if action.starts_with('*') { "*:*".to_owned() } else { action }
                    });
                    (negated, list.collect::<Vec<_>>())
                })
                .collect();
            let policy = policy(&actions);
            let context = crate::Context::new();
            let facts = crate::facts::Facts::new(&context, crate::facts::STEPS);
            let about = |statement: &crate::Statement| {
                let listed = statement.actions.globs.iter().any(|glob| glob.matches(&action, &facts));
                listed != statement.actions.negated
            };
            let asked = Asked::new(&action, None);
            let candidates: Vec<_> = policy.index.candidates(&asked).map(|found| found.statement).collect();
            for (place, statement) in policy.statements().iter().enumerate() {
                prop_assert!(!about(statement) || candidates.contains(&place));
            }
        }
    }
}
