//! Which statements of a policy can be about a request: found without looking at the others.

use crate::policy::Statement;

/// How the actions and resources of one policy begin and end, in the order of its statements.
///
/// A decision reads this of every policy, while the statements are elsewhere in memory, most of them for nothing: so it is small, and in two
/// pieces. Hashes stand for texts: two texts that share theirs cost a look at a statement, which knows better.
#[derive(Debug, Clone)]
pub(crate) struct StatementIndex {
    actions: Box<[ActionFront]>,
    /// How the resources of each statement begin and end; nothing for a statement that is about resources that it does not list.
    resources: Box<[ResourceEnds]>,
}

/// What a name of an action begins with, if it matches a pattern of a statement.
#[derive(Debug, Clone, Copy)]
struct ActionFront {
    front: Beginning,
    statement: u32,
    /// Of the statement, among [`StatementIndex::resources`].
    resources: (u32, u32),
}

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
    length: u32,
}

/// What is asked about: the hashes of all beginnings of the action, and of the resource read forwards and backwards.
pub(crate) struct Asked {
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
        Self { action: Beginnings::of(action.bytes()), resource: resource.map(both) }
    }
}

impl Beginnings {
    fn of(text: impl Iterator<Item = u8>) -> Self {
        Self(hashes(text).take(LONGEST).collect())
    }

    fn include(&self, beginning: Beginning) -> bool {
        let known = usize::try_from(beginning.length).ok().and_then(|length| self.0.get(length));
        known == Some(&beginning.hash)
    }
}

impl Beginning {
    fn of(text: impl ExactSizeIterator<Item = u8>, whole: bool) -> Self {
        let length = text.len() + usize::from(whole);
        let hashes = (0..).zip(hashes(text)).take(LONGEST).take(length + 1);
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

impl StatementIndex {
    pub(crate) fn of(statements: &[Statement]) -> Self {
        let (mut actions, mut resources) = (Vec::new(), Vec::new());
        let beginning = |text: &[u8], whole| Beginning::of(text.iter().copied(), whole);
        for (statement, place) in statements.iter().zip(0..) {
            let first = u32::try_from(resources.len()).unwrap_or(u32::MAX);
            let listed = statement.resources.iter().filter(|patterns| !patterns.negated);
            resources.extend(listed.flat_map(|patterns| &patterns.globs).map(|glob| {
                let (front, back, whole) = glob.ends();
                let back = Beginning::of(back.iter().rev().copied(), false);
                ResourceEnds { front: beginning(front, whole), back }
            }));
            let after = u32::try_from(resources.len()).unwrap_or(u32::MAX);
            let mut push = |front| {
                actions.push(ActionFront { front, statement: place, resources: (first, after) });
            };
            if statement.actions.negated {
                // It is about nearly everything.
                push(beginning(&[], false));
                continue;
            }
            for glob in &statement.actions.globs {
                let (front, _, whole) = glob.ends();
                push(beginning(front, whole));
            }
        }
        Self { actions: actions.into(), resources: resources.into() }
    }

    /// The statements that can be about what is asked. Ascending, each once.
    pub(crate) fn candidates(&self, asked: &Asked) -> impl Iterator<Item = usize> {
        let mut before = None;
        let about = self.actions.iter().filter(|action| asked.action.include(action.front));
        about.filter_map(move |action| {
            let is_new = before.replace(action.statement) != Some(action.statement);
            let fits = is_new && self.can_be_about(action.resources, asked);
            fits.then_some(action.statement).and_then(|statement| usize::try_from(statement).ok())
        })
    }

    fn can_be_about(&self, (first, after): (u32, u32), asked: &Asked) -> bool {
        let Some((forwards, backwards)) = &asked.resource else { return true };
        let range = usize::try_from(first).ok().zip(usize::try_from(after).ok());
        let listed = range.and_then(|(first, after)| self.resources.get(first..after)).unwrap_or_default();
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
        assert_eq!(index.candidates(&Asked::new("kms:encrypt", None)).collect::<Vec<_>>(), [0, 1, 3, 4, 5]);
        assert_eq!(index.candidates(&Asked::new("iam:getuser", None)).collect::<Vec<_>>(), [1, 2, 3, 5]);
        assert_eq!(index.candidates(&Asked::new("s3:getobject", None)).collect::<Vec<_>>(), [1, 3, 5]);
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
            let candidates: Vec<usize> = policy.index.candidates(&Asked::new(&action, None)).collect();
            for (place, statement) in policy.statements().iter().enumerate() {
                prop_assert!(!about(statement) || candidates.contains(&place));
            }
        }
    }
}
