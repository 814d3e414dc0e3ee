//! Virtual MFA devices: CreateVirtualMFADevice, DeleteVirtualMFADevice, ListVirtualMFADevices, EnableMFADevice, ResyncMFADevice,
//! DeactivateMFADevice, GetMFADevice, ListMFADevices. Their tags are in `tagging.rs`.
//!
//! Sources: IAM API Reference; IAM User Guide, "Assign a virtual MFA device in the AWS Management Console".

use arn::AccountId;
use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use secret::{SecretArray, SecretBytes, SecretString};
use store::Tx;

use super::on::on;
use super::on_subject::on_subject;
use super::users::{described_root, described_tags, listed, requested_tags};
use crate::authorize::{Creation, ask_list};
use crate::mfa;
use crate::records::{Account, AccountAlias, Assigned, Entity, MfaDevice, Owner, User};
use crate::tags::Tags;
use crate::{Error, Iam};

impl Guarded<iam::CreateVirtualMFADevice> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreateVirtualMFADeviceRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let (input, account) = (&call.input, call.caller.account);
        let tags = requested_tags(input.tags.as_deref())?;
        let (path, name) = (input.path.as_deref().unwrap_or("/"), &input.virtual_mfa_device_name);
        let (create, tag) = ("iam:CreateVirtualMFADevice", "iam:TagMFADevice");
        Ok(Creation::of::<MfaDevice>(create, tag, account, path, name).ask(account, tags, None))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateVirtualMFADevice, Tags>,
    ) -> Result<iam::CreateVirtualMFADeviceResponse, Error> {
        let (input, created) = (permit.input(), permit.origin().at.truncated_to_secs());
        let (account, tags) = (permit.caller().account, permit.into_target());
        let (path, name) = (input.path.as_deref().unwrap_or("/"), input.virtual_mfa_device_name.as_str());
        check_lengths(&MfaDevice::arn_of(account, path, name), name)?;
        let tx = view.tx().await?;
        let seed = SecretArray::<SEED>::filled_by(|seed| self.random.fill(seed))?;
        let seed = SecretBytes::copy_of(seed.expose());
        let key = &self.second_factors.key;
        let device = MfaDevice::new((account, path, name), tags, &seed, created, key, &*self.random)?;
        device.add(tx).await?;
        let base32 = mfa::in_base32(&seed);
        let alias = tx.get::<AccountAlias>(&account).await?;
        let account_name = alias.map_or_else(|| account.to_string(), |alias| alias.alias);
        let secret = base32.expose();
        // The form is AWS's. With an issuer, apps show whose it is.
        let uri =
            SecretString::new(format!("otpauth://totp/{name}@{account_name}?secret={secret}&issuer=Lodge"));
        let picture = mfa::png(uri.expose());
        let picture =
            picture.map_err(|_| Error::corrupt("MFA device", "its name is too long for a QR code"))?;
        Ok(iam::CreateVirtualMFADeviceResponse {
            virtual_mfa_device: iam::VirtualMFADevice {
                base32_string_seed: Some(SecretBytes::copy_of(secret.as_bytes())),
                enable_date: None,
                qr_code_png: Some(picture),
                serial_number: device.arn(),
                tags: described_tags(device.tags),
                user: None,
            },
        })
    }
}

/// In bytes; AWS's seeds have as many. RFC 4226 asks for 16 at least.
const SEED: usize = 40;

/// The service description gives the name of a device no longest length, but its serial number.
fn check_lengths(serial_number: &str, name: &str) -> Result<(), Error> {
    let longest = |what: &str, limit: usize| {
        Err(Error::validation(format!(
            "1 validation error detected: Value at '{what}' failed to satisfy constraint: Member must have length less than or \
             equal to {limit}"
        )))
    };
    match (serial_number.chars().count(), name.chars().count()) {
        (_, 129..) => longest("virtualMFADeviceName", 128),
        (257.., _) => longest("serialNumber", 256),
        _ => Ok(()),
    }
}

impl Guarded<iam::ListVirtualMFADevices> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::ListVirtualMFADevicesRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(ask_list(&call.caller, "iam:ListVirtualMFADevices", MfaDevice::RESOURCE, "/"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListVirtualMFADevices, ()>,
    ) -> Result<iam::ListVirtualMFADevicesResponse, Error> {
        let (input, account, tx) = (permit.input(), permit.caller().account, view.tx().await?);
        let status = input.assignment_status.unwrap_or(iam::AssignmentStatusType::Any);
        let listing = self.listing(format!("ListVirtualMFADevices/{account}/{status:?}"), input.max_items);
        let keep = |device: &MfaDevice| match status {
            iam::AssignmentStatusType::Assigned => device.assigned.is_some(),
            iam::AssignmentStatusType::Unassigned => device.assigned.is_none(),
            iam::AssignmentStatusType::Any => true,
        };
        let page = listing.entities(tx, account, input.marker.as_deref(), keep).await?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        let mut devices = Vec::with_capacity(page.items.len());
        for device in page.items {
            devices.push(described(tx, device).await?);
        }
        Ok(iam::ListVirtualMFADevicesResponse { is_truncated, marker, virtual_mfa_devices: devices })
    }
}

on! {
    Change DeleteVirtualMFADevice: MfaDevice, by serial_number;
    |call| {
        call.found.remove(call.tx).await?;
        Ok(iam::DeleteVirtualMFADeviceResponse {})
    }
}

on_subject! {
    Change EnableMFADevice;
    |call| {
        let (owner, _) = call.found.into_key_owner()?;
        let serial_number = &call.input.serial_number;
        let found = MfaDevice::find(call.tx, owner.account(), serial_number).await?;
        let mut device = found.ok_or_else(|| MfaDevice::missing(serial_number))?;
        if device.assigned.is_some() {
            return Err(Error::Exists("MFA Device is already in use.".to_owned()));
        }
        if MfaDevice::of(call.tx, &owner).await?.len() >= MfaDevice::MAX_PER_OWNER {
            let limit = MfaDevice::MAX_PER_OWNER;
            return Err(Error::LimitExceeded(format!("Cannot exceed quota for MFADevicesPerUser: {limit}")));
        }
        let codes = [&call.input.authentication_code1, &call.input.authentication_code2];
        call.iam.second_factors.synchronize(&mut device, codes, call.now).await?;
        device.assigned = Some(Assigned { owner, since: call.now });
        call.tx.put(&device).await?;
        Ok(iam::EnableMFADeviceResponse {})
    }

    Change ResyncMFADevice;
    |call| {
        let (owner, _) = call.found.into_key_owner()?;
        let mut device = device_of(call.tx, &owner, &call.input.serial_number).await?;
        let codes = [&call.input.authentication_code1, &call.input.authentication_code2];
        call.iam.second_factors.synchronize(&mut device, codes, call.now).await?;
        call.tx.put(&device).await?;
        Ok(iam::ResyncMFADeviceResponse {})
    }

    Change DeactivateMFADevice;
    |call| {
        let (owner, _) = call.found.into_key_owner()?;
        let mut device = device_of(call.tx, &owner, &call.input.serial_number).await?;
        device.assigned = None;
        call.tx.put(&device).await?;
        Ok(iam::DeactivateMFADeviceResponse {})
    }

    Read GetMFADevice;
    |call| {
        let (owner, user_name) = call.found.into_key_owner()?;
        let device = device_of(call.tx, &owner, &call.input.serial_number).await?;
        Ok(iam::GetMFADeviceResponse {
            certifications: None,
            serial_number: device.arn(),
            enable_date: device.assigned.map(|assigned| assigned.since),
            user_name: Some(user_name),
        })
    }

    Read ListMFADevices;
    |call| {
        let (owner, user_name) = call.found.into_key_owner()?;
        let name = format!("ListMFADevices/{}", owner.unique_name());
        let listing = call.iam.listing(name, call.input.max_items);
        let devices = MfaDevice::of(call.tx, &owner).await?;
        let page = listing.page_of(devices, call.input.marker.as_deref(), |device| device.name.to_lowercase())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        let described = |device: MfaDevice| iam::MFADevice {
            enable_date: device.assigned.as_ref().map_or(device.created, |assigned| assigned.since),
            serial_number: device.arn(),
            user_name: user_name.clone(),
        };
        let mfa_devices = page.items.into_iter().map(described).collect();
        Ok(iam::ListMFADevicesResponse { is_truncated, marker, mfa_devices })
    }
}

async fn device_of(tx: &mut Tx, owner: &Owner, serial_number: &str) -> Result<MfaDevice, Error> {
    let found = MfaDevice::find(tx, owner.account(), serial_number).await?;
    let found = found.filter(|device| device.is_of(owner));
    found.ok_or_else(|| Error::NotThere("MFA Device invalid for user.".to_owned()))
}

/// As listings show a device: without its seed and tags.
async fn described(tx: &mut Tx, device: MfaDevice) -> Result<iam::VirtualMFADevice, Error> {
    let (serial_number, enable_date) =
        (device.arn(), device.assigned.as_ref().map(|assigned| assigned.since));
    let user = match device.assigned.map(|assigned| assigned.owner) {
        None => None,
        Some(Owner::Root { account }) => root(tx, account).await?,
        Some(Owner::User { user_id, .. }) => tx.get::<User>(&user_id).await?.map(listed),
    };
    Ok(iam::VirtualMFADevice {
        base32_string_seed: None,
        enable_date,
        qr_code_png: None,
        serial_number,
        tags: None,
        user,
    })
}

async fn root(tx: &mut Tx, account: AccountId) -> Result<Option<iam::User>, Error> {
    Ok(tx.get::<Account>(&account).await?.as_ref().map(described_root))
}
