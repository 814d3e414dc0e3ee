//! UploadServerCertificate, GetServerCertificate, ListServerCertificates, UpdateServerCertificate, DeleteServerCertificate. Their tags are in
//! `tagging.rs`.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::Target;
use super::on::on;
use super::users::{described_tags, requested_tags};
use crate::authorize::{Creation, Named, ask_list};
use crate::certificates::Certificate;
use crate::records::{Entity, ServerCertificate};
use crate::tags::Tags;
use crate::{Error, Iam, unique_id};

impl Guarded<iam::UploadServerCertificate> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::UploadServerCertificateRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let (input, account) = (&call.input, call.caller.account);
        let tags = requested_tags(input.tags.as_deref())?;
        let (path, name) = (input.path.as_deref().unwrap_or("/"), &input.server_certificate_name);
        let (create, tag) = ("iam:UploadServerCertificate", "iam:TagServerCertificate");
        Ok(Creation::of::<ServerCertificate>(create, tag, account, path, name).ask(account, tags, None))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::UploadServerCertificate, Tags>,
    ) -> Result<iam::UploadServerCertificateResponse, Error> {
        let (input, uploaded) = (permit.input(), permit.origin().at.truncated_to_secs());
        let (account, tags) = (permit.caller().account, permit.into_target());
        let certificate = Certificate::parse(&input.certificate_body)?;
        certificate.check_private_key(input.private_key.expose())?;
        if let Some(chain) = &input.certificate_chain {
            certificate.check_chain(chain)?;
        }
        if !certificate.is_valid_at(uploaded) {
            let text = "The certificate must be valid now: it has expired, or its time has not come.";
            return Err(Error::MalformedCertificate(text.to_owned()));
        }
        let stored = ServerCertificate {
            server_certificate_id: unique_id::server_certificate_id(&*self.random)?,
            account,
            name: input.server_certificate_name.clone(),
            path: input.path.clone().unwrap_or_else(|| "/".to_owned()),
            uploaded,
            expires: certificate.not_after,
            body: input.certificate_body.clone(),
            chain: input.certificate_chain.clone(),
            tags,
        };
        stored.add(view.tx().await?).await?;
        Ok(iam::UploadServerCertificateResponse {
            server_certificate_metadata: Some(described(&stored)),
            tags: described_tags(stored.tags),
        })
    }
}

impl Guarded<iam::ListServerCertificates> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::ListServerCertificatesRequest>,
    ) -> Result<Resolved<()>, Error> {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        Ok(ask_list(&call.caller, "iam:ListServerCertificates", ServerCertificate::RESOURCE, prefix))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListServerCertificates, ()>,
    ) -> Result<iam::ListServerCertificatesResponse, Error> {
        let input = permit.input();
        let (account, prefix) = (permit.caller().account, input.path_prefix.as_deref().unwrap_or("/"));
        let listing = self.listing(format!("ListServerCertificates/{account}{prefix}"), input.max_items);
        let below = |found: &ServerCertificate| found.path.starts_with(prefix);
        let page = listing.entities(view.tx().await?, account, input.marker.as_deref(), below).await?;
        Ok(iam::ListServerCertificatesResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            server_certificate_metadata_list: page.items.iter().map(described).collect(),
        })
    }
}

impl Guarded<iam::UpdateServerCertificate> for Iam {
    type Target = Target<ServerCertificate>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::UpdateServerCertificateRequest>,
    ) -> Result<Resolved<Self::Target>, Error> {
        let (input, action) = (&call.input, "iam:UpdateServerCertificate");
        let named: Named<ServerCertificate> =
            Named::of(view, &call.caller, &input.server_certificate_name).await?;
        let (path, name) = (input.new_path.as_deref(), input.new_server_certificate_name.as_deref());
        let mut questions = vec![named.question(action, call.caller.account)];
        questions.extend(named.moved(action, path, name));
        Ok(Resolved { target: Some(Target(named)), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::UpdateServerCertificate, Self::Target>,
    ) -> Result<iam::UpdateServerCertificateResponse, Error> {
        let input = permit.input();
        let (new_path, new_name) = (&input.new_path, &input.new_server_certificate_name);
        let mut found = permit.into_target().0.found()?;
        let tx = view.tx().await?;
        if let Some(path) = new_path {
            found.path.clone_from(path);
        }
        if let Some(name) = new_name {
            found.name.clone_from(name);
            found.check_free(tx).await?;
        }
        tx.put(&found).await?;
        Ok(iam::UpdateServerCertificateResponse {})
    }
}

on! {
    Read GetServerCertificate: ServerCertificate, by server_certificate_name;
    |call| {
        let found = call.found;
        Ok(iam::GetServerCertificateResponse {
            server_certificate: iam::ServerCertificate {
                server_certificate_metadata: described(&found),
                certificate_body: found.body,
                certificate_chain: found.chain,
                tags: described_tags(found.tags),
            },
        })
    }

    Change DeleteServerCertificate: ServerCertificate, by server_certificate_name;
    |call| {
        call.tx.delete::<ServerCertificate>(&call.found.server_certificate_id).await?;
        Ok(iam::DeleteServerCertificateResponse {})
    }
}

fn described(found: &ServerCertificate) -> iam::ServerCertificateMetadata {
    iam::ServerCertificateMetadata {
        arn: found.arn(),
        expiration: Some(found.expires),
        path: found.path.clone(),
        server_certificate_id: found.server_certificate_id.clone(),
        server_certificate_name: found.name.clone(),
        upload_date: Some(found.uploaded),
    }
}
