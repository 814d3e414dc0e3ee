//! Bar plots: as SVG, and as text.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// Some figures to compare.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Plot {
    /// What it shows.
    pub title: String,
    /// Stands before each figure, such as `$`.
    pub unit: String,
    /// Names and figures, in this order.
    pub bars: Vec<(String, f64)>,
}

const TEXT_WIDTH: usize = 50;

impl Plot {
    /// For a terminal: a line for each bar.
    pub fn text(&self) -> String {
        let names = self.bars.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let mut out = format!("{}\n", self.title);
        for (name, value) in &self.bars {
            let full = (value / self.largest() * TEXT_WIDTH as f64).round() as usize;
            // Writing to a String does not fail.
            let _ = writeln!(out, "{name:<names$}  {} {}", "#".repeat(full), self.figure(*value));
        }
        out
    }

    /// For a page: a whole SVG document.
    pub fn svg(&self) -> String {
        const ROW: usize = 28;
        const NAMES: usize = 330;
        const BARS: usize = 420;
        let height = 56 + ROW * self.bars.len();
        let width = NAMES + BARS + 130;
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             font-family=\"sans-serif\" font-size=\"13\">\n\
             <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
             <text x=\"12\" y=\"28\" font-size=\"16\">{}</text>\n",
            escaped(&self.title)
        );
        for (at, (name, value)) in self.bars.iter().enumerate() {
            let y = 48 + at * ROW;
            let length = (value / self.largest() * BARS as f64).max(0.0);
            let text = y + 15;
            let _ = writeln!(
                out,
                "<text x=\"{}\" y=\"{text}\" text-anchor=\"end\">{}</text><rect x=\"{NAMES}\" y=\"{y}\" width=\"{length:.1}\" height=\"20\" \
                 fill=\"#3b6ea5\"/><text x=\"{:.1}\" y=\"{text}\">{}</text>",
                NAMES - 8,
                escaped(name),
                NAMES as f64 + length + 6.0,
                escaped(&self.figure(*value))
            );
        }
        out.push_str("</svg>\n");
        out
    }

    fn largest(&self) -> f64 {
        self.bars.iter().map(|(_, value)| *value).fold(f64::MIN_POSITIVE, f64::max)
    }

    /// Money has cents, counts have none.
    fn figure(&self, value: f64) -> String {
        if self.unit.is_empty() { format!("{value:.0}") } else { format!("{}{value:.2}", self.unit) }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_proportion() {
        let plot = Plot {
            title: "a < b".into(),
            unit: "$".into(),
            bars: vec![("one".into(), 1.0), ("three".into(), 2.0), ("none".into(), 0.0)],
        };
        let text = plot.text();
        assert_eq!(text.lines().nth(1).unwrap(), format!("one    {} $1.00", "#".repeat(25)));
        assert_eq!(text.lines().nth(2).unwrap(), format!("three  {} $2.00", "#".repeat(50)));
        assert_eq!(text.lines().nth(3).unwrap(), "none    $0.00");
        let svg = plot.svg();
        assert!(
            svg.contains("a &lt; b") && svg.contains("width=\"210.0\"") && svg.contains("width=\"420.0\"")
        );
        assert!(roxmltree::Document::parse(&svg).is_ok());
        assert!(Plot { bars: vec![], ..plot }.svg().ends_with("</svg>\n"));
    }
}
