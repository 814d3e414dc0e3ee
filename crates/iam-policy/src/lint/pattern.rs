//! Patterns compared with patterns. `*` stands for any characters, `?` for one.

use crate::facts::{Facts, SEARCHED_PER_STEP};

/// Whether the pattern of a policy matches some ARN of this form. In a form, a `*` stands for no colon: it says what stands in a part.
pub(crate) fn overlap(pattern: &str, form: &str) -> bool {
    overlap_within(None, pattern, form)
}

/// Like [`overlap`]; what it takes is taken from the steps of `facts`. Without a meaning when they are exhausted.
pub(super) fn overlap_within(facts: Option<&Facts<'_>>, pattern: &str, form: &str) -> bool {
    if !take(facts, 1) {
        return false;
    }
    // Most pairs differ before the first wildcard.
    if pattern
        .bytes()
        .zip(form.bytes())
        .find(|(left, right)| left != right || *left == b'*')
        .is_some_and(|(left, right)| !matches!(left, b'*' | b'?') && !matches!(right, b'*' | b'?'))
    {
        return false;
    }
    let (pattern, form): (Vec<char>, Vec<char>) = (pattern.chars().collect(), form.chars().collect());
    relate(facts, &pattern, &form, |from, to| match (from, to) {
        (Some('*'), Some('*')) => Step { both: true, skip_left: true, skip_right: true },
        (Some('*'), Some(_)) => Step { skip_left: true, skip_right: true, ..Step::default() },
        (Some('*'), None) => Step { skip_left: true, ..Step::default() },
        (Some(from), Some('*')) => Step { skip_left: from != ':', skip_right: true, ..Step::default() },
        (None, Some('*')) => Step { skip_right: true, ..Step::default() },
        (Some('?'), Some(_)) | (Some(_), Some('?')) => Step { both: true, ..Step::default() },
        (Some(from), Some(to)) => Step { both: from == to, ..Step::default() },
        _ => Step::default(),
    })
}

/// Whether every text that matches `inner` matches `outer` too. May say "no" of patterns with both `*` and `?` although it is so.
pub(crate) fn covers(outer: &str, inner: &str) -> bool {
    covers_within(None, outer, inner)
}

/// Like [`covers`]; what it takes is taken from the steps of `facts`. Without a meaning when they are exhausted.
pub(super) fn covers_within(facts: Option<&Facts<'_>>, outer: &str, inner: &str) -> bool {
    if !take(facts, 1) {
        return false;
    }
    // Most pairs differ before the first wildcard.
    let front = outer.split(['*', '?']).next().unwrap_or_default();
    if front.len() == outer.len() || !inner.starts_with(front) {
        return outer == inner;
    }
    // The inner pattern is compared like a text in which only a `*` of the outer pattern can stand for a `*`.
    let (mut outer, mut inner) = (outer.chars(), inner.chars());
    // Behind the last `*` of the outer pattern, and where what it does not stand for begins.
    let mut behind_star = None;
    while take(facts, 1) {
        let (mut next_outer, mut next_inner) = (outer.clone(), inner.clone());
        let fits = match (next_outer.next(), next_inner.next()) {
            (None, None) => return true,
            (Some('*'), _) => {
                behind_star = Some((next_outer.clone(), inner.clone()));
                outer = next_outer;
                continue;
            }
            (Some(_), None) => return false,
            (Some('?'), Some(found)) => found != '*',
            (wanted, found) => wanted == found,
        };
        if !fits {
            // The `*` stands for one character more. An earlier one need not.
            let Some((_, starred)) = &mut behind_star else { return false };
            starred.next();
        }
        (outer, inner) = match &behind_star {
            Some(again) if !fits => again.clone(),
            _ => (next_outer, next_inner),
        };
    }
    false
}

/// The pattern with `*` for each variable, which may stand for anything.
pub(crate) fn without_variables(pattern: &str) -> String {
    let mut plain = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, inside)) = rest.split_once("${") {
        plain.push_str(before);
        plain.push('*');
        rest = inside.split_once('}').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

/// Which ways lead on from a pair of places.
#[derive(Default, Clone, Copy)]
struct Step {
    both: bool,
    skip_left: bool,
    skip_right: bool,
}

fn take(facts: Option<&Facts<'_>>, steps: usize) -> bool {
    facts.is_none_or(|facts| facts.take(steps))
}

/// Whether there is a way from the beginning of both to the end of both. Time and space are the product of the lengths at most; each pair
/// of places that is reached is a step.
fn relate(
    facts: Option<&Facts<'_>>,
    left: &[char],
    right: &[char],
    step: impl Fn(Option<char>, Option<char>) -> Step,
) -> bool {
    // Row by row: which places of `right` are reached together with the present place of `left`.
    let width = right.len() + 1;
    let mut reached = vec![false; width];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    for at in 0..=left.len() {
        let from = left.get(at).copied();
        let mut next = vec![false; width];
        let mut pairs = 0;
        for place in 0..width {
            if !reached.get(place).copied().unwrap_or(false) {
                continue;
            }
            pairs += 1;
            let Step { both, skip_left, skip_right } = step(from, right.get(place).copied());
            if at == left.len() && place + 1 == width {
                return true;
            }
            if skip_right && let Some(reached) = reached.get_mut(place + 1) {
                *reached = true;
            }
            if skip_left && let Some(next) = next.get_mut(place) {
                *next = true;
            }
            if both && let Some(next) = next.get_mut(place + 1) {
                *next = true;
            }
        }
        let goes_on = pairs > 0 && take(facts, pairs + width / SEARCHED_PER_STEP);
        if at == left.len() || !goes_on {
            return false;
        }
        reached = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_overlap() {
        for (left, right, expected) in [
            ("", "", true),
            ("*", "", true),
            ("a", "b", false),
            ("a*", "*b", true),
            ("a*c", "ab*", true),
            ("a?c", "abc", true),
            ("a?", "a", false),
            ("arn:aws:kms:*:*:alias/*", "arn:*:kms:*:*:key/*", false),
            ("arn:aws:kms:*:1:*", "arn:*:kms:*:*:key/*", true),
            ("arn:aws:kms:*", "arn:*:kms:*:*:key/*", true),
            ("arn:aws:*:*:*:key/1?", "arn:*:kms:*:*:key/*", true),
            ("?*", "*", true),
        ] {
            assert_eq!(overlap(left, right), expected, "{left} {right}");
        }
    }

    #[test]
    fn comparing_takes_steps_and_ends_with_them() {
        let nothing = crate::Context::default();
        let pairs = [
            (format!("k*{}x", "e".repeat(60)), format!("k*{}", "e".repeat(50))),
            (format!("k{}", "*e".repeat(60)), format!("k{}x", "*e".repeat(50))),
        ];
        for (outer, inner) in pairs {
            let most = u32::try_from(2 * outer.len() * inner.len()).unwrap();
            for compare in [covers_within, overlap_within] {
                let enough = Facts::new(&nothing, most);
                compare(Some(&enough), &outer, &inner);
                assert!(!enough.is_exhausted());
                let few = Facts::new(&nothing, 40);
                assert!(!compare(Some(&few), &outer, &inner));
                assert!(few.is_exhausted(), "{outer} {inner}");
            }
        }
        // What differs before the first wildcard takes one step.
        let facts = Facts::new(&nothing, 3);
        assert!(!covers_within(Some(&facts), "a*", "b*") && !overlap_within(Some(&facts), "a*", "b*"));
        assert!(!facts.is_exhausted());
    }

    #[test]
    fn patterns_cover() {
        for (outer, inner, expected) in [
            ("*", "anything*", true),
            ("a*", "ab*", true),
            ("ab*", "a*", false),
            ("a?", "ab", true),
            ("a?", "a*", false),
            ("a*", "a?", true),
            ("a", "a", true),
            ("*/x", "key/*", false),
            ("*a*", "?a?", true),
        ] {
            assert_eq!(covers(outer, inner), expected, "{outer} {inner}");
        }
    }
}
