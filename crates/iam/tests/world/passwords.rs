//! Passwords of users, and what accounts ask of them.

use crate::support::*;
use aws_model::iam::*;
use gate::Fault;
use secret::SecretString;

const GOOD: &str = "correct Horse battery 9";

async fn create(world: &World, user: &str, password: &str) -> Result<LoginProfile, Fault> {
    let input = CreateLoginProfileRequest {
        password: Some(SecretString::new(password.into())),
        password_reset_required: Some(true),
        user_name: Some(user.into()),
    };
    Ok(world.call::<CreateLoginProfile>(&world.admin, input).await?.login_profile)
}

async fn set(world: &World, user: &str, password: &str) -> Result<(), Fault> {
    let input = UpdateLoginProfileRequest {
        password: Some(SecretString::new(password.into())),
        password_reset_required: None,
        user_name: user.into(),
    };
    world.call::<UpdateLoginProfile>(&world.admin, input).await.map(drop)
}

async fn change(world: &World, keys: &Keys, old: &str, new: &str) -> Result<(), Fault> {
    let input = ChangePasswordRequest {
        new_password: SecretString::new(new.into()),
        old_password: SecretString::new(old.into()),
    };
    world.call::<ChangePassword>(keys, input).await.map(drop)
}

async fn ask(world: &World, policy: UpdateAccountPasswordPolicyRequest) {
    world.call::<UpdateAccountPasswordPolicy>(&world.admin, policy).await.unwrap();
}

#[tokio::test]
async fn a_password_is_made_shown_set_and_deleted() {
    let world = World::new().await;
    world.user("ann", None).await;
    let get = || GetLoginProfileRequest { user_name: Some("ann".into()) };
    let none = ("NoSuchEntity", "Login Profile for User ann cannot be found.".to_owned());
    assert_eq!(refusal(world.call::<GetLoginProfile>(&world.admin, get()).await), none);
    let made = create(&world, "ann", GOOD).await.unwrap();
    assert_eq!((made.user_name.as_str(), made.password_reset_required), ("ann", Some(true)));
    let shown = world.call::<GetLoginProfile>(&world.admin, get()).await.unwrap().login_profile;
    assert_eq!((shown.user_name.as_str(), shown.create_date), ("ann", START));
    let again = refusal(create(&world, "ann", GOOD).await);
    assert_eq!(again, ("EntityAlreadyExists", "Login Profile for user ann already exists.".into()));
    assert_eq!(refusal(create(&world, "bob", GOOD).await).0, "NoSuchEntity");
    let unsaid = UpdateLoginProfileRequest {
        password: None,
        password_reset_required: Some(false),
        user_name: "ann".into(),
    };
    world.call::<UpdateLoginProfile>(&world.admin, unsaid).await.unwrap();
    let shown = world.call::<GetLoginProfile>(&world.admin, get()).await.unwrap().login_profile;
    assert_eq!(shown.password_reset_required, Some(false));
    // A user with a password is not deleted.
    let key = world.call::<ListAccessKeys>(
        &world.admin,
        ListAccessKeysRequest { user_name: Some("ann".into()), ..Default::default() },
    );
    let access_key_id = key.await.unwrap().access_key_metadata.remove(0).access_key_id.unwrap();
    let input = DeleteAccessKeyRequest { access_key_id, user_name: Some("ann".into()) };
    world.call::<DeleteAccessKey>(&world.admin, input).await.unwrap();
    let delete_user = || DeleteUserRequest { user_name: "ann".into() };
    let refused = refusal(world.call::<DeleteUser>(&world.admin, delete_user()).await);
    assert_eq!(refused, ("DeleteConflict", "Cannot delete entity, must delete login profile first.".into()));
    let delete = || DeleteLoginProfileRequest { user_name: Some("ann".into()) };
    world.call::<DeleteLoginProfile>(&world.admin, delete()).await.unwrap();
    assert_eq!(refusal(world.call::<DeleteLoginProfile>(&world.admin, delete()).await), none);
    assert_eq!(refusal(set(&world, "ann", GOOD).await), none);
    world.call::<DeleteUser>(&world.admin, delete_user()).await.unwrap();
}

#[tokio::test]
async fn users_change_their_own_password_and_know_the_old_one() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    create(&world, "ann", GOOD).await.unwrap();
    assert_eq!(refusal(change(&world, &ann, GOOD, "other Horse 9").await).0, "AccessDenied");
    // The account can let its users change their passwords, and a Deny still counts.
    let letting = UpdateAccountPasswordPolicyRequest {
        allow_users_to_change_password: Some(true),
        ..Default::default()
    };
    ask(&world, letting).await;
    let wrong = refusal(change(&world, &ann, "wrong", "other Horse 9").await);
    assert_eq!(wrong, ("AccessDenied", "The old password was incorrect.".into()));
    change(&world, &ann, GOOD, "other Horse 9").await.unwrap();
    assert_eq!(refusal(change(&world, &ann, GOOD, "third Horse 9").await).0, "AccessDenied");
    let get = GetLoginProfileRequest { user_name: Some("ann".into()) };
    let shown = world.call::<GetLoginProfile>(&world.admin, get).await.unwrap().login_profile;
    assert_eq!(shown.password_reset_required, Some(false));
    let mut forbidding = allow("iam:ChangePassword");
    forbidding["Statement"][0]["Effect"] = "Deny".into();
    world.put_user_policy("ann", "p", forbidding).await;
    let denied = refusal(change(&world, &ann, "other Horse 9", "third Horse 9").await);
    assert!(denied.1.contains("explicit deny"), "{}", denied.1);
    let root = world.root_keys().await;
    assert_eq!(refusal(change(&world, &root, GOOD, GOOD).await).0, "InvalidUserType");
    let text = serde_json::to_string(&world.records()).unwrap();
    assert!(!text.contains("Horse"));
}

#[tokio::test]
async fn an_account_without_a_policy_asks_for_the_default() {
    let world = World::new().await;
    world.user("ann", None).await;
    for (password, why) in [
        ("Short 1", "minimum length of 8"),
        ("alllowercase", "three of"),
        ("lower and spaces", "three of"),
        ("LowerUpper", "three of"),
    ] {
        let (code, text) = refusal(create(&world, "ann", password).await);
        assert_eq!(code, "PasswordPolicyViolation");
        assert!(text.contains(why) && !text.contains(password), "{text}");
    }
    create(&world, "ann", "LowerUpper_").await.unwrap();
    let get = || GetAccountPasswordPolicyRequest {};
    let text = format!("The Password Policy with domain name {ACCOUNT} cannot be found.");
    let missing = refusal(world.call::<GetAccountPasswordPolicy>(&world.admin, get()).await);
    assert_eq!(missing, ("NoSuchEntity", text));
    let delete = || DeleteAccountPasswordPolicyRequest {};
    let missing = refusal(world.call::<DeleteAccountPasswordPolicy>(&world.admin, delete()).await);
    assert_eq!(missing.0, "NoSuchEntity");
    ask(&world, UpdateAccountPasswordPolicyRequest::default()).await;
    let shown = world.call::<GetAccountPasswordPolicy>(&world.admin, get()).await.unwrap().password_policy;
    assert_eq!((shown.minimum_password_length, shown.expire_passwords), (Some(6), Some(false)));
    set(&world, "ann", "simple").await.unwrap();
    world.call::<DeleteAccountPasswordPolicy>(&world.admin, delete()).await.unwrap();
    assert_eq!(refusal(set(&world, "ann", "simple").await).0, "PasswordPolicyViolation");
}

#[tokio::test]
async fn an_accounts_policy_is_enforced() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("iam:ChangePassword"))).await;
    create(&world, "ann", GOOD).await.unwrap();
    let policy = UpdateAccountPasswordPolicyRequest {
        minimum_password_length: Some(10),
        require_symbols: Some(true),
        require_numbers: Some(true),
        require_uppercase_characters: Some(true),
        require_lowercase_characters: Some(true),
        max_password_age: Some(30),
        password_reuse_prevention: Some(2),
        ..Default::default()
    };
    ask(&world, policy).await;
    for (password, why) in [
        ("Shrt-1", "minimum length of 10"),
        ("lowercase-1", "uppercase"),
        ("UPPERCASE-1", "lowercase"),
        ("Lowercase-x", "number"),
        ("Lowercase1x", "symbol"),
    ] {
        let (code, text) = refusal(change(&world, &ann, GOOD, password).await);
        assert_eq!(code, "PasswordPolicyViolation");
        assert!(text.contains(why), "{text}");
    }
    // The last two passwords are not taken again, the one before them is.
    change(&world, &ann, GOOD, "Password-one-1").await.unwrap();
    for again in ["Password-one-1", "Password-one-1"] {
        assert_eq!(refusal(set(&world, "ann", again).await).0, "PasswordPolicyViolation");
    }
    set(&world, "ann", "Password-two-2").await.unwrap();
    assert_eq!(refusal(set(&world, "ann", "Password-one-1").await).0, "PasswordPolicyViolation");
    change(&world, &ann, "Password-two-2", "Password-three-3").await.unwrap();
    change(&world, &ann, "Password-three-3", "Password-one-1").await.unwrap();
    world.call::<GenerateCredentialReport>(&world.admin, GenerateCredentialReportRequest {}).await.unwrap();
    let report =
        world.call::<GetCredentialReport>(&world.admin, GetCredentialReportRequest {}).await.unwrap();
    let report = String::from_utf8(report.content.unwrap()).unwrap();
    let line = report.lines().find(|line| line.starts_with("ann,")).unwrap();
    let (set, next) = (START.to_iso8601(), START.plus(30 * 24 * HOUR).to_iso8601());
    let date = |text: &str| text.replace('Z', "+00:00");
    assert!(line.contains(&format!(",true,no_information,{},{},", date(&set), date(&next))), "{line}");
}
