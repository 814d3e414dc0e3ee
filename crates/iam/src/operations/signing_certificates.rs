//! UploadSigningCertificate, ListSigningCertificates, UpdateSigningCertificate, DeleteSigningCertificate.

use aws_lc_rs::digest::{SHA256, digest};
use aws_model::iam;

use super::on_subject::on_subject;
use crate::certificates::Certificate;
use crate::records::{SigningCertificate, Status};
use crate::{Error, unique_id};

on_subject! {
    Change UploadSigningCertificate;
    |call| {
        let (owner, user_name) = call.found.into_key_owner()?;
        let body = &call.input.certificate_body;
        let certificate = Certificate::parse(body)?;
        if !certificate.is_valid_at(call.now) {
            return Err(Error::InvalidCertificate);
        }
        let stored = SigningCertificate {
            id: unique_id::signing_certificate_id(&*call.iam.random)?,
            account: owner.account(),
            owner,
            status: Status::Active,
            uploaded: call.now,
            body: body.clone(),
            digest: digest(&SHA256, certificate.der()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        stored.add(call.tx).await?;
        Ok(iam::UploadSigningCertificateResponse { certificate: described(stored, user_name) })
    }

    Read ListSigningCertificates;
    |call| {
        let (owner, user_name) = call.found.into_key_owner()?;
        let name = format!("ListSigningCertificates/{}", owner.unique_name());
        let listing = call.iam.listing(name, call.input.max_items);
        let all = SigningCertificate::list(call.tx, &owner).await?;
        let page = listing.page_of(all, call.input.marker.as_deref(), |found| found.id.clone())?;
        Ok(iam::ListSigningCertificatesResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            certificates: page.items.into_iter().map(|found| described(found, user_name.clone())).collect(),
        })
    }

    Change UpdateSigningCertificate;
    |call| {
        let (owner, _) = call.found.into_key_owner()?;
        let mut found = SigningCertificate::find(call.tx, &owner, &call.input.certificate_id).await?;
        found.status = Status::wanted(call.input.status)?;
        call.tx.put(&found).await?;
        Ok(iam::UpdateSigningCertificateResponse {})
    }

    Change DeleteSigningCertificate;
    |call| {
        let (owner, _) = call.found.into_key_owner()?;
        let found = SigningCertificate::find(call.tx, &owner, &call.input.certificate_id).await?;
        call.tx.delete::<SigningCertificate>(&found.id).await?;
        Ok(iam::DeleteSigningCertificateResponse {})
    }
}

fn described(stored: SigningCertificate, user_name: String) -> iam::SigningCertificate {
    iam::SigningCertificate {
        certificate_body: stored.body,
        certificate_id: stored.id,
        status: stored.status.into(),
        upload_date: Some(stored.uploaded),
        user_name,
    }
}
