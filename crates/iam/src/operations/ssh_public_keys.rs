//! UploadSSHPublicKey, GetSSHPublicKey, ListSSHPublicKeys, UpdateSSHPublicKey, DeleteSSHPublicKey.

use aws_model::iam;

use super::on::on;
use super::on_subject::on_subject;
use crate::records::{Status, StoredSshPublicKey, User};
use crate::ssh_public_key::SshPublicKey;
use crate::unique_id;

on! {
    Change UploadSSHPublicKey: User, by user_name;
    |call| {
        let key = SshPublicKey::parse(&call.input.ssh_public_key_body)?;
        let stored = StoredSshPublicKey {
            id: unique_id::ssh_public_key_id(&*call.iam.random)?,
            owner: call.found.owner(),
            status: Status::Active,
            uploaded: call.now,
            key: key.to_ssh(),
            fingerprint: key.fingerprint(),
        };
        stored.add(call.tx).await?;
        let body = call.input.ssh_public_key_body.clone();
        Ok(iam::UploadSSHPublicKeyResponse { ssh_public_key: Some(described(stored, body, call.found.name)) })
    }

    Read GetSSHPublicKey: User, by user_name;
    |call| {
        let stored = StoredSshPublicKey::find(call.tx, &call.found.owner(), &call.input.ssh_public_key_id).await?;
        let body = match call.input.encoding {
            iam::EncodingType::Ssh => stored.key.clone(),
            iam::EncodingType::Pem => SshPublicKey::parse(&stored.key)?.to_pem(),
        };
        Ok(iam::GetSSHPublicKeyResponse { ssh_public_key: Some(described(stored, body, call.found.name)) })
    }

    Change UpdateSSHPublicKey: User, by user_name;
    |call| {
        let owner = call.found.owner();
        let mut stored = StoredSshPublicKey::find(call.tx, &owner, &call.input.ssh_public_key_id).await?;
        stored.status = Status::wanted(call.input.status)?;
        call.tx.put(&stored).await?;
        Ok(iam::UpdateSSHPublicKeyResponse {})
    }

    Change DeleteSSHPublicKey: User, by user_name;
    |call| {
        let owner = call.found.owner();
        let stored = StoredSshPublicKey::find(call.tx, &owner, &call.input.ssh_public_key_id).await?;
        call.tx.delete::<StoredSshPublicKey>(&stored.id).await?;
        Ok(iam::DeleteSSHPublicKeyResponse {})
    }
}

on_subject! {
    Read ListSSHPublicKeys;
    |call| {
        let user = call.found.into_user()?;
        let listing = call.iam.listing(format!("ListSSHPublicKeys/{}", user.user_id), call.input.max_items);
        let all = StoredSshPublicKey::list(call.tx, &user.owner()).await?;
        let page = listing.page_of(all, call.input.marker.as_deref(), |key| key.id.clone())?;
        let described = |key: StoredSshPublicKey| iam::SSHPublicKeyMetadata {
            ssh_public_key_id: key.id,
            status: key.status.into(),
            upload_date: key.uploaded,
            user_name: user.name.clone(),
        };
        Ok(iam::ListSSHPublicKeysResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            ssh_public_keys: Some(page.items.into_iter().map(described).collect()),
        })
    }
}

fn described(stored: StoredSshPublicKey, body: String, user_name: String) -> iam::SSHPublicKey {
    iam::SSHPublicKey {
        fingerprint: stored.fingerprint,
        ssh_public_key_body: body,
        ssh_public_key_id: stored.id,
        status: stored.status.into(),
        upload_date: Some(stored.uploaded),
        user_name,
    }
}
