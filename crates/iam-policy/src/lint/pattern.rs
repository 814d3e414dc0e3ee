//! Patterns compared with patterns. `*` stands for any characters, `?` for one.

/// Whether the pattern of a policy matches some ARN of this form. In a form, a `*` stands for no colon: it says what stands in a part.
pub(crate) fn overlap(pattern: &str, form: &str) -> bool {
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
    relate(&pattern, &form, |from, to| match (from, to) {
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
    // Most pairs differ before the first wildcard.
    let front = outer.split(['*', '?']).next().unwrap_or_default();
    if front.len() == outer.len() || !inner.starts_with(front) {
        return outer == inner;
    }
    let (outer, inner): (Vec<char>, Vec<char>) = (outer.chars().collect(), inner.chars().collect());
    relate(&outer, &inner, |outer, inner| match (outer, inner) {
        (Some('*'), Some(_)) => Step { skip_left: true, skip_right: true, ..Step::default() },
        (Some('*'), None) => Step { skip_left: true, ..Step::default() },
        (Some('?'), Some(inner)) => Step { both: inner != '*', ..Step::default() },
        (Some(outer), Some(inner)) => Step { both: outer == inner, ..Step::default() },
        _ => Step::default(),
    })
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

/// Whether there is a way from the beginning of both to the end of both. Time and space are the product of the lengths at most.
fn relate(left: &[char], right: &[char], step: impl Fn(Option<char>, Option<char>) -> Step) -> bool {
    // Row by row: which places of `right` are reached together with the present place of `left`.
    let width = right.len() + 1;
    let mut reached = vec![false; width];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    for at in 0..=left.len() {
        let from = left.get(at).copied();
        let mut next = vec![false; width];
        for place in 0..width {
            if !reached.get(place).copied().unwrap_or(false) {
                continue;
            }
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
        if at == left.len() {
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
