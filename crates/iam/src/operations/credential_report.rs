//! GenerateCredentialReport and GetCredentialReport.
//!
//! Source: IAM User Guide, "Generate credential reports for your AWS account".

use std::time::Duration;

use arn::AccountId;
use aws_model::iam;
use clock::Timestamp;
use store::{Page, Tx};

use super::on_account::on_account;
use crate::Error;
use crate::last_uses::LastUses;
use crate::records::{
    AccessKey, Account, CredentialReport, Entity, LoginProfile, MfaDevice, Owner, PasswordPolicy,
    SigningCertificate, Status, User,
};

on_account! {
    Change GenerateCredentialReport;
    |call| {
        let before: Option<CredentialReport> = call.tx.get(&call.found).await?;
        if before.is_some_and(|report| report.is_fresh(call.now)) {
            let (state, description) = (Some(iam::ReportStateType::Complete), None);
            return Ok(iam::GenerateCredentialReportResponse { state, description });
        }
        let content = written(&call.iam.last_uses, call.tx, call.found).await?;
        call.tx.put(&CredentialReport { account: call.found, generated: call.now, content }).await?;
        Ok(iam::GenerateCredentialReportResponse {
            state: Some(iam::ReportStateType::Started),
            description: Some("No report exists. Starting a new report generation task".to_owned()),
        })
    }

    Read GetCredentialReport;
    |call| {
        let report: CredentialReport = call.tx.get(&call.found).await?.ok_or(Error::NoReport)?;
        if !report.is_fresh(call.now) {
            return Err(Error::ReportExpired);
        }
        Ok(iam::GetCredentialReportResponse {
            content: Some(report.content.into_bytes()),
            generated_time: Some(report.generated),
            report_format: Some(iam::ReportFormatType::TextCsv),
        })
    }
}

const COLUMNS: &str = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,\
    password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,\
    access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,\
    access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,\
    cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

/// The report: the account's root, then its users by name. No field can hold a comma or a quote: names and paths have neither.
async fn written(last_uses: &LastUses, tx: &mut Tx, account: AccountId) -> Result<String, Error> {
    let mut report = COLUMNS.to_owned();
    let root: Option<Account> = tx.get(&account).await?;
    let joined = root.map_or_else(|| "N/A".to_owned(), |account| date(account.joined));
    let owner = Owner::Root { account };
    let credentials = credential_columns(last_uses, tx, &owner).await?;
    let password = "not_supported,no_information,not_supported,not_supported";
    report.push_str(&row("<root_account>", &account.root_arn(), &joined, password, &credentials));
    let policy: Option<PasswordPolicy> = tx.get(&account).await?;
    for user in User::list(tx, account, Page::all()).await?.items {
        let owner = user.owner();
        let credentials = credential_columns(last_uses, tx, &owner).await?;
        let profile: Option<LoginProfile> = tx.get(&user.user_id).await?;
        let password = profile.map_or_else(
            || "false,N/A,N/A,N/A".to_owned(),
            |profile| password_columns(&profile, policy.as_ref()),
        );
        report.push_str(&row(&user.name, &user.arn(), &date(user.created), &password, &credentials));
    }
    Ok(report)
}

fn row(name: &str, arn: &str, created: &str, password: &str, credentials: &str) -> String {
    format!("\n{name},{arn},{created},{password},{credentials}")
}

/// The columns of a password. Nobody signs in with one yet.
fn password_columns(profile: &LoginProfile, policy: Option<&PasswordPolicy>) -> String {
    let days = policy.and_then(|policy| policy.max_age);
    let next = days.map(|days| profile.changed.plus(DAY.saturating_mul(days)));
    let next = next.map_or_else(|| "not_supported".to_owned(), date);
    format!("true,no_information,{},{next}", date(profile.changed))
}

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The columns of second factors, of both access keys and both signing certificates, the older ones first.
async fn credential_columns(last_uses: &LastUses, tx: &mut Tx, owner: &Owner) -> Result<String, Error> {
    let mut keys = AccessKey::list(tx, owner).await?;
    keys.sort_by_key(|key| key.created);
    let mut columns = vec![(!MfaDevice::of(tx, owner).await?.is_empty()).to_string()];
    for key in keys {
        let last = last_uses.of(tx, &key.access_key_id).await?;
        let last = last.map_or_else(
            || "N/A,N/A,N/A".to_owned(),
            |last| format!("{},{},{}", date(last.at), last.region, last.service),
        );
        columns.push(format!("{},{},{last}", key.status == Status::Active, date(key.created)));
    }
    columns.resize(1 + AccessKey::MAX_PER_OWNER, "false,N/A,N/A,N/A,N/A".to_owned());
    let mut certificates = SigningCertificate::list(tx, owner).await?;
    certificates.sort_by_key(|certificate| certificate.uploaded);
    let column =
        |one: &SigningCertificate| format!("{},{}", one.status == Status::Active, date(one.uploaded));
    columns.extend(certificates.iter().map(column));
    columns.resize(1 + AccessKey::MAX_PER_OWNER + SigningCertificate::MAX_PER_OWNER, "false,N/A".to_owned());
    Ok(columns.join(","))
}

fn date(at: Timestamp) -> String {
    let text = at.to_iso8601();
    format!("{}+00:00", text.strip_suffix('Z').unwrap_or(&text))
}
