//! Tags of accounts, organizational units, roots and policies: TagResource, UntagResource, ListTagsForResource.

use aws_model::organizations;
use store::Tx;

use super::on_organization::{InOrganization, missing, on_organization};
use crate::Error;
use crate::records::{Account, ControlPolicy, Node, Organization, OrganizationalUnit, OwnControlPolicy};
use crate::tags::{self, Tags};

on_organization! {
    Change TagResource, |asking, input| {
        asking.about_taggable(&input.resource_id).await?;
        asking.tags(&input.tags)?;
    };
    |call| {
        let given = requested_tags(&call.input.tags)?;
        let mut tagged = Tagged::of(&mut call, |input| &input.resource_id).await?;
        let tags: Tags = tags::overridden(tagged.tags_mut(), &given).into_iter().collect();
        if tags.len() > tags::MAX_TAGS {
            return Err(Error::TooManyOrganizationsTags);
        }
        *tagged.tags_mut() = tags;
        tagged.put(call.tx).await?;
        Ok(organizations::TagResourceResponse::default())
    }

    Change UntagResource, |asking, input| {
        asking.about_taggable(&input.resource_id).await?;
        asking.tag_keys(&input.tag_keys);
    };
    |call| {
        let mut tagged = Tagged::of(&mut call, |input| &input.resource_id).await?;
        let keys = &call.input.tag_keys;
        tagged.tags_mut().retain(|known, _| !keys.iter().any(|key| tags::same_key(known, key)));
        tagged.put(call.tx).await?;
        Ok(organizations::UntagResourceResponse::default())
    }

    Read ListTagsForResource, |asking, input| asking.about_taggable(&input.resource_id).await?;
    |call| {
        let mut tagged = Tagged::of(&mut call, |input| &input.resource_id).await?;
        let tags: Vec<_> = std::mem::take(tagged.tags_mut()).into_iter().collect();
        let listing = format!("ListTagsForResource/{}", call.input.resource_id);
        let asked = (None, call.input.next_token.as_deref());
        let (tags, next_token) = call.page(&listing, tags, asked, |(key, _)| key.clone())?;
        let tags = tags.into_iter().map(|(key, value)| organizations::Tag { key, value }).collect();
        Ok(organizations::ListTagsForResourceResponse { next_token, tags: Some(tags) })
    }
}

/// Checks the tags of a request.
pub(crate) fn requested_tags<'a>(
    tags: impl IntoIterator<Item = &'a organizations::Tag>,
) -> Result<Tags, Error> {
    let pairs = tags.into_iter().map(|tag| (tag.key.as_str(), tag.value.as_str()));
    let tags = tags::checked(pairs).map_err(|why| {
        let reason =
            if why == tags::DUPLICATE { "DUPLICATE_TAG_KEY" } else { "INVALID_SYSTEM_TAGS_PARAMETER" };
        Error::invalid_organizations_input(reason, why)
    })?;
    if tags.len() > tags::MAX_TAGS { Err(Error::TooManyOrganizationsTags) } else { Ok(tags) }
}

/// What has tags.
enum Tagged {
    Root(Box<Organization>),
    Unit(Box<OrganizationalUnit>),
    Account(Box<Account>),
    Policy(Box<OwnControlPolicy>),
}

impl Tagged {
    async fn of<I>(
        call: &mut InOrganization<'_, I>,
        id: impl FnOnce(&I) -> &String + Send,
    ) -> Result<Self, Error> {
        let id = id(call.input);
        if id.starts_with("p-") {
            return match ControlPolicy::find(call.tx, id).await?.ok_or_else(missing::target)? {
                ControlPolicy::Own(policy) => Ok(Self::Policy(policy)),
                ControlPolicy::Aws(_) => Err(Error::invalid_organizations_input(
                    "TARGET_NOT_SUPPORTED",
                    "A policy of AWS has no tags: you can't perform the operation on it.",
                )),
            };
        }
        Ok(match call.node(id, missing::target).await? {
            Node::Root => Self::Root(Box::new(call.organization.clone())),
            Node::Unit(unit) => Self::Unit(unit),
            Node::Account(account) => Self::Account(account),
        })
    }

    fn tags_mut(&mut self) -> &mut Tags {
        match self {
            Self::Root(organization) => &mut organization.root_tags,
            Self::Unit(unit) => &mut unit.tags,
            Self::Account(account) => &mut account.tags,
            Self::Policy(policy) => &mut policy.tags,
        }
    }

    async fn put(&self, tx: &mut Tx) -> Result<(), Error> {
        match self {
            Self::Root(organization) => tx.put(&**organization).await?,
            Self::Unit(unit) => tx.put(&**unit).await?,
            Self::Account(account) => tx.put(&**account).await?,
            Self::Policy(policy) => tx.put(&**policy).await?,
        }
        Ok(())
    }
}
