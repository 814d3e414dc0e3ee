//! `lodge up --demo`: the tenant-key walkthrough's world, and what to try in it.

use anyhow::{Context, Result, anyhow};
use arn::Region;
use aws_lc_rs::rand;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tenants::{Service, TenantId};

use crate::bootstrap::Bootstrap;
use crate::data_folder::{DataFolder, write_file};
use crate::env::quoted;
use crate::up::{Lodge, program};

const ACCOUNT_A: &str = "111122223333";
const ACCOUNT_B: &str = "444455556666";
const TENANTS: [&str; 2] = ["123", "456"];
/// The access key of Service B's computer, as two shell variables.
const CREDENTIALS_FILE: &str = "service-b.env";

/// Sets the world up (once; later starts keep it) and gives the text that tells what to try.
pub async fn set_up(folder: &DataFolder, lodge: &Lodge) -> Result<String> {
    let (id, secret) = service_b_key(folder)?;
    let world = Bootstrap::parse(&world(&lodge.settings.region, &id, &secret).to_string())
        .context("the demo's world is not well-formed")?;
    world.apply(&lodge.gate, &lodge.iam, &lodge.kms).await.context("the demo could not be set up")?;
    Ok(tour(folder))
}

/// The tenants' keys and roles, with the policies of the design that they come from: a key for each tenant, used by alias only,
/// through one role, whose sessions are narrowed to one tenant.
fn world(region: &Region, access_key_id: &str, secret_access_key: &str) -> Value {
    let service_b = format!("arn:aws:iam::{ACCOUNT_B}:role/ServiceBRole");
    let service_a = format!("arn:aws:iam::{ACCOUNT_A}:role/ServiceARole");
    let use_key = json!(["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]);
    let service = Service {
        partition: "aws".to_owned(),
        account: ACCOUNT_A.to_owned(),
        roles: vec!["ServiceARole".to_owned()],
    };
    let keys: Vec<Value> = TENANTS
        .iter()
        .filter_map(|tenant| tenant.parse::<TenantId>().ok())
        .map(|tenant| {
            json!({
                "region": region,
                "description": format!("Data of tenant {tenant}"),
                "aliases": [tenant.alias()],
                "tags": service.tags(&tenant),
                "policy": service.key_policy(&tenant),
                "rotation": true
            })
        })
        .collect();
    json!({ "accounts": [
        {
            "id": ACCOUNT_A,
            "name": "Service A: tenant keys",
            "roles": [
                {
                    "name": "KeyServiceRole",
                    "trustPolicy": trust(&format!("arn:aws:iam::{ACCOUNT_A}:root")),
                    "policies": { "AdministerKeys": allow(&json!(["kms:*", "cloudtrail:LookupEvents"])) }
                },
                {
                    "name": "ServiceARole",
                    "trustPolicy": trust(&service_b),
                    "policies": { "AllowKMSByAlias": {
                        "Version": "2012-10-17",
                        "Statement": [{
                            "Sid": "AllowKMSByAlias",
                            "Effect": "Allow",
                            "Action": use_key,
                            "Resource": "*",
                            "Condition": { "StringLike": { "kms:RequestAlias": "alias/customer-*" } }
                        }]
                    } }
                }
            ],
            "keys": keys
        },
        {
            "id": ACCOUNT_B,
            "name": "Service B: the application",
            "users": [{
                "name": "service-b",
                "accessKeys": [{ "id": access_key_id, "secret": secret_access_key }],
                "policies": { "BecomeServiceB": {
                    "Version": "2012-10-17",
                    "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": service_b }]
                } }
            }],
            "roles": [{
                "name": "ServiceBRole",
                "trustPolicy": trust(&format!("arn:aws:iam::{ACCOUNT_B}:user/service-b")),
                "policies": { "AssumeServiceARole": {
                    "Version": "2012-10-17",
                    "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": service_a }]
                } }
            }]
        }
    ] })
}

fn trust(principal: &str) -> Value {
    json!({
        "Version": "2012-10-17",
        "Statement": [{ "Effect": "Allow", "Principal": { "AWS": principal }, "Action": "sts:AssumeRole" }]
    })
}

fn allow(action: &Value) -> Value {
    json!({ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": action, "Resource": "*" }] })
}

/// The key that the demo's computer signs with, made at the first start.
fn service_b_key(folder: &DataFolder) -> Result<(String, String)> {
    let path = folder.path().join(CREDENTIALS_FILE);
    if path.exists() {
        let text = std::fs::read_to_string(&path)?;
        let value = |name: &str| {
            text.lines().find_map(|line| line.strip_prefix("export ")?.strip_prefix(name)?.strip_prefix('='))
        };
        let (id, secret) =
            value("AWS_ACCESS_KEY_ID").zip(value("AWS_SECRET_ACCESS_KEY")).with_context(|| {
                format!(
                    "{} is damaged; delete the folder {} to begin anew",
                    path.display(),
                    folder.path().display()
                )
            })?;
        return Ok((id.to_owned(), secret.to_owned()));
    }
    let mut bytes = [0; 30];
    rand::fill(&mut bytes).map_err(|_| anyhow!("the system gave no random bytes"))?;
    let id = "AKIALODGEDEMO0000SVB".to_owned();
    let secret = STANDARD.encode(bytes);
    let text = format!(
        "export AWS_ACCESS_KEY_ID={id}\nexport AWS_SECRET_ACCESS_KEY={secret}\nunset AWS_SESSION_TOKEN\n"
    );
    write_file(&path, text.as_bytes(), 0o600)?;
    Ok((id, secret))
}

fn tour(folder: &DataFolder) -> String {
    let data = quoted(folder.path());
    let credentials = quoted(&folder.path().join(CREDENTIALS_FILE));
    let lodge = program();
    format!(
        r#"The demo: account A ({ACCOUNT_A}) keeps one key for each tenant, 123 and 456. Service B in account B ({ACCOUNT_B})
uses them only through ServiceARole, in a session that is narrowed to one tenant. In another terminal, with the AWS CLI:

  eval "$({lodge} env --data {data})"; . {credentials}
  assume() {{
    role="$1" session="$2"; shift 2
    keys=$(aws sts assume-role --role-arn "$role" --role-session-name "$session" "$@" --output text --query Credentials) || return
    export AWS_ACCESS_KEY_ID=$(printf %s "$keys" | cut -f1) AWS_SECRET_ACCESS_KEY=$(printf %s "$keys" | cut -f3) \
      AWS_SESSION_TOKEN=$(printf %s "$keys" | cut -f4)
  }}
  assume arn:aws:iam::{ACCOUNT_B}:role/ServiceBRole service-b
  assume arn:aws:iam::{ACCOUNT_A}:role/ServiceARole Tenant123Session --policy '{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow",
    "Action":["kms:Encrypt","kms:Decrypt","kms:GenerateDataKey*"],"Resource":"*",
    "Condition":{{"StringEquals":{{"kms:RequestAlias":"alias/customer-123"}}}}}}]}}'

  aws kms encrypt --key-id alias/customer-123 --plaintext "$(printf 'secret of tenant 123' | base64)"    # works
  aws kms encrypt --key-id alias/customer-456 --plaintext "$(printf 'secret of tenant 456' | base64)"    # AccessDenied
  {lodge} trail tail -n 2 --data {data}    # and why

examples/tenant-vault is a service that works this way, with a login and DynamoDB."#
    )
}
