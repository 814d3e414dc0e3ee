//! Organizational units and what is in them: CreateOrganizationalUnit, UpdateOrganizationalUnit, DeleteOrganizationalUnit,
//! DescribeOrganizationalUnit, ListOrganizationalUnitsForParent, ListAccountsForParent, ListChildren, ListParents, MoveAccount.

use arn::AccountId;
use aws_model::organizations::{self, ChildType, ParentType, errors};
use store::{Page, Tx};

use super::accounts::described;
use super::on_organization::{missing, on_organization};
use super::organization_tags::requested_tags;
use crate::records::{Account, Attachments, MAX_UNITS, Node, Organization, OrganizationalUnit};
use crate::{Error, unique_id};

on_organization! {
    Change CreateOrganizationalUnit, |asking, input| {
        asking.about(&input.parent_id).await?;
        asking.new_tags(&input.tags)?;
    };
    |call| {
        let parent = call.parent(&call.input.parent_id, missing::parent).await?;
        let unit = OrganizationalUnit {
            id: unique_id::organizations_id(&call.organization.unit_prefix(), &*call.iam.random)?,
            parent,
            name: call.input.name.clone(),
            created: call.now,
            tags: requested_tags(call.input.tags.iter().flatten())?,
        };
        check_name(call.tx, &unit).await?;
        if !OrganizationalUnit::has_room_below(call.tx, unit.parent.as_deref()).await? {
            return Err(Error::constraint_violation(
                "OU_DEPTH_LIMIT_EXCEEDED",
                "You have exceeded the maximum depth of organizational units: there are at most 5 levels below the root.",
            ));
        }
        let all: Vec<OrganizationalUnit> = call.tx.list(&(), Page::all()).await?.items;
        if all.len() >= MAX_UNITS {
            return Err(Error::constraint_violation(
                "OU_NUMBER_LIMIT_EXCEEDED",
                format!("You have exceeded the number of organizational units: an organization has at most {MAX_UNITS}."),
            ));
        }
        call.tx.insert(&unit).await?;
        let organizational_unit = Some(described_unit(call.tx, &call.organization, unit).await?);
        Ok(organizations::CreateOrganizationalUnitResponse { organizational_unit })
    }

    Change UpdateOrganizationalUnit, |asking, input| asking.about(&input.organizational_unit_id).await?;
    |call| {
        let mut unit = unit(call.tx, &call.input.organizational_unit_id).await?;
        if let Some(name) = &call.input.name {
            unit.name.clone_from(name);
            check_name(call.tx, &unit).await?;
            call.tx.put(&unit).await?;
        }
        let organizational_unit = Some(described_unit(call.tx, &call.organization, unit).await?);
        Ok(organizations::UpdateOrganizationalUnitResponse { organizational_unit })
    }

    Change DeleteOrganizationalUnit, |asking, input| asking.about(&input.organizational_unit_id).await?;
    |call| {
        let unit = unit(call.tx, &call.input.organizational_unit_id).await?;
        let is_empty = OrganizationalUnit::below(call.tx, Some(&unit.id)).await?.is_empty()
            && Account::within(call.tx, Some(&unit.id)).await?.is_empty();
        if !is_empty {
            return Err(Error::organizations(
                &errors::ORGANIZATIONAL_UNIT_NOT_EMPTY_EXCEPTION,
                "The specified organizational unit is not empty: move its accounts and delete its organizational units first.",
            ));
        }
        call.tx.delete::<OrganizationalUnit>(&unit.id).await?;
        call.tx.delete::<Attachments>(&unit.id).await?;
        Ok(organizations::DeleteOrganizationalUnitResponse::default())
    }

    Read DescribeOrganizationalUnit, |asking, input| asking.about(&input.organizational_unit_id).await?;
    |call| {
        let unit = unit(call.tx, &call.input.organizational_unit_id).await?;
        let organizational_unit = Some(described_unit(call.tx, &call.organization, unit).await?);
        Ok(organizations::DescribeOrganizationalUnitResponse { organizational_unit })
    }

    Read ListOrganizationalUnitsForParent, |asking, input| asking.about(&input.parent_id).await?;
    |call| {
        let parent = call.parent(&call.input.parent_id, missing::parent).await?;
        let below = OrganizationalUnit::below(call.tx, parent.as_deref()).await?;
        let listing = format!("ListOrganizationalUnitsForParent/{}", call.input.parent_id);
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let (below, next_token) = call.page(&listing, below, asked, |unit| unit.id.clone())?;
        let mut units = Vec::with_capacity(below.len());
        for unit in below {
            units.push(described_unit(call.tx, &call.organization, unit).await?);
        }
        Ok(organizations::ListOrganizationalUnitsForParentResponse {
            next_token,
            organizational_units: Some(units),
        })
    }

    Read ListAccountsForParent, |asking, input| asking.about(&input.parent_id).await?;
    |call| {
        let parent = call.parent(&call.input.parent_id, missing::parent).await?;
        let listing = format!("ListAccountsForParent/{}", call.input.parent_id);
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let (within, next_token) = call.page_of_accounts(&listing, parent.as_deref(), asked).await?;
        let mut accounts = Vec::with_capacity(within.len());
        for account in within {
            accounts.push(described(call.tx, account, &call.organization).await?);
        }
        Ok(organizations::ListAccountsForParentResponse { accounts: Some(accounts), next_token })
    }

    Read ListChildren, |asking, input| asking.about(&input.parent_id).await?;
    |call| {
        let parent = call.parent(&call.input.parent_id, missing::parent).await?;
        let (parent, kind) = (parent.as_deref(), call.input.child_type);
        let listing = format!("ListChildren/{}/{}", kind.as_str(), call.input.parent_id);
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let (children, next_token): (Vec<String>, _) = match kind {
            ChildType::Account => {
                let (within, next_token) = call.page_of_accounts(&listing, parent, asked).await?;
                (within.into_iter().map(|account| account.id.to_string()).collect(), next_token)
            }
            ChildType::OrganizationalUnit => {
                let below = OrganizationalUnit::below(call.tx, parent).await?;
                let (below, next_token) = call.page(&listing, below, asked, |unit| unit.id.clone())?;
                (below.into_iter().map(|unit| unit.id).collect(), next_token)
            }
        };
        let child = |id| organizations::Child { id: Some(id), r#type: Some(kind) };
        let children = children.into_iter().map(child).collect();
        Ok(organizations::ListChildrenResponse { children: Some(children), next_token })
    }

    Read ListParents, |asking, input| asking.about(&input.child_id).await?;
    |call| {
        let missing = || {
            let text = "You specified a child that doesn't exist.";
            Error::organizations(&errors::CHILD_NOT_FOUND_EXCEPTION, text)
        };
        let child = call.node(&call.input.child_id, missing).await?;
        let id = child.parent_id(&call.organization).ok_or_else(missing)?;
        let is_root = id == call.organization.root_id();
        let r#type = Some(if is_root { ParentType::Root } else { ParentType::OrganizationalUnit });
        let parents = vec![organizations::Parent { id: Some(id), r#type }];
        let listing = format!("ListParents/{}", call.input.child_id);
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let (parents, next_token) =
            call.page(&listing, parents, asked, |parent| parent.id.clone().unwrap_or_default())?;
        Ok(organizations::ListParentsResponse { next_token, parents: Some(parents) })
    }

    Change MoveAccount, |asking, input| {
        asking.about(&input.account_id).await?;
        asking.about(&input.source_parent_id).await?;
        asking.about(&input.destination_parent_id).await?;
    };
    |call| {
        let id: AccountId = call.input.account_id.parse().map_err(|_| Error::NoSuchAccount)?;
        let mut account: Account = call.tx.get(&id).await?.ok_or(Error::NoSuchAccount)?;
        let source = call.parent(&call.input.source_parent_id, no_source).await?;
        let destination = call.parent(&call.input.destination_parent_id, no_destination).await?;
        if account.parent == destination {
            return Err(Error::organizations(
                &errors::DUPLICATE_ACCOUNT_EXCEPTION,
                "The account is already in the specified destination.",
            ));
        }
        if account.parent != source {
            return Err(no_source());
        }
        account.parent = destination;
        call.tx.put(&account).await?;
        Ok(organizations::MoveAccountResponse::default())
    }
}

fn no_source() -> Error {
    Error::organizations(
        &errors::SOURCE_PARENT_NOT_FOUND_EXCEPTION,
        "You specified a source parent that doesn't exist, or that the account isn't in.",
    )
}

fn no_destination() -> Error {
    Error::organizations(
        &errors::DESTINATION_PARENT_NOT_FOUND_EXCEPTION,
        "You specified a destination parent that doesn't exist.",
    )
}

async fn unit(tx: &mut Tx, id: &String) -> Result<OrganizationalUnit, Error> {
    tx.get(id).await?.ok_or_else(missing::unit)
}

/// No two units of one parent have the same name.
async fn check_name(tx: &mut Tx, unit: &OrganizationalUnit) -> Result<(), Error> {
    let siblings = OrganizationalUnit::below(tx, unit.parent.as_deref()).await?;
    if siblings.iter().any(|sibling| sibling.id != unit.id && sibling.name == unit.name) {
        return Err(Error::organizations(
            &errors::DUPLICATE_ORGANIZATIONAL_UNIT_EXCEPTION,
            "An organizational unit with the same name already exists.",
        ));
    }
    Ok(())
}

async fn described_unit(
    tx: &mut Tx,
    organization: &Organization,
    unit: OrganizationalUnit,
) -> Result<organizations::OrganizationalUnit, Error> {
    let units = OrganizationalUnit::down_to(tx, Some(&unit.id)).await?;
    Ok(organizations::OrganizationalUnit {
        arn: Some(Node::Unit(Box::new(unit.clone())).arn(organization)),
        id: Some(unit.id),
        name: Some(unit.name),
        path: Some(organization.path(&units)),
    })
}
