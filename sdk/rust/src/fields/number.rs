/// The one way of writing a decimal number: its digits as an integer that does not end in zero, and the exponent of ten. What is no finite
/// number stays as it is.
pub(super) fn canonical(text: &str) -> String {
    scientific(text).unwrap_or_else(|| text.to_owned())
}

fn scientific(text: &str) -> Option<String> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return Some("0".to_owned());
    }
    let scale = i64::try_from(digits.len() - significant.len()).ok()? - i64::try_from(fraction.len()).ok()?;
    let exponent = exponent.parse::<i64>().ok()?.checked_add(scale)?;
    Some(format!("{sign}{}e{exponent}", significant.trim_start_matches('0')))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::canonical;

    #[test]
    fn equal_numbers_are_written_alike() {
        for (written, as_one) in [
            (&["0", "-0", "0.00", "0e5", "+0", "0E-99999999999999999999"][..], "0"),
            (&["1", "1.0", "01", "+1", "10e-1", "0.1E1", "1.", "1.000E+0"], "1e0"),
            (&["-1500", "-1.5e3", "-0001500.00", "-15E+2"], "-15e2"),
            (&["0.001", ".001", "1e-3", "0.0010"], "1e-3"),
        ] {
            for text in written {
                assert_eq!(canonical(text), as_one, "{text}");
            }
        }
        for other in [
            "",
            "-",
            ".",
            "e1",
            "NaN",
            "Infinity",
            "-inf",
            "1e",
            "1e1.5",
            "1.2.3",
            "--1",
            "1e9223372036854775808",
        ] {
            assert_eq!(canonical(other), other);
        }
    }

    proptest! {
        #[test]
        fn a_number_stays_the_one_it_is(number in any::<f64>()) {
            prop_assume!(number.is_finite());
            for text in [number.to_string(), format!("{number:e}")] {
                prop_assert_eq!(canonical(&text).parse::<f64>().unwrap(), number);
                prop_assert_eq!(canonical(&canonical(&text)), canonical(&text));
            }
        }
    }
}
