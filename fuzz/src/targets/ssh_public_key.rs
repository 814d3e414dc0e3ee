//! A public key as people upload it: the bytes as such, and as edits of a good one.
//!
//! What is taken is given back as the same key: what IAM shows of it, in either form, is taken again and has the same fingerprint.

use iam::from_outside::ssh_public_key;

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    for text in [input.to_vec(), edited(KEY, input)] {
        let Some([ssh, pem, fingerprint]) = str::from_utf8(&text).ok().and_then(ssh_public_key) else {
            continue;
        };
        let again = Some([ssh.clone(), pem.clone(), fingerprint.clone()]);
        assert_eq!(ssh_public_key(&ssh), again);
        let [without_comment, same_pem, same_fingerprint] =
            ssh_public_key(&pem).expect("is taken in PEM too");
        assert_eq!((same_pem, same_fingerprint), (pem, fingerprint));
        assert!(ssh.starts_with(&without_comment), "only the comment is missing");
    }
}

const KEY: &[u8] = include_bytes!("../../corpus/ssh_public_key/with-comment");
