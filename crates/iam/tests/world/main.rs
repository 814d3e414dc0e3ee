//! IAM, STS and Organizations behind a real gate.

#[cfg(test)]
mod access_advisor;
#[cfg(test)]
mod account;
#[cfg(test)]
mod accounts;
#[cfg(test)]
mod assume_role;
#[cfg(test)]
mod boundaries;
#[cfg(test)]
mod certificates;
#[cfg(test)]
mod every_operation;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod instance_profiles;
#[cfg(test)]
mod managed_policies;
#[cfg(test)]
mod mfa_devices;
#[cfg(test)]
mod oidc_providers;
#[cfg(test)]
mod organizations;
#[cfg(test)]
mod page;
#[cfg(test)]
mod passwords;
#[cfg(test)]
mod principals;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod root_sessions;
#[cfg(test)]
mod saml;
#[cfg(test)]
mod seeding;
#[cfg(test)]
mod service_specific_credentials;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod ssh_public_keys;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tagging;
#[cfg(test)]
mod temporary_credentials;
#[cfg(test)]
mod users;
#[cfg(test)]
mod web_identity;
#[cfg(test)]
mod web_identity_tokens;
