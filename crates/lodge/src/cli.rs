//! The command line.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use arn::AccountId;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use iam_policy::PolicyKind;

/// A self-hosted KMS, STS and IAM that speak AWS's wire protocols.
#[derive(Parser)]
#[command(name = "lodge", version, about, propagate_version = true, max_term_width = 110)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Start Lodge; the first start makes the data folder and an administrator
    Up(Box<Up>),
    /// Print the AWS_* variables that point the AWS CLI and SDKs at this Lodge
    Env(Env),
    /// Accounts of the organization
    #[command(subcommand)]
    Account(Account),
    /// Try out policies, and look through the stored ones
    #[command(subcommand)]
    Policy(Policy),
    /// The audit trail
    #[command(subcommand)]
    Trail(Trail),
    /// Tenants and their keys, on this Lodge or any other AWS-compatible KMS
    Tenants(Box<crate::tenants::arguments::Tenants>),
    /// Check a data folder and the machine it is on, and say what to mend
    Doctor(Doctor),
    /// Print a completion script: lodge completions bash > /etc/bash_completion.d/lodge
    Completions {
        /// For which shell
        shell: clap_complete::Shell,
    },
}

/// Which data folder.
#[derive(Args, Clone)]
pub struct Data {
    /// The data folder [default: lodge-data]
    #[arg(id = "data", long, env = "LODGE_DATA", value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    folder: Option<PathBuf>,
    /// File that holds the passphrase of the root key (asked for when needed and not given)
    #[arg(long, env = "LODGE_PASSPHRASE_FILE", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub passphrase_file: Option<PathBuf>,
}

impl Data {
    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.as_deref().unwrap_or(Path::new("lodge-data"))
    }

    /// Another default for the data folder.
    pub fn or_folder(self, folder: &str) -> Self {
        Self { folder: self.folder.or_else(|| Some(PathBuf::from(folder))), ..self }
    }
}

#[derive(Args)]
pub struct Up {
    #[command(flatten)]
    pub data: Data,
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, env = "LODGE_LISTEN", default_value = "127.0.0.1:8443", value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,
    /// Names and addresses that clients reach Lodge under, for its certificate, kept for later starts (localhost is always there)
    #[arg(long = "host", env = "LODGE_HOST", value_delimiter = ',', value_name = "NAME")]
    pub hosts: Vec<String>,
    /// Region that 'lodge env' names, kept for later starts [first start: us-east-1]; it and the regions of AWS are served
    #[arg(long, env = "LODGE_REGION", value_name = "REGION")]
    pub region: Option<arn::Region>,
    /// Protect the root key with a passphrase (first start only)
    #[arg(long)]
    pub passphrase: bool,
    /// Serve plain HTTP; only on a loopback address
    #[arg(long)]
    pub http: bool,
    /// Trust attestation documents under this root certificate (PEM) instead of AWS's own; for several, say it again
    #[arg(long, env = "LODGE_ATTESTATION_ROOT", value_delimiter = ',', value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub attestation_root: Vec<PathBuf>,
    /// Request quota of each account, kept for later starts: NAME=RATE in calls a second, NAME=unlimited, or for all of them
    /// aws, default or unlimited; for several, say it again (docs/quotas.md)
    #[arg(long = "quota", env = "LODGE_QUOTA", value_delimiter = ',', value_name = "QUOTA")]
    pub quotas: Vec<quotas::Setting>,
    /// The most connections from one address
    #[arg(long, env = "LODGE_CONNECTIONS_PER_ADDRESS", default_value_t = 1024, value_name = "COUNT")]
    pub connections_per_address: usize,
    /// Attach the PKCS#11 tokens that this JSON file names, for custom key stores (docs/custom-key-stores.md)
    #[arg(long, env = "LODGE_PKCS11", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub pkcs11: Option<PathBuf>,
    #[command(flatten)]
    pub xks: Xks,
    #[command(flatten)]
    pub tenants: TenantsApi,
    #[command(flatten)]
    pub oidc: Oidc,
    /// Bring accounts, users, roles and keys to the state that this JSON file describes
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub bootstrap: Option<PathBuf>,
    /// Set up two accounts, two tenants and their keys to try out, in the data folder lodge-demo unless --data is given
    #[arg(long)]
    pub demo: bool,
    /// Start although the store or the audit log was lost or put back from a backup without the other; what is missing stays missing
    #[arg(long)]
    pub accept_rollback: bool,
    /// Write endpoint, certificate authority and process id to this JSON file once ready
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub ready_file: Option<PathBuf>,
}

/// External key stores.
#[derive(Args)]
pub struct Xks {
    /// Let external key stores use this proxy: HOST, *.DOMAIN, or HOST=ADDRESS:PORT for one at a private address (docs/custom-key-stores.md)
    #[arg(long, env = "LODGE_XKS_PROXY", value_delimiter = ',', value_name = "HOST")]
    pub xks_proxy: Vec<String>,
    /// Trust certificates of these authorities for external key store proxies, instead of the system's (PEM)
    #[arg(long, env = "LODGE_XKS_CA", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub xks_ca: Option<PathBuf>,
    /// How long an external key store proxy may take to answer
    #[arg(long, env = "LODGE_XKS_TIMEOUT", default_value_t = 250, value_name = "MILLISECONDS", value_parser = clap::value_parser!(u64).range(1..=60_000))]
    pub xks_timeout: u64,
}

/// The tenants API.
#[derive(Args)]
pub struct TenantsApi {
    /// Serve the tenants API, which calls the KMS with this profile of the AWS CLI's configuration files (docs/tenants.md)
    #[arg(long, env = "LODGE_TENANTS_PROFILE", requires = "tenants_account", value_name = "NAME")]
    pub tenants_profile: Option<String>,
    /// The account whose policies decide who may use the tenants API
    #[arg(long, env = "LODGE_TENANTS_ACCOUNT", value_name = "ACCOUNT-ID")]
    pub tenants_account: Option<AccountId>,
    /// The role that may use tenants' keys
    #[arg(long, env = "LODGE_TENANTS_ROLE", default_value = "ServiceARole", value_name = "NAME")]
    pub tenants_role: String,
    /// Trust certificates of these authorities for the KMS of the tenants API, instead of the system's (PEM)
    #[arg(long, env = "LODGE_TENANTS_CA", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub tenants_ca: Option<PathBuf>,
}

/// Identity providers.
#[derive(Args)]
pub struct Oidc {
    /// Let accounts take tokens of the OpenID Connect provider at this host: HOST, *.DOMAIN, or HOST=ADDRESS:PORT for one at a private address (docs/web-identity.md)
    #[arg(long, env = "LODGE_OIDC_HOST", value_delimiter = ',', value_name = "HOST")]
    pub oidc_host: Vec<String>,
    /// Trust certificates of these authorities for identity providers, instead of the system's (PEM)
    #[arg(long, env = "LODGE_OIDC_CA", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub oidc_ca: Option<PathBuf>,
    /// The URL below which everybody reaches the issuers of web identity tokens, https://HOST or https://HOST/PATH, not to be changed later [default:
    /// where Lodge listens] (docs/web-identity.md)
    #[arg(long, env = "LODGE_ISSUER_URL", value_name = "URL")]
    pub issuer_url: Option<String>,
}

#[derive(Args)]
pub struct Env {
    #[command(flatten)]
    pub data: Data,
    /// For which shell to write
    #[arg(long, value_enum, default_value_t = Syntax::Sh)]
    pub shell: Syntax,
    /// JSON instead of shell commands
    #[arg(long)]
    pub json: bool,
}

/// How a shell sets variables.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Syntax {
    /// sh, bash, zsh, dash
    Sh,
    /// fish
    Fish,
    /// PowerShell
    Powershell,
}

#[derive(Subcommand)]
pub enum Account {
    /// Make an account in the organization of a running Lodge
    Create {
        /// The account's name
        name: String,
        /// The address of its owner; made up from the name when not given
        #[arg(long)]
        email: Option<String>,
        /// JSON instead of text
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: Data,
    },
    /// List the accounts of a running Lodge
    List {
        /// JSON instead of a table
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: Data,
    },
}

#[derive(Subcommand)]
pub enum Policy {
    /// Decide one case without a server: docs/policy-evaluate.md describes the file
    Evaluate {
        /// The case, as JSON; '-' reads standard input
        #[arg(value_hint = ValueHint::FilePath)]
        case: PathBuf,
        /// JSON instead of text
        #[arg(long)]
        json: bool,
        /// Fail unless the decision is this one, for checks in scripts
        #[arg(long, value_name = "DECISION", value_parser = ["Allow", "ImplicitDeny", "ExplicitDeny"])]
        expect: Option<String>,
    },
    /// Look for what is probably not meant in policies, or in all stored ones; fails when more than suggestions is found (docs/policies.md)
    Lint {
        /// Policies, as JSON; '-' reads standard input
        #[arg(value_hint = ValueHint::FilePath, required_unless_present = "stored")]
        files: Vec<PathBuf>,
        /// All policies in the data folder, with a check of whom they name
        #[arg(long, conflicts_with = "files")]
        stored: bool,
        /// What the policies are attached to
        #[arg(long, value_enum, default_value_t = PolicyType::Identity, conflicts_with = "stored")]
        kind: PolicyType,
        /// JSON instead of text
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: Data,
    },
    /// Rebuild the decision behind an audit record: which policies said what, what was missing, and what they would say today
    Explain {
        /// The event's id, as in 'lodge trail tail --json' and LookupEvents, or the request id of the answer
        event_id: String,
        /// JSON instead of text
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: Data,
    },
    /// List every account root, user and role that could do something, under the stored policies, and say why (docs/policies.md)
    WhoCan {
        /// The action, such as kms:Decrypt
        action: String,
        /// The ARN of the key, role or other resource; '*' for actions without one
        resource: String,
        /// A condition key of the call, such as kms:RequestAlias=alias/a; for several, say it again
        #[arg(long, value_name = "KEY=VALUE")]
        context: Vec<String>,
        /// JSON instead of text
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: Data,
    },
}

/// What a policy is attached to.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PolicyType {
    /// A user, group or role
    Identity,
    /// A user or role, as its permissions boundary
    Boundary,
    /// A session
    Session,
    /// A KMS key
    Key,
    /// A role, as its trust policy
    Trust,
    /// Another resource
    Resource,
    /// An organization: a service or resource control policy
    Organization,
}

impl PolicyType {
    /// The kind that the policy is parsed as.
    pub fn kind(self) -> PolicyKind {
        match self {
            Self::Identity => PolicyKind::Identity,
            Self::Boundary => PolicyKind::Boundary,
            Self::Session => PolicyKind::Session,
            Self::Key => PolicyKind::KeyPolicy,
            Self::Trust => PolicyKind::Trust,
            Self::Resource => PolicyKind::Resource,
            Self::Organization => PolicyKind::Organization,
        }
    }
}

#[derive(Subcommand)]
pub enum Trail {
    /// Check the audit log for edits, removals, reordering and truncation, offline
    Verify {
        #[command(flatten)]
        data: Data,
        /// Check a copy of the log in this folder instead of the data folder's
        #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
        folder: Option<PathBuf>,
        /// The log's public key, from a safe place (the data folder's root key is used when not given)
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        public_key: Option<PathBuf>,
        /// JSON instead of text
        #[arg(long)]
        json: bool,
    },
    /// Show the newest records
    Tail {
        #[command(flatten)]
        data: Data,
        /// How many records to begin with
        #[arg(short = 'n', long, default_value_t = 20, value_name = "COUNT")]
        lines: usize,
        /// Go on as records come in, until Ctrl-C
        #[arg(short, long)]
        follow: bool,
        /// One JSON record a line
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
pub struct Doctor {
    #[command(flatten)]
    pub data: Data,
    /// JSON instead of text
    #[arg(long)]
    pub json: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
