use super::*;

// Made with OpenSSL, by way of Python's cryptography.
const SSH: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCWdXp8J8paO6hGC0b5wQ08Xf3Xzkionra075uNbl+fH8m0/khP557/2fZLPm0hLzi6LmSPBAx0EWe+HzBx5twFuP1g3GMN/6WFNU49L7LV5xEd8VJL/Jqb98T7mp47sMYDJXpkZjZkvV8Ers3XPOouT0FbBvXHHFd8e7GF6aioDT2NE8SBbpl6Y9msS2B5nkbN6DWkz3lcEFAixVWU3w3iZTc7E2M4AIvY3UaTtd3TXDkd/Uee/5Yii5P3zpusy1/1ORBzVRO/eVGZsJmZ59d3BbB+EXeGPW67gRZcUmXMjDW8TtfOl5YmyWQAi4inedQou5o+UFss14T9nunvOgDN";
const PEM: &str = "\
-----BEGIN PUBLIC KEY-----\n\
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlnV6fCfKWjuoRgtG+cEN\n\
PF39185IqJ62tO+bjW5fnx/JtP5IT+ee/9n2Sz5tIS84ui5kjwQMdBFnvh8wcebc\n\
Bbj9YNxjDf+lhTVOPS+y1ecRHfFSS/yam/fE+5qeO7DGAyV6ZGY2ZL1fBK7N1zzq\n\
Lk9BWwb1xxxXfHuxhemoqA09jRPEgW6ZemPZrEtgeZ5Gzeg1pM95XBBQIsVVlN8N\n\
4mU3OxNjOACL2N1Gk7Xd01w5Hf1Hnv+WIouT986brMtf9TkQc1UTv3lRmbCZmefX\n\
dwWwfhF3hj1uu4EWXFJlzIw1vE7XzpeWJslkAIuIp3nUKLuaPlBbLNeE/Z7p7zoA\n\
zQIDAQAB\n\
-----END PUBLIC KEY-----\n";
const FINGERPRINT: &str = "3e:7d:a5:bd:26:ff:1f:a4:ec:0b:81:2c:7e:59:63:78";
const SHORT: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDU3ChfW/2gdFL9VZlmU++zu2MppfVc4WSHKhFuN4smI0PNWLquH4CZ9Yyeygva+1aTq5pQ4Xa5K/cSOrQ4j1w6ezY85RovCUmItvafqeKutdv+ttir91kiwOxUNzftccIrqjXiPuvvqsDLtRnYXttwxFb69viG+/HeR6YSogYh2w==";
const ODD_LENGTH: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAABAwAAAQEB0TMS4j1tSBdMOoVP7zs2aejU5JUi0TjxheAkC5aCAyd+nb21vpFbHiuoGVDIh1WfNAPatnkyyr3YplQy5OzwaSNcfuH89kyqd3tBeaYHX7wWr/YcXcxHb+iKngJNofZs27mvNxPw+FJpaHhCRIxe2Pd9KzTUdfe6Ty2Sc4pAxQIpeQgdx0wjUIo7OJymjpHrv8MjMDvNnZXdJFK+QvXcm3nWYipDvIWjt8GRxwYiG/8p5d8NMDPNCN+R6rRkyqjnBXjK6JCxrw7Nzkog7g/u4A2L1jrtSKVLNOsIJfBWgTchUI/jBmwOK8lus7YTItoPu2S1KNj7YyB4OokNzMNNLw==";
const ELLIPTIC: &str = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBElhAgVeeJEeN+UiGnQ08XEbdb0fgb9+79Y2ugy8NWN4zeefwcosTh5YBroOUVDETWsd2Z9boVJcKcRaZ6QVstA=";
const ELLIPTIC_PEM: &str = "\
-----BEGIN PUBLIC KEY-----\n\
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAESWECBV54kR435SIadDTxcRt1vR+B\n\
v37v1ja6DLw1Y3jN55/ByixOHlgGug5RUMRNax3Zn1uhUlwpxFpnpBWy0A==\n\
-----END PUBLIC KEY-----\n";

#[test]
fn both_forms_are_read_and_given() {
    let read = SshPublicKey::parse(SSH).unwrap();
    assert_eq!(read, SshPublicKey::parse(PEM).unwrap());
    assert_eq!((read.to_ssh().as_str(), read.to_pem().as_str()), (SSH, PEM));
    assert_eq!(read.fingerprint(), FINGERPRINT);
    let commented = SshPublicKey::parse(&format!(" {SSH}  ann@example.com at home\n")).unwrap();
    assert_eq!(commented.to_ssh(), format!("{SSH} ann@example.com at home"));
    assert_eq!(commented.fingerprint(), FINGERPRINT);
    assert_eq!(SshPublicKey::parse(ODD_LENGTH).unwrap().to_ssh(), ODD_LENGTH);
}

#[test]
fn other_keys_and_texts_are_refused() {
    for text in [
        "",
        "ssh-rsa",
        "ssh-rsa !",
        "ssh-rsa AAAA",
        SHORT,
        &format!("{SSH}AAAA"),
        &format!("{SSH} a\n{SSH}"),
        ELLIPTIC_PEM,
    ] {
        let refused = SshPublicKey::parse(text).unwrap_err();
        let unrecognized = matches!(refused, Error::UnrecognizedPublicKeyEncoding);
        assert!(
            matches!(refused, Error::InvalidPublicKey(_)) || (unrecognized && text.is_empty()),
            "{text} {refused}"
        );
    }
    for text in [
        ELLIPTIC,
        "-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----",
        "-----BEGIN RSA PUBLIC KEY-----",
    ] {
        assert!(matches!(SshPublicKey::parse(text), Err(Error::UnrecognizedPublicKeyEncoding)), "{text}");
    }
}

#[test]
fn no_altered_or_cut_off_key_panics() {
    for text in [SSH, PEM] {
        for at in 0..text.len() {
            let _ = SshPublicKey::parse(text.get(..at).unwrap());
            for other in [b'A', b'/', b' ', b'9'] {
                let mut altered = text.as_bytes().to_vec();
                altered[at] = other;
                if let Ok(key) = SshPublicKey::parse(std::str::from_utf8(&altered).unwrap()) {
                    assert_eq!(SshPublicKey::parse(&key.to_pem()).unwrap().modulus, key.modulus);
                }
            }
        }
    }
}
