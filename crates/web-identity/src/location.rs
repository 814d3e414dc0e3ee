use std::fmt;

/// Where a document is: `https://HOST/PATH`, at the port of HTTPS.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Location {
    host: String,
    path: String,
}

impl Location {
    /// Reads a URL; `None` when it has another scheme, a user, another port than 443, a fragment, or anything that is in no URL.
    pub fn parse(url: &str) -> Option<Self> {
        let rest = url.strip_prefix("https://")?;
        let split = rest.find(['/', '?']).unwrap_or(rest.len());
        let (host, path) = rest.split_at_checked(split)?;
        let host = host.strip_suffix(":443").unwrap_or(host);
        let is_host_byte = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_label = |label: &str| !label.is_empty() && label.bytes().all(is_host_byte);
        let is_path_byte = |byte: u8| byte.is_ascii_graphic() && !b"#\"<>\\^`{|}".contains(&byte);
        if url.len() > MAX_URL || !host.split('.').all(is_label) || !path.bytes().all(is_path_byte) {
            return None;
        }
        let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        Some(Self { host: host.to_ascii_lowercase(), path })
    }

    /// In lower case.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Path and query; begins with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }
}

const MAX_URL: usize = 2048;

impl fmt::Display for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "https://{}{}", self.host, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls() {
        for (url, host, path) in [
            ("https://Login.example.com", "login.example.com", "/"),
            ("https://login.example.com:443/keys?a=b", "login.example.com", "/keys?a=b"),
            ("https://a?b", "a", "/?b"),
        ] {
            let location = Location::parse(url).unwrap();
            assert_eq!((location.host(), location.path()), (host, path));
        }
        for url in [
            "http://a/",
            "https://",
            "https:///keys",
            "https://a:8443/",
            "https://user@a/",
            "https://user:443@a/",
            "https://a/#b",
            "https://a/ b",
            "https://a/\r\nX: y",
            "https://[::1]/",
            "https://a..b/",
            "https://ä/",
        ] {
            assert_eq!(Location::parse(url), None, "{url}");
        }
        assert_eq!(Location::parse(&format!("https://a/{}", "b".repeat(MAX_URL))), None);
    }
}
