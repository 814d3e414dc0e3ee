//! Virtual MFA devices, and what their codes are good for.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::support::*;
use aws_lc_rs::hmac;
use aws_model::iam::*;
use aws_model::sts::AssumeRoleRequest;
use gate::Fault;
use serde_json::json;

/// An authenticator app.
pub struct Phone {
    pub serial_number: String,
    key: hmac::Key,
}

const STEP: Duration = Duration::from_secs(30);

impl Phone {
    pub async fn new(world: &World, name: &str) -> Self {
        let made = create(world, &world.admin, name).await.unwrap();
        let seed = made.base32_string_seed.unwrap();
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let value = |letter: &u8| letters.find(char::from(*letter)).unwrap();
        let group = |group: &[u8]| {
            let bits = group.iter().map(value).fold(0_u64, |bits, five| bits << 5 | five as u64);
            bits.to_be_bytes()[3..].to_vec()
        };
        let seed = seed.expose().chunks(8).flat_map(group).collect::<Vec<u8>>();
        assert_eq!(seed.len(), 40);
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &seed);
        Self { serial_number: made.serial_number, key }
    }

    /// The code that it shows so many steps from now.
    pub fn code(&self, world: &World, steps: i64) -> String {
        let step = world.gate.now().secs() / 30 + steps;
        let mac = hmac::sign(&self.key, &step.to_be_bytes());
        let offset = usize::from(mac.as_ref()[19] & 0xf);
        let number: [u8; 4] = mac.as_ref()[offset..offset + 4].try_into().unwrap();
        format!("{:06}", (u32::from_be_bytes(number) & 0x7fff_ffff) % 1_000_000)
    }

    fn codes(&self, world: &World, first: i64) -> [String; 2] {
        [self.code(world, first), self.code(world, first + 1)]
    }

    pub async fn enable(&self, world: &World, keys: &Keys, user: &str) -> Result<(), Fault> {
        self.enable_with(world, keys, user, self.codes(world, -1)).await
    }

    async fn enable_with(
        &self,
        world: &World,
        keys: &Keys,
        user: &str,
        [one, two]: [String; 2],
    ) -> Result<(), Fault> {
        let input = EnableMFADeviceRequest {
            authentication_code1: one.into(),
            authentication_code2: two.into(),
            serial_number: self.serial_number.clone(),
            user_name: user.to_owned(),
        };
        world.call::<EnableMFADevice>(keys, input).await.map(drop)
    }

    async fn resync(&self, world: &World, user: &str, [one, two]: [String; 2]) -> Result<(), Fault> {
        let input = ResyncMFADeviceRequest {
            authentication_code1: one.into(),
            authentication_code2: two.into(),
            serial_number: self.serial_number.clone(),
            user_name: user.to_owned(),
        };
        world.call::<ResyncMFADevice>(&world.admin, input).await.map(drop)
    }

    async fn deactivate(&self, world: &World, user: &str) -> Result<(), Fault> {
        let (serial_number, user_name) = (self.serial_number.clone(), Some(user.to_owned()));
        let input = DeactivateMFADeviceRequest { serial_number, user_name };
        world.call::<DeactivateMFADevice>(&world.admin, input).await.map(drop)
    }

    async fn get(&self, world: &World, user: &str) -> Result<GetMFADeviceResponse, Fault> {
        let (serial_number, user_name) = (self.serial_number.clone(), Some(user.to_owned()));
        world.call::<GetMFADevice>(&world.admin, GetMFADeviceRequest { serial_number, user_name }).await
    }

    async fn delete(&self, world: &World) -> Result<(), Fault> {
        let input = DeleteVirtualMFADeviceRequest { serial_number: self.serial_number.clone() };
        world.call::<DeleteVirtualMFADevice>(&world.admin, input).await.map(drop)
    }
}

async fn create(world: &World, keys: &Keys, name: &str) -> Result<VirtualMFADevice, Fault> {
    let (path, name) = name.rsplit_once('/').map_or((None, name), |(path, name)| (Some(path), name));
    let input = CreateVirtualMFADeviceRequest {
        path: path.map(|path| format!("{path}/")),
        virtual_mfa_device_name: name.to_owned(),
        tags: None,
    };
    Ok(world.call::<CreateVirtualMFADevice>(keys, input).await?.virtual_mfa_device)
}

async fn list(world: &World, status: Option<AssignmentStatusType>) -> Vec<VirtualMFADevice> {
    let mut input =
        ListVirtualMFADevicesRequest { assignment_status: status, marker: None, max_items: Some(2) };
    let mut all = Vec::new();
    loop {
        let page = world.call::<ListVirtualMFADevices>(&world.admin, input.clone()).await.unwrap();
        all.extend(page.virtual_mfa_devices);
        input.marker = page.marker;
        if page.is_truncated == Some(false) {
            return all;
        }
    }
}

async fn devices_of(world: &World, keys: &Keys, user: Option<&str>) -> Vec<MFADevice> {
    let input = ListMFADevicesRequest { user_name: user.map(str::to_owned), ..Default::default() };
    world.call::<ListMFADevices>(keys, input).await.unwrap().mfa_devices
}

const INVALID: &str = "Authentication code for device is not valid.";

#[tokio::test]
async fn a_device_is_made_enabled_synchronized_deactivated_and_deleted() {
    let world = World::new().await;
    world.user("ann", None).await;
    world.user("bob", None).await;
    let phone = Phone::new(&world, "/team/ann-phone").await;
    assert_eq!(phone.serial_number, format!("arn:aws:iam::{ACCOUNT}:mfa/team/ann-phone"));

    let swapped = [phone.code(&world, 0), phone.code(&world, -1)];
    let refused = phone.enable_with(&world, &world.admin, "ann", swapped).await;
    assert_eq!(refusal(refused), ("InvalidAuthenticationCode", INVALID.into()));
    phone.enable(&world, &world.admin, "ann").await.unwrap();
    let again = refusal(phone.enable(&world, &world.admin, "bob").await);
    assert_eq!(again, ("EntityAlreadyExists", "MFA Device is already in use.".into()));

    let got = phone.get(&world, "ann").await.unwrap();
    assert_eq!((got.user_name.as_deref(), got.enable_date), (Some("ann"), Some(START)));
    let of_another = ("NoSuchEntity", "MFA Device invalid for user.".to_owned());
    assert_eq!(refusal(phone.get(&world, "bob").await), of_another);
    assert_eq!(refusal(phone.deactivate(&world, "bob").await), of_another);
    assert_eq!(refusal(phone.resync(&world, "bob", phone.codes(&world, 1)).await), of_another);

    let used = refusal(phone.resync(&world, "ann", phone.codes(&world, -1)).await);
    assert_eq!(used, ("InvalidAuthenticationCode", INVALID.into()));
    phone.resync(&world, "ann", phone.codes(&world, 10)).await.unwrap();

    let in_use = ("DeleteConflict", "MFA VirtualDevice in use. Must deactivate first.".to_owned());
    assert_eq!(refusal(phone.delete(&world).await), in_use);
    phone.deactivate(&world, "ann").await.unwrap();
    assert_eq!(refusal(phone.deactivate(&world, "ann").await), of_another);
    phone.delete(&world).await.unwrap();
    let missing = format!("VirtualMFADevice with serial number {} doesn't exist.", phone.serial_number);
    assert_eq!(refusal(phone.delete(&world).await), ("NoSuchEntity", missing.clone()));
    assert_eq!(refusal(phone.enable(&world, &world.admin, "ann").await), ("NoSuchEntity", missing));
}

#[tokio::test]
async fn guessing_two_codes_is_slow_too() {
    let world = World::new().await;
    world.user("ann", None).await;
    let phone = Phone::new(&world, "phone").await;
    let wrong = || ["000000".to_owned(), "000000".to_owned()];
    for _ in 0..5 {
        assert_eq!(refusal(phone.enable_with(&world, &world.admin, "ann", wrong()).await).1, INVALID);
    }
    let (code, text) = refusal(phone.enable(&world, &world.admin, "ann").await);
    assert_eq!(code, "InvalidAuthenticationCode");
    assert!(text.contains("too many wrong codes. Wait until 2026-09-21T14:14:20Z"), "{text}");
    world.clock.advance(Duration::from_secs(60));
    phone.enable(&world, &world.admin, "ann").await.unwrap();
}

#[tokio::test]
async fn a_name_is_given_once_and_is_bounded() {
    let world = World::new().await;
    create(&world, &world.admin, "phone").await.unwrap();
    for again in ["phone", "Phone", "/team/phone"] {
        let refused = refusal(create(&world, &world.admin, again).await);
        let text = "MFADevice entity at the same path and name already exists.";
        assert_eq!(refused, ("EntityAlreadyExists", text.into()), "{again}");
    }
    create(&world, &world.admin, &"n".repeat(128)).await.unwrap();
    for long in ["m".repeat(129), format!("/{}/m", "p".repeat(226))] {
        assert_eq!(refusal(create(&world, &world.admin, &long).await).0, "ValidationError");
    }
}

#[tokio::test]
async fn a_user_has_eight_devices_and_stays_until_they_are_gone() {
    let world = World::new().await;
    let keys = world.user("ann", Some(allow("iam:ListMFADevices"))).await;
    let mut phones = Vec::new();
    for number in 0..9 {
        phones.push(Phone::new(&world, &format!("phone-{number}")).await);
    }
    for phone in &phones[..8] {
        phone.enable(&world, &world.admin, "ann").await.unwrap();
    }
    let ninth = refusal(phones[8].enable(&world, &world.admin, "ann").await);
    assert_eq!(ninth, ("LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8".into()));
    let names: Vec<_> =
        devices_of(&world, &keys, None).await.into_iter().map(|one| one.serial_number).collect();
    let expected: Vec<_> = phones[..8].iter().map(|phone| phone.serial_number.clone()).collect();
    assert_eq!(names, expected);

    let summary = world.call::<GetAccountSummary>(&world.admin, GetAccountSummaryRequest {}).await.unwrap();
    let summary: BTreeMap<_, _> = summary.summary_map.unwrap();
    assert_eq!((summary["MFADevices"], summary["MFADevicesInUse"], summary["AccountMFAEnabled"]), (9, 8, 0));

    let unassigned = list(&world, Some(AssignmentStatusType::Unassigned)).await;
    assert_eq!((unassigned.len(), unassigned[0].user.is_none()), (1, true));
    let assigned = list(&world, Some(AssignmentStatusType::Assigned)).await;
    assert_eq!((assigned.len(), list(&world, None).await.len()), (8, 9));
    assert_eq!(assigned[0].user.as_ref().unwrap().user_name, "ann");
    assert_eq!(assigned[0].enable_date, Some(START));
    assert!(assigned[0].base32_string_seed.is_none() && assigned[0].qr_code_png.is_none());

    world
        .call::<DeleteAccessKey>(
            &world.admin,
            DeleteAccessKeyRequest { access_key_id: keys.id.clone(), user_name: Some("ann".into()) },
        )
        .await
        .unwrap();
    let delete = || DeleteUserRequest { user_name: "ann".into() };
    let conflict = refusal(world.call::<DeleteUser>(&world.admin, delete()).await);
    assert_eq!(conflict, ("DeleteConflict", "Cannot delete entity, must delete MFA device first.".into()));
}

#[tokio::test]
async fn the_root_has_devices_and_so_the_credential_report_says() {
    let world = World::new().await;
    world.user("ann", None).await;
    let root = world.root_keys().await;
    let phone = Phone::new(&world, "root-account-mfa-device").await;
    assert_eq!(refusal(phone.enable(&world, &world.admin, "root").await).0, "NoSuchEntity");
    phone.enable(&world, &root, "root").await.unwrap();
    assert_eq!(devices_of(&world, &root, None).await[0].user_name, "root");
    let listed = list(&world, Some(AssignmentStatusType::Assigned)).await;
    assert_eq!(listed[0].user.as_ref().unwrap().arn, format!("arn:aws:iam::{ACCOUNT}:root"));
    let summary = world.call::<GetAccountSummary>(&world.admin, GetAccountSummaryRequest {}).await.unwrap();
    assert_eq!(summary.summary_map.unwrap()["AccountMFAEnabled"], 1);

    world.call::<GenerateCredentialReport>(&world.admin, GenerateCredentialReportRequest {}).await.unwrap();
    let report =
        world.call::<GetCredentialReport>(&world.admin, GetCredentialReportRequest {}).await.unwrap();
    let report = String::from_utf8(report.content.unwrap()).unwrap();
    let active: BTreeMap<&str, &str> = report
        .lines()
        .map(|line| (line.split(',').next().unwrap(), line.split(',').nth(7).unwrap()))
        .collect();
    assert_eq!((active["<root_account>"], active["ann"]), ("true", "false"));
    assert!(report.lines().all(|line| line.split(',').count() == 22), "{report}");
}

#[tokio::test]
async fn seeds_and_codes_stay_out_of_the_records() {
    let world = World::new().await;
    world.user("ann", None).await;
    let phone = Phone::new(&world, "phone").await;
    phone.enable(&world, &world.admin, "ann").await.unwrap();
    let records = world.records();
    let last = records.last().unwrap();
    assert_eq!(last["eventName"], "EnableMFADevice");
    let text = records.iter().map(ToString::to_string).collect::<String>();
    for code in phone.codes(&world, -1) {
        assert!(!text.contains(&code), "{last}");
    }
    assert!(!text.contains("iVBORw0KGgo") && text.contains("CreateVirtualMFADevice"));
}

#[tokio::test]
async fn devices_have_tags() {
    let world = World::new().await;
    let phone = Phone::new(&world, "phone").await;
    let serial_number = || phone.serial_number.clone();
    let tag = |pairs: &[(&str, &str)]| TagMFADeviceRequest {
        serial_number: serial_number(),
        tags: tags(pairs).unwrap(),
    };
    world.call::<TagMFADevice>(&world.admin, tag(&[("Team", "a"), ("Cost", "b")])).await.unwrap();
    world.call::<TagMFADevice>(&world.admin, tag(&[("team", "c")])).await.unwrap();
    let untag = UntagMFADeviceRequest { serial_number: serial_number(), tag_keys: vec!["Cost".into()] };
    world.call::<UntagMFADevice>(&world.admin, untag).await.unwrap();
    let input = ListMFADeviceTagsRequest { serial_number: serial_number(), ..Default::default() };
    let listed = world.call::<ListMFADeviceTags>(&world.admin, input).await.unwrap().tags;
    let listed: Vec<_> = listed.iter().map(|tag| (tag.key.as_str(), tag.value.as_str())).collect();
    assert_eq!(listed, [("team", "c")]);
    // They decide who may do something with the device.
    let condition = json!({"Statement": {"Effect": "Allow", "Action": "iam:DeleteVirtualMFADevice", "Resource": "*",
        "Condition": {"StringEquals": {"aws:ResourceTag/team": "c"}}}});
    let ann = world.user("ann", Some(condition)).await;
    let other = Phone::new(&world, "other").await;
    let delete = |serial_number| DeleteVirtualMFADeviceRequest { serial_number };
    let refused = world.call::<DeleteVirtualMFADevice>(&ann, delete(other.serial_number)).await;
    assert_eq!(refusal(refused).0, "AccessDenied");
    world.call::<DeleteVirtualMFADevice>(&ann, delete(serial_number())).await.unwrap();
}

#[tokio::test]
async fn two_codes_that_were_typed_slowly_are_taken() {
    let world = World::new().await;
    world.user("ann", None).await;
    let phone = Phone::new(&world, "phone").await;
    let codes = phone.codes(&world, 0);
    world.clock.advance(STEP * 4);
    phone.enable_with(&world, &world.admin, "ann", codes).await.unwrap();
}

fn assume_with(phone: &Phone, code: String) -> AssumeRoleRequest {
    AssumeRoleRequest {
        serial_number: Some(phone.serial_number.clone()),
        token_code: Some(code.into()),
        ..assume(&role_arn("Careful"), "s1")
    }
}

/// `ann` with her phone, and a role that asks for a second factor of the last minute.
async fn careful(world: &World) -> (Keys, Phone) {
    let ann = world.user("ann", Some(allow("sts:AssumeRole"))).await;
    let phone = Phone::new(world, "ann").await;
    phone.enable(world, &world.admin, "ann").await.unwrap();
    let condition = json!({
        "Bool": {"aws:MultiFactorAuthPresent": "true"},
        "NumericLessThan": {"aws:MultiFactorAuthAge": "60"},
    });
    world.role("Careful", trust_if(&user_arn("ann"), condition), Some(allow("iam:GetUser"))).await;
    (ann, phone)
}

const WRONG: &str = "MultiFactorAuthentication failed with invalid MFA one time pass code.";

#[tokio::test]
async fn a_trust_policy_can_ask_for_a_second_factor() {
    let world = World::new().await;
    let (ann, phone) = careful(&world).await;
    let without = refusal(world.assume(&ann, assume(&role_arn("Careful"), "s1")).await);
    assert_eq!(without.0, "AccessDenied");
    assert!(without.1.contains("is not authorized to perform: sts:AssumeRole"), "{}", without.1);

    let good = phone.code(&world, 1);
    let session = world.assume(&ann, assume_with(&phone, good.clone())).await.unwrap();
    assert_eq!(refusal(world.assume(&ann, assume_with(&phone, good)).await), ("AccessDenied", WRONG.into()));
    // The session itself has none.
    let caller = world.authenticate(&session).await.unwrap();
    assert_eq!(caller.session.as_ref().unwrap().mfa_at, None);
    let text = world.records().iter().map(ToString::to_string).collect::<String>();
    assert!(text.contains(&phone.serial_number) && !text.contains(&phone.code(&world, 1)));
}

#[tokio::test]
async fn a_code_is_of_the_callers_own_device() {
    let world = World::new().await;
    let (ann, phone) = careful(&world).await;
    let unknown = "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is \
                   valid and associated with this user.";
    let admin = world.assume(&world.admin, assume_with(&phone, phone.code(&world, 1))).await;
    assert_eq!(refusal(admin), ("AccessDenied", unknown.into()));
    let other = Phone::new(&world, "other").await;
    let nobodys = world.assume(&ann, assume_with(&other, other.code(&world, 0))).await;
    assert_eq!(refusal(nobodys), ("AccessDenied", unknown.into()));
    let one = AssumeRoleRequest { token_code: None, ..assume_with(&phone, String::new()) };
    let both =
        "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.";
    assert_eq!(refusal(world.assume(&ann, one).await), ("AccessDenied", both.into()));
    // None of this has used it up.
    world.assume(&ann, assume_with(&phone, phone.code(&world, 1))).await.unwrap();
    phone.deactivate(&world, "ann").await.unwrap();
    world.clock.advance(STEP);
    let gone = world.assume(&ann, assume_with(&phone, phone.code(&world, 1))).await;
    assert_eq!(refusal(gone), ("AccessDenied", unknown.into()));
}

#[tokio::test]
async fn of_two_at_once_with_the_same_code_one_wins() {
    let world = World::new().await;
    let (ann, phone) = careful(&world).await;
    for round in 0..10 {
        let code = phone.code(&world, 1);
        let call = || world.assume(&ann, assume_with(&phone, code.clone()));
        let (one, two, three) = tokio::join!(call(), call(), call());
        let good = [one.is_ok(), two.is_ok(), three.is_ok()].into_iter().filter(|good| *good).count();
        assert_eq!(good, 1, "round {round}");
        world.clock.advance(STEP);
    }
}

#[tokio::test]
async fn wrong_codes_lock_a_device_also_across_restarts() {
    let world = World::new().await;
    let (ann, phone) = careful(&world).await;
    for _ in 0..5 {
        let refused = refusal(world.assume(&ann, assume_with(&phone, "000000".to_owned())).await);
        assert_eq!(refused, ("AccessDenied", WRONG.into()));
    }
    let restarted = service(&world.store);
    let good = assume_with(&phone, phone.code(&world, 1));
    let (code, text) = refusal(world.call_on::<aws_model::sts::AssumeRole>(&restarted, &ann, good).await);
    assert_eq!(code, "AccessDenied");
    assert!(
        text.starts_with("MultiFactorAuthentication failed: too many wrong codes. Wait until "),
        "{text}"
    );
    world.clock.advance(STEP * 2);
    world.assume(&ann, assume_with(&phone, phone.code(&world, 0))).await.unwrap();
}
