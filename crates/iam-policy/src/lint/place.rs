use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

/// Where in a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The index of the statement, from 0; `None` for what is about the whole policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<usize>,
    /// The statement's `Sid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    /// A JSON pointer (RFC 6901): `/Statement/0/Action/1`. Empty: the whole policy.
    pub pointer: String,
    /// The line of the text where it begins, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// A part of a JSON pointer as it is written there.
pub(super) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// Says in which lines of the text the places are. One that the text does not have (a missing `Version`) is where its parent is.
pub(super) fn add_lines<'p>(text: &str, places: impl Iterator<Item = &'p mut Place>) {
    for place in places {
        let start = find(text, &place.pointer).as_ptr().addr().saturating_sub(text.as_ptr().addr());
        let before = text.as_bytes().get(..start).unwrap_or_default();
        place.line = Some(1 + before.iter().filter(|&&byte| byte == b'\n').count());
    }
}

/// The part of the text that the pointer means, or as far as there is one on the way.
fn find<'t>(text: &'t str, pointer: &str) -> &'t str {
    let mut found = text.trim_start();
    for name in pointer.split('/').skip(1) {
        let name = name.replace("~1", "/").replace("~0", "~");
        let inside = if found.starts_with('[') {
            let items: Vec<&RawValue> = serde_json::from_str(found).unwrap_or_default();
            name.parse::<usize>().ok().and_then(|index| items.get(index).copied())
        } else {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(found).unwrap_or_default();
            members.get(&name).copied()
        };
        let Some(inside) = inside else { break };
        found = inside.get();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_text() {
        let text = "\n{ \"a/b\": [1,\n  {\"c~d\":\n\n [ ]}] }";
        let line = |pointer: &str| {
            let mut place = Place { pointer: pointer.to_owned(), ..Place::default() };
            add_lines(text, [&mut place].into_iter());
            place.line.unwrap()
        };
        for (pointer, expected) in [
            ("", 2),
            ("/a~1b", 2),
            ("/a~1b/0", 2),
            ("/a~1b/1", 3),
            ("/a~1b/1/c~0d", 5),
            ("/none/1", 2),
            ("/a~1b/7", 2),
        ] {
            assert_eq!(line(pointer), expected, "{pointer}");
        }
        assert_eq!(escaped("a/b~c"), "a~1b~0c");
    }
}
