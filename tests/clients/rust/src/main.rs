//! The AWS SDK for Rust against a running Lodge: prints the name of every check that holds, and panics at one that does not.
//!
//! `rust-sdk ROLE-ARN`, with the AWS_* variables of the AWS CLI. The caller may do everything in its account and assume the role,
//! which may use every key.

mod connection;
mod cryptography;
mod errors;
mod keys;
mod sessions;

use crate::connection::Connection;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let role = std::env::args().nth(1).expect("the ARN of a role");
    let connection = Connection::from_environment();
    let kms = connection.kms();

    keys::describe_what_was_created(&kms).await;
    keys::list_page_by_page(&kms).await;
    cryptography::encrypt_with_a_context(&kms).await;
    cryptography::generate_data_keys(&kms).await;
    cryptography::sign_and_verify(&kms).await;
    cryptography::generate_macs(&kms).await;
    errors::have_types(&kms).await;
    errors::refuse_other_secrets(&connection).await;
    sessions::reach_one_tenant(&connection, &role).await;
    connection::trust_only_its_authority(&connection).await;
}

/// Says that a check holds.
fn holds(check: &str) {
    println!("{check}");
}
