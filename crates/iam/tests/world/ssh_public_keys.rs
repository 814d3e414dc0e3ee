//! SSH public keys of users.

use crate::support::*;
use aws_model::iam::*;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gate::Fault;

/// A public key of 2048 bits, though nobody knows its private key.
fn key(seed: u8) -> String {
    let mut blob = b"\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01\0\0\x01\x01\0".to_vec();
    blob.extend([0x80 | seed; 255]);
    blob.push(1);
    format!("ssh-rsa {}", STANDARD.encode(blob))
}

async fn upload(world: &World, user: &str, body: &str) -> Result<SSHPublicKey, Fault> {
    let input = UploadSSHPublicKeyRequest { ssh_public_key_body: body.into(), user_name: user.into() };
    Ok(world.call::<UploadSSHPublicKey>(&world.admin, input).await?.ssh_public_key.unwrap())
}

async fn get(world: &World, user: &str, id: &str, encoding: EncodingType) -> Result<SSHPublicKey, Fault> {
    let input = GetSSHPublicKeyRequest { encoding, ssh_public_key_id: id.into(), user_name: user.into() };
    Ok(world.call::<GetSSHPublicKey>(&world.admin, input).await?.ssh_public_key.unwrap())
}

#[tokio::test]
async fn a_public_key_is_uploaded_shown_in_both_forms_switched_and_deleted() {
    let world = World::new().await;
    world.user("ann", None).await;
    world.user("bob", None).await;
    let body = format!("{} ann@home", key(1));
    let made = upload(&world, "ann", &body).await.unwrap();
    assert!(made.ssh_public_key_id.starts_with("APKA") && made.ssh_public_key_body == body);
    assert_eq!(made.fingerprint.len(), 47);
    let id = made.ssh_public_key_id.as_str();
    let ssh = get(&world, "ann", id, EncodingType::Ssh).await.unwrap();
    assert_eq!((ssh.ssh_public_key_body, ssh.fingerprint), (body, made.fingerprint.clone()));
    let pem = get(&world, "ann", id, EncodingType::Pem).await.unwrap().ssh_public_key_body;
    assert!(pem.starts_with("-----BEGIN PUBLIC KEY-----\n"), "{pem}");
    assert_eq!(upload(&world, "bob", &pem).await.unwrap().fingerprint, made.fingerprint);
    let missing = ("NoSuchEntity", format!("The Public Key with id {id} cannot be found."));
    assert_eq!(refusal(get(&world, "bob", id, EncodingType::Ssh).await), missing);
    let update =
        |status| UpdateSSHPublicKeyRequest { ssh_public_key_id: id.into(), status, user_name: "ann".into() };
    world.call::<UpdateSSHPublicKey>(&world.admin, update(StatusType::Inactive)).await.unwrap();
    let list = || ListSSHPublicKeysRequest { user_name: Some("ann".into()), ..Default::default() };
    let listed =
        world.call::<ListSSHPublicKeys>(&world.admin, list()).await.unwrap().ssh_public_keys.unwrap();
    assert_eq!((listed.len(), listed[0].status), (1, StatusType::Inactive));
    let expired = world.call::<UpdateSSHPublicKey>(&world.admin, update(StatusType::Expired)).await;
    assert_eq!(refusal(expired).0, "ValidationError");
    let delete = || DeleteSSHPublicKeyRequest { ssh_public_key_id: id.into(), user_name: "ann".into() };
    world.call::<DeleteSSHPublicKey>(&world.admin, delete()).await.unwrap();
    assert_eq!(refusal(world.call::<DeleteSSHPublicKey>(&world.admin, delete()).await), missing);
}

#[tokio::test]
async fn a_user_has_five_different_public_keys() {
    let world = World::new().await;
    world.user("ann", None).await;
    for seed in 1..=5 {
        upload(&world, "ann", &key(seed)).await.unwrap();
    }
    let again = refusal(upload(&world, "ann", &format!("{} other", key(5))).await);
    assert_eq!(again.0, "DuplicateSSHPublicKey");
    let sixth = refusal(upload(&world, "ann", &key(6)).await);
    assert_eq!(sixth, ("LimitExceeded", "Cannot exceed quota for SSHPublicKeysPerUser: 5".into()));
    for (body, code) in
        [("ssh-rsa AAAA", "InvalidPublicKey"), ("ssh-ed25519 AAAA", "UnrecognizedPublicKeyEncoding")]
    {
        assert_eq!(refusal(upload(&world, "ann", body).await).0, code);
    }
    assert_eq!(refusal(upload(&world, "nobody", &key(6)).await).0, "NoSuchEntity");
}
