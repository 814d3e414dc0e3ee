//! A request as it is on the wire, shared by the tests.
#![allow(dead_code, reason = "each test program uses a part of it")]

use clock::Timestamp;
use secret::SecretString;
use sigv4::{Credentials, Error, RequestHead, sha256, sign, signing_key};

pub const ACCESS_KEY_ID: &str = "AKIDEXAMPLE";
pub const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

#[derive(Debug, Clone)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub query: String,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn new(method: &str, path: &str, query: &str) -> Self {
        let headers = vec![("host".to_owned(), b"kms.example.com".to_vec())];
        Self { method: method.into(), path: path.into(), query: query.into(), headers, body: Vec::new() }
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(other, _)| other != name);
        self
    }

    /// With `from` replaced in the value of a header.
    pub fn edited(mut self, name: &str, from: &str, to: &str) -> Self {
        let (_, value) = self.headers.iter_mut().find(|(other, _)| other == name).unwrap();
        let text = String::from_utf8(value.clone()).unwrap();
        assert!(text.contains(from), "{from} is not in {text}");
        *value = text.replace(from, to).into_bytes();
        self
    }

    /// Signed by this crate for `eu-west-1` and `kms`.
    pub fn signed(mut self, now: Timestamp, token: Option<&str>) -> Self {
        let token = token.map(|token| SecretString::new(token.to_owned()));
        let credentials = Credentials {
            access_key_id: ACCESS_KEY_ID,
            secret_access_key: &SecretString::new(SECRET.to_owned()),
            session_token: token.as_ref(),
        };
        let body = sha256(&self.body);
        let added = self.head(|head| sign(head, &body, &credentials, "eu-west-1", "kms", now)).unwrap();
        self.headers.extend(added.into_iter().map(|(name, value)| (name.to_owned(), value.into_bytes())));
        self
    }

    pub fn head<T>(&self, run: impl FnOnce(&RequestHead<'_>) -> T) -> T {
        let headers: Vec<(&str, &[u8])> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
        run(&RequestHead { method: &self.method, path: &self.path, query: &self.query, headers: &headers })
    }

    /// Parsed and verified with the one secret.
    pub fn check(&self, now: Timestamp) -> Result<(), Error> {
        self.check_with(SECRET, now)
    }

    pub fn check_with(&self, secret: &str, now: Timestamp) -> Result<(), Error> {
        self.head(|head| {
            let signed = sigv4::parse(head)?;
            let key = signing_key(&SecretString::new(secret.to_owned()), &signed.scope);
            signed.verify(head, &sha256(&self.body), &key, now)
        })
    }
}
