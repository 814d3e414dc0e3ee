//! Tags of users, roles, policies, instance profiles, OpenID Connect and SAML providers: TagUser, UntagUser, ListUserTags and the same for the others.

use aws_model::iam;
use iam_policy::Context;
use store::Tx;

use super::on::on;
use super::users::requested_tags;
use crate::Error;
use crate::paging::{Listed, Listing};
use crate::records::{
    InstanceProfile, ManagedPolicy, MfaDevice, OidcProvider, Role, SamlProvider, ServerCertificate, Taggable,
    User,
};
use crate::tags::{self, MAX_TAGS, Tags};

on! {
    Change TagUser: User, by user_name, asking |input, context| insert_tags(context, &input.tags)?;
    |call| tag(call.tx, call.found, &call.input.tags).await

    Change TagRole: Role, by role_name, asking |input, context| insert_tags(context, &input.tags)?;
    |call| tag(call.tx, call.found, &call.input.tags).await

    Change TagPolicy: ManagedPolicy, by policy_arn, asking |input, context| insert_tags(context, &input.tags)?;
    |call| tag(call.tx, call.found.own()?, &call.input.tags).await

    Change TagInstanceProfile: InstanceProfile, by instance_profile_name,
    asking |input, context| insert_tags(context, &input.tags)?;
    |call| tag(call.tx, call.found, &call.input.tags).await

    Change TagOpenIDConnectProvider: OidcProvider, by open_id_connect_provider_arn,
    asking |input, context| insert_tags(context, &input.tags)?;
    |call| tag(call.tx, call.found, &call.input.tags).await

    Change TagSAMLProvider: SamlProvider, by saml_provider_arn,
    asking |input, context| insert_tags(context, &input.tags)?;
    |call| tag(call.tx, call.found, &call.input.tags).await

    Change UntagUser: User, by user_name, asking |input, context| insert_keys(context, &input.tag_keys);
    |call| untag(call.tx, call.found, &call.input.tag_keys).await

    Change UntagRole: Role, by role_name, asking |input, context| insert_keys(context, &input.tag_keys);
    |call| untag(call.tx, call.found, &call.input.tag_keys).await

    Change UntagPolicy: ManagedPolicy, by policy_arn, asking |input, context| insert_keys(context, &input.tag_keys);
    |call| untag(call.tx, call.found.own()?, &call.input.tag_keys).await

    Change UntagInstanceProfile: InstanceProfile, by instance_profile_name,
    asking |input, context| insert_keys(context, &input.tag_keys);
    |call| untag(call.tx, call.found, &call.input.tag_keys).await

    Change UntagOpenIDConnectProvider: OidcProvider, by open_id_connect_provider_arn,
    asking |input, context| insert_keys(context, &input.tag_keys);
    |call| untag(call.tx, call.found, &call.input.tag_keys).await

    Change TagServerCertificate: ServerCertificate, by server_certificate_name,
    asking |input, context| insert_tags(context, &input.tags)?;
    |call| tag(call.tx, call.found, &call.input.tags).await

    Change UntagServerCertificate: ServerCertificate, by server_certificate_name,
    asking |input, context| insert_keys(context, &input.tag_keys);
    |call| untag(call.tx, call.found, &call.input.tag_keys).await

    Read ListServerCertificateTags: ServerCertificate, by server_certificate_name;
    |call| {
        let listing = call.listing("ListServerCertificateTags", "", call.input.max_items);
        let page = listed(&listing, &call.found.tags, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        Ok(iam::ListServerCertificateTagsResponse { is_truncated, marker, tags: page.items })
    }

    Change UntagSAMLProvider: SamlProvider, by saml_provider_arn,
    asking |input, context| insert_keys(context, &input.tag_keys);
    |call| untag(call.tx, call.found, &call.input.tag_keys).await

    Change TagMFADevice: MfaDevice, by serial_number, asking |input, context| insert_tags(context, &input.tags)?;
    |call| tag(call.tx, call.found, &call.input.tags).await

    Change UntagMFADevice: MfaDevice, by serial_number, asking |input, context| insert_keys(context, &input.tag_keys);
    |call| untag(call.tx, call.found, &call.input.tag_keys).await

    Read ListMFADeviceTags: MfaDevice, by serial_number;
    |call| {
        let listing = call.listing("ListMFADeviceTags", "", call.input.max_items);
        let page = listed(&listing, &call.found.tags, call.input.marker.as_deref())?;
        Ok(iam::ListMFADeviceTagsResponse { is_truncated: page.is_truncated(), marker: page.marker, tags: page.items })
    }

    Read ListUserTags: User, by user_name;
    |call| {
        let listing = call.listing("ListUserTags", "", call.input.max_items);
        let page = listed(&listing, &call.found.tags, call.input.marker.as_deref())?;
        Ok(iam::ListUserTagsResponse { is_truncated: page.is_truncated(), marker: page.marker, tags: page.items })
    }

    Read ListRoleTags: Role, by role_name;
    |call| {
        let listing = call.listing("ListRoleTags", "", call.input.max_items);
        let page = listed(&listing, &call.found.tags, call.input.marker.as_deref())?;
        Ok(iam::ListRoleTagsResponse { is_truncated: page.is_truncated(), marker: page.marker, tags: page.items })
    }

    Read ListPolicyTags: ManagedPolicy, by policy_arn;
    |call| {
        let listing = call.listing("ListPolicyTags", "", call.input.max_items);
        let page = listed(&listing, &call.found.tags, call.input.marker.as_deref())?;
        Ok(iam::ListPolicyTagsResponse { is_truncated: page.is_truncated(), marker: page.marker, tags: page.items })
    }

    Read ListInstanceProfileTags: InstanceProfile, by instance_profile_name;
    |call| {
        let listing = call.listing("ListInstanceProfileTags", "", call.input.max_items);
        let page = listed(&listing, &call.found.tags, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        Ok(iam::ListInstanceProfileTagsResponse { is_truncated, marker, tags: page.items })
    }

    Read ListOpenIDConnectProviderTags: OidcProvider, by open_id_connect_provider_arn;
    |call| {
        let listing = call.listing("ListOpenIDConnectProviderTags", "", call.input.max_items);
        let page = listed(&listing, &call.found.tags, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        Ok(iam::ListOpenIDConnectProviderTagsResponse { is_truncated, marker, tags: page.items })
    }

    Read ListSAMLProviderTags: SamlProvider, by saml_provider_arn;
    |call| {
        let listing = call.listing("ListSAMLProviderTags", "", call.input.max_items);
        let page = listed(&listing, &call.found.tags, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        Ok(iam::ListSAMLProviderTagsResponse { is_truncated, marker, tags: page.items })
    }
}

fn insert_tags(context: &mut Context, tags: &[iam::Tag]) -> Result<(), Error> {
    tags::insert_request_tags(context, &requested_tags(Some(tags))?);
    Ok(())
}

fn insert_keys(context: &mut Context, keys: &[String]) {
    context.insert_many("aws:TagKeys", keys.to_vec());
}

async fn tag<T: Taggable, O: Default>(tx: &mut Tx, mut to: T, given: &[iam::Tag]) -> Result<O, Error> {
    let given = requested_tags(Some(given))?;
    let tags: Tags = tags::overridden(to.tags_mut(), &given).into_iter().collect();
    if tags.len() > MAX_TAGS {
        return Err(Error::LimitExceeded("The number of tags has reached the maximum limit.".to_owned()));
    }
    *to.tags_mut() = tags;
    tx.put(&to).await?;
    Ok(O::default())
}

/// Keys that it has not are passed over.
async fn untag<T: Taggable, O: Default>(tx: &mut Tx, mut from: T, keys: &[String]) -> Result<O, Error> {
    from.tags_mut().retain(|known, _| !keys.iter().any(|key| tags::same_key(known, key)));
    tx.put(&from).await?;
    Ok(O::default())
}

/// A marker holds how many tags came before: keys may be longer than fits.
fn listed(listing: &Listing<'_>, tags: &Tags, marker: Option<&str>) -> Result<Listed<iam::Tag>, Error> {
    let numbered = tags.iter().enumerate();
    let page = listing.page_of(numbered, marker, |(number, _)| format!("{number:04}"))?;
    let tag =
        |(_, (key, value)): (usize, (&String, &String))| iam::Tag { key: key.clone(), value: value.clone() };
    Ok(Listed { items: page.items.into_iter().map(tag).collect(), marker: page.marker })
}
