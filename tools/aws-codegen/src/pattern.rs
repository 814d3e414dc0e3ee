//! From the regular expressions of the descriptions, which are Java's, to those of the `regex` crate.

use anyhow::{Context, Result, bail};

/// Patterns that the `regex` crate cannot express, with an equivalent that it can.
const REPLACED: &[(&str, &str)] = &[
    // An account alias: no two hyphens in a row. The lookahead only works together with the length of 3 to 63, which
    // is a constraint of its own on the same shape.
    ("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", "[a-z0-9](-?[a-z0-9])+"),
];

/// The expression that matches what Java's `String.matches` matches: always the whole text, with `\w`, `\d` and `\s`
/// for ASCII only, and a dot that stops at every line terminator that Java knows.
pub fn translate(java: &str) -> Result<String> {
    let body = match REPLACED.iter().find(|(from, _)| *from == java) {
        Some((_, to)) => (*to).to_owned(),
        None => translate_body(java).with_context(|| format!("pattern {java}"))?,
    };
    Ok(format!(r"\A(?:{body})\z"))
}

fn translate_body(java: &str) -> Result<String> {
    let mut letters = java.chars().peekable();
    let mut rust = String::new();
    let mut in_class = false;
    let dot_matches_all = java.starts_with("(?s)");
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                let escaped = letters.next().context("ends with a backslash")?;
                match escaped {
                    'w' if in_class => rust.push_str("0-9A-Za-z_"),
                    'w' => rust.push_str("[0-9A-Za-z_]"),
                    'd' if in_class => rust.push_str("0-9"),
                    'd' => rust.push_str("[0-9]"),
                    's' if in_class => rust.push_str(r"\t\n\x0B\f\r "),
                    's' => rust.push_str(r"[\t\n\x0B\f\r ]"),
                    // Together with another class of the same set: everything.
                    'S' if in_class => rust.push_str(r"\x00-\x08\x0E-\x1F!-\x{10FFFF}"),
                    'p' => rust.push_str(r"\p"),
                    'u' => {
                        let unit = hexadecimal(&mut letters)?;
                        let scalar = if (0xD800..0xDC00).contains(&unit) {
                            if (letters.next(), letters.next()) != (Some('\\'), Some('u')) {
                                bail!("a lone surrogate");
                            }
                            let low = hexadecimal(&mut letters)?;
                            0x10000 + ((unit - 0xD800) << 10) + low.checked_sub(0xDC00).context("no pair")?
                        } else if in_class && matches!(letters.peek(), Some('0')) && unit == 0x1000 {
                            // `\u10000-\u10FFFF`: the description means the supplementary planes.
                            letters.next();
                            0x10000
                        } else if in_class && letters.clone().take(2).eq(['F', 'F']) && unit == 0x10FF {
                            letters.next();
                            letters.next();
                            0x10FFFF
                        } else {
                            unit
                        };
                        rust.push_str(&format!(r"\x{{{scalar:X}}}"));
                    }
                    't' | 'n' | 'r' => rust.extend(['\\', escaped]),
                    other if other.is_ascii_punctuation() => rust.extend(['\\', other]),
                    other => bail!("unknown escape \\{other}"),
                }
            }
            '[' if in_class => rust.push_str(r"\["),
            '[' => {
                in_class = true;
                rust.push('[');
            }
            ']' if in_class => {
                in_class = false;
                rust.push(']');
            }
            '.' if !in_class && !dot_matches_all => rust.push_str(r"[^\n\r\x{85}\x{2028}\x{2029}]"),
            other => rust.push(other),
        }
    }
    Ok(rust)
}

fn hexadecimal(letters: &mut impl Iterator<Item = char>) -> Result<u32> {
    let digits: String = letters.take(4).collect();
    u32::from_str_radix(&digits, 16).with_context(|| format!("not a code unit: {digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_ascii_as_in_java() {
        assert_eq!(translate(r"[\w+=,.@-]*").unwrap(), r"\A(?:[0-9A-Za-z_+=,.@-]*)\z");
        assert_eq!(translate(r"\d{12}").unwrap(), r"\A(?:[0-9]{12})\z");
        assert_eq!(translate("^.+$").unwrap(), r"\A(?:^[^\n\r\x{85}\x{2028}\x{2029}]+$)\z");
        assert_eq!(translate("(?s).*").unwrap(), r"\A(?:(?s).*)\z");
    }

    #[test]
    fn code_units_become_code_points() {
        assert_eq!(translate(r"[\u0020-\u00FF]+").unwrap(), r"\A(?:[\x{20}-\x{FF}]+)\z");
        assert_eq!(translate(r"[\u10000-\u10FFFF]").unwrap(), r"\A(?:[\x{10000}-\x{10FFFF}])\z");
        assert_eq!(translate(r"[\uD800\uDC00-\uDBFF\uDFFF]").unwrap(), r"\A(?:[\x{10000}-\x{10FFFF}])\z");
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for pattern in [r"\", r"\Q", r"\uZZZZ", r"[\uD800]"] {
            assert!(translate(pattern).is_err(), "{pattern}");
        }
    }
}
