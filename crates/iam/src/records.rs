//! What is kept in the store. The JSON forms are persistent: add fields with `#[serde(default)]`, never rename.

mod access_key;
mod access_report;
mod account;
mod control_policy;
mod entity;
mod group;
mod instance_profile;
mod last_use;
mod login_profile;
mod managed_policy;
mod mfa_device;
mod oidc_provider;
mod organization_tree;
mod role;
mod saml_provider;
mod server_certificate;
mod service_specific_credential;
mod signing_certificate;
mod ssh_public_key;
mod token_issuer;
mod user;

pub(crate) use access_key::{AccessKey, Owner, Status};
pub(crate) use access_report::{
    AccessReport, ActionUse, EntityUse, ReportFailure, ReportScope, ServiceUse, UseBy,
};
pub(crate) use account::{
    Account, AccountAlias, AccountCreation, AccountSummary, Counted, Creation, CredentialReport,
    Organization, RootFeature, enabled_from_the_start,
};
pub(crate) use control_policy::{Attachments, ControlPolicy, ControlType, OwnControlPolicy};
pub(crate) use entity::{Entity, Identity, Taggable, Usage, after, count_boundary};
pub(crate) use group::Group;
pub(crate) use instance_profile::InstanceProfile;
pub(crate) use last_use::LastUse;
pub(crate) use login_profile::{LoginProfile, PasswordPolicy};
pub(crate) use managed_policy::{ManagedPolicy, PolicyKey, PolicyUsage, PolicyVersion};
pub(crate) use mfa_device::{Assigned, MfaDevice};
pub(crate) use oidc_provider::{OidcProvider, issuer_of};
pub(crate) use organization_tree::{MAX_UNITS, Node, OrganizationalUnit};
pub(crate) use role::Role;
pub(crate) use saml_provider::SamlProvider;
pub(crate) use server_certificate::ServerCertificate;
pub(crate) use service_specific_credential::{ServiceSpecificCredential, SpecificService};
pub(crate) use signing_certificate::SigningCertificate;
pub(crate) use ssh_public_key::StoredSshPublicKey;
pub(crate) use token_issuer::{IssuerKey, TokenAlgorithm, TokenIssuer};
pub(crate) use user::User;
