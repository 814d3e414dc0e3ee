//! Which statements of a policy can be about an action: found without looking at the others.

use std::collections::BTreeMap;

use crate::policy::Statement;

/// The statements of one policy by what their actions say. Most name actions in full, so that a decision looks at few.
#[derive(Debug, Clone, Default)]
pub(crate) struct ActionIndex {
    /// Statements that name an action in full, by the name in lower case; sorted.
    named: Box<[(Box<str>, Places)]>,
    /// Statements with a pattern for actions of one service, by what stands before the colon; sorted.
    of_service: Box<[(Box<str>, Places)]>,
    /// All others: `*`, and `NotAction`.
    any: Places,
}

/// Indexes of statements, ascending.
type Places = Box<[u32]>;

impl ActionIndex {
    pub(crate) fn of(statements: &[Statement]) -> Self {
        let (mut named, mut of_service) = (BTreeMap::new(), BTreeMap::new());
        let mut any: Vec<u32> = Vec::new();
        for (place, statement) in (0..).zip(statements) {
            if statement.actions.negated {
                any.push(place);
                continue;
            }
            for glob in &statement.actions.globs {
                let places = match (glob.literal(), glob.front().split_once(':')) {
                    (Some(name), _) => named.entry(name).or_default(),
                    (None, Some((service, _))) => of_service.entry(service).or_default(),
                    (None, None) => &mut any,
                };
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        let sorted = |map: BTreeMap<&str, Vec<u32>>| {
            map.into_iter().map(|(name, places)| (name.into(), places.into())).collect()
        };
        Self { named: sorted(named), of_service: sorted(of_service), any: any.into() }
    }

    /// The statements that can be about the action, given in lower case. Ascending, each once.
    pub(crate) fn candidates(&self, action: &str) -> impl Iterator<Item = usize> {
        let service = action.split_once(':').map_or(action, |(service, _)| service);
        let mut lists = [find(&self.named, action), find(&self.of_service, service), &*self.any];
        std::iter::from_fn(move || {
            let next = lists.iter().filter_map(|list| list.first()).min().copied()?;
            for list in &mut lists {
                if let Some((first, rest)) = list.split_first()
                    && *first == next
                {
                    *list = rest;
                }
            }
            usize::try_from(next).ok()
        })
    }
}

fn find<'i>(sorted: &'i [(Box<str>, Places)], name: &str) -> &'i [u32] {
    let at = sorted.binary_search_by(|(known, _)| (**known).cmp(name));
    at.ok().and_then(|at| sorted.get(at)).map_or(&[], |(_, places)| places)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
        assert_eq!(index.candidates("kms:encrypt").collect::<Vec<_>>(), [0, 1, 3, 4, 5]);
        assert_eq!(index.candidates("iam:getuser").collect::<Vec<_>>(), [1, 2, 3, 5]);
        assert_eq!(index.candidates("s3:getobject").collect::<Vec<_>>(), [1, 3, 5]);
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
            let candidates: Vec<usize> = policy.index.candidates(&action).collect();
            for (place, statement) in policy.statements().iter().enumerate() {
                prop_assert!(!about(statement) || candidates.contains(&place));
            }
        }
    }
}
