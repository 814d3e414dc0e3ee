//! Signature Version 4. The bytes are read twice:
//!
//! - as a request's text: request line, headers, an empty line, a body. No key that nobody signed with accepts it.
//! - as edits of a signed request. What passes says the same as the request that was signed: method, path, parameters, signed
//!   headers, body, scope, time and token.

use std::sync::LazyLock;

use clock::Timestamp;
use secret::SecretString;
use sigv4::{Credentials, Error, Family, RequestHead, Signed, SigningKey, sha256, sign, signing_key};

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    let request = Request::read(input);
    let key =
        |signed: &Signed| signing_key(&SecretString::new("nobody signs with it".to_owned()), &signed.scope);
    assert!(request.check(key, |signed| signed.signed_at).is_err(), "accepted without the key");

    let (index, edits) = input.split_first().unwrap_or((&0, &[]));
    let original = &ORIGINALS[usize::from(*index) % ORIGINALS.len()];
    let mut changed = original.clone();
    changed.edit(edits);
    if let Ok(signed) = changed.check(right_key, |_| now()) {
        let first = original.check(right_key, |_| now()).expect("the original is signed");
        assert_eq!(signed.scope, first.scope);
        assert_eq!(signed.signed_at, first.signed_at);
        assert_eq!(signed.signed_headers, first.signed_headers);
        assert_eq!(signed.form, first.form);
        assert!(signed.session_token == first.session_token);
        assert_eq!(changed.meaning(&signed.signed_headers), original.meaning(&first.signed_headers));
    }
}

fn now() -> Timestamp {
    Timestamp::from_secs(1_769_860_800)
}

fn secret_access_key() -> SecretString {
    SecretString::new("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".to_owned())
}

fn right_key(signed: &Signed) -> SigningKey {
    signing_key(&secret_access_key(), &signed.scope)
}

#[derive(Debug, Clone)]
struct Request {
    method: String,
    path: String,
    query: String,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
}

/// Requests that are rightly signed.
static ORIGINALS: LazyLock<Vec<Request>> = LazyLock::new(|| {
    let originals = vec![
        Request::read(
            b"POST /\nhost: kms.eu-west-1.example.com\ncontent-type: application/x-amz-json-1.1\n\
              x-amz-target: TrentService.Encrypt\n\n{\"KeyId\":\"alias/a\",\"Plaintext\":\"YQ==\"}",
        )
        .signed(None),
        Request::read(
            b"GET /a/./b/../c%20d//?b=2&a=1&a=%41&empty&Action=GetCallerIdentity\nhost: sts.example.com\n\
              x-amz-content-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n\
              accept: a\naccept:  b   c \n\n",
        )
        .signed(Some("session/token+==")),
        // Presigned by botocore 1.44.5, with its clock at `now`.
        Request::read(
            b"GET /?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&\
              X-Amz-Credential=AKIDEXAMPLE%2F20260131%2Feu-west-1%2Fsts%2Faws4_request&X-Amz-Date=20260131T120000Z&\
              X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Security-Token=session%2Ftoken%2B%3D%3D&\
              X-Amz-Signature=91746b6878c4a1738e07fdd626e7fd47e330df47820e50013720694d92b63cb7\n\
              host: sts.example.com\n\n",
        ),
    ];
    for original in &originals {
        original.check(right_key, |_| now()).expect("the original is signed");
    }
    originals
});

impl Request {
    /// Reads a request's text; what is missing is empty.
    fn read(bytes: &[u8]) -> Self {
        let mut lines = bytes.split(|byte| *byte == b'\n');
        let line = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
        let (method, target) = line.split_once(' ').unwrap_or((&line, ""));
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut request = Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        };
        for line in lines.by_ref().take_while(|line| !line.is_empty()) {
            let at = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
            let name = String::from_utf8_lossy(&line[..at]).to_ascii_lowercase();
            request.headers.push((name, line.get(at + 1..).unwrap_or_default().to_vec()));
        }
        request.body = lines.collect::<Vec<_>>().join(&b'\n');
        request
    }

    fn signed(mut self, token: Option<&str>) -> Self {
        let token = token.map(|token| SecretString::new(token.to_owned()));
        let (secret, body) = (secret_access_key(), sha256(&self.body));
        let credentials = Credentials {
            access_key_id: "AKIDEXAMPLE",
            secret_access_key: &secret,
            session_token: token.as_ref(),
        };
        let added =
            self.with_head(|head| sign(head, &body, &credentials, "eu-west-1", "kms", now())).expect("signs");
        self.headers.extend(added.into_iter().map(|(name, value)| (name.to_owned(), value.into_bytes())));
        self
    }

    /// Each edit is of one part: which part, its length in steps of four bytes, and the steps.
    fn edit(&mut self, mut edits: &[u8]) {
        while let [part, length, rest @ ..] = edits {
            let (steps, rest) =
                rest.split_at((usize::from(*length % 4) + 1).saturating_mul(4).min(rest.len()));
            edits = rest;
            let text = |text: &String| String::from_utf8_lossy(&edited(text.as_bytes(), steps)).into_owned();
            let count = self.headers.len();
            match usize::from(*part) {
                0 => self.method = text(&self.method),
                1 => self.path = text(&self.path),
                2 => self.query = text(&self.query),
                3 => self.body = edited(&self.body, steps),
                4 => self.headers.push(("x-amz-meta".to_owned(), steps.to_vec())),
                at @ 16..64 if count > 0 => self.headers[at % count].0 = text(&self.headers[at % count].0),
                at @ 64..128 if count > 0 => {
                    self.headers[at % count].1 = edited(&self.headers[at % count].1, steps);
                }
                at @ 128..144 if count > 0 => drop(self.headers.remove(at % count)),
                at @ 144..160 if count > 0 => self.headers.push(self.headers[at % count].clone()),
                at @ 160..176 if count > 1 => self.headers.swap(at % count, (at + 1) % count),
                _ => {}
            }
        }
    }

    fn with_head<T>(&self, with: impl FnOnce(&RequestHead<'_>) -> T) -> T {
        let headers: Vec<(&str, &[u8])> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
        with(&RequestHead { method: &self.method, path: &self.path, query: &self.query, headers: &headers })
    }

    fn check(
        &self,
        key: impl FnOnce(&Signed) -> SigningKey,
        now: impl FnOnce(&Signed) -> Timestamp,
    ) -> Result<Signed, Error> {
        let checked: Result<Signed, Error> = self.with_head(|head| {
            let signed = sigv4::parse(head)?;
            signed.verify(head, &sha256(&self.body), &key(&signed), now(&signed))?;
            Ok(signed)
        });
        if let Err(error) = &checked {
            let message = error.to_string();
            assert!(!message.is_empty() && message.len() < 1024, "{message}");
            for family in [Family::Json, Family::Query] {
                assert!(!error.code(family).is_empty());
                assert!((400..500).contains(&error.status(family)));
            }
        }
        checked
    }

    /// What a service reads of the request, in one form.
    fn meaning(&self, signed_headers: &str) -> Meaning {
        let mut parameters: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
        for pair in self.query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            parameters.push((unescaped(name), unescaped(value)));
        }
        parameters.sort();
        let values = |wanted: &str| -> Vec<Vec<u8>> {
            let lines = self.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
            lines.map(|(_, value)| collapsed(value)).collect()
        };
        Meaning {
            method: self.method.clone(),
            path: normal_path(&self.path),
            parameters,
            headers: signed_headers.split(';').map(|name| values(name).join(&b',')).collect(),
            body: self.body.clone(),
        }
    }
}

#[derive(Debug, PartialEq)]
struct Meaning {
    method: String,
    path: Vec<String>,
    parameters: Vec<(Vec<u8>, Vec<u8>)>,
    headers: Vec<Vec<u8>>,
    body: Vec<u8>,
}

/// The segments without `.`, `..` and empty ones (RFC 3986, section 5.2.4), and an empty last one for a folder.
fn normal_path(path: &str) -> Vec<String> {
    let mut segments: Vec<String> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            other => segments.push(other.to_owned()),
        }
    }
    if segments.is_empty() || ["/", "/.", "/.."].iter().any(|end| path.ends_with(end)) {
        segments.push(String::new());
    }
    segments
}

fn unescaped(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let escape = bytes.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        match (bytes[at], escape.and_then(|digits| u8::from_str_radix(digits, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 2;
            }
            (b'+', _) => out.push(b' '),
            (byte, _) => out.push(byte),
        }
        at += 1;
    }
    out
}

/// A header's value without white space at the ends, runs of spaces made one.
fn collapsed(value: &[u8]) -> Vec<u8> {
    let mut out = value.trim_ascii().to_vec();
    out.dedup_by(|one, other| *one == b' ' && *other == b' ');
    out
}
