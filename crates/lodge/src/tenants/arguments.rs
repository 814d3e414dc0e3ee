//! The command line of `lodge tenants`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};
use tenants::TenantId;

#[derive(Args)]
pub struct Tenants {
    #[command(flatten)]
    pub endpoint: Endpoint,
    /// JSON instead of text
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

/// Where the keys are. As with the AWS CLI, what is not said here comes from the AWS_* variables and the profile.
#[derive(Args)]
pub struct Endpoint {
    /// The endpoint of KMS, STS, IAM and CloudTrail; 'lodge env' sets it for this Lodge
    #[arg(long, global = true, value_name = "URL", value_hint = ValueHint::Url)]
    pub endpoint_url: Option<String>,
    /// The region of the keys
    #[arg(long, global = true, value_name = "REGION")]
    pub region: Option<String>,
    /// The profile of the AWS CLI's configuration files
    #[arg(long, global = true, value_name = "NAME")]
    pub profile: Option<String>,
    /// Trust these certificate authorities instead of the system's (PEM)
    #[arg(long, global = true, env = "AWS_CA_BUNDLE", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub ca_bundle: Option<PathBuf>,
    /// The role that may use tenants' keys
    #[arg(
        long,
        global = true,
        env = "LODGE_TENANTS_ROLE",
        default_value = "ServiceARole",
        value_name = "NAME"
    )]
    pub role: String,
    /// How many tenants are worked on at the same time
    #[arg(long, global = true, default_value_t = 16, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub concurrency: u16,
}

#[derive(Subcommand)]
pub enum Command {
    /// Make tenants live: key, policy, tag, rotation and alias; may be said again after any failure
    Onboard(Onboard),
    /// List all tenants
    List {
        /// Only tenants of this status
        #[arg(long, value_name = "STATUS", value_parser = ["active", "suspended", "waiting for material", "unfinished", "offboarding", "unavailable"])]
        status: Option<String>,
    },
    /// Show everything about one tenant
    Show {
        /// The tenant's id
        id: TenantId,
    },
    /// Stop everything of a tenant: disable its key
    Suspend {
        /// The tenant's id
        id: TenantId,
        /// Why, kept in a tag of the key
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// End a suspension
    Resume {
        /// The tenant's id
        id: TenantId,
    },
    /// Remove a tenant's alias and schedule the deletion of its key
    Offboard {
        /// The tenant's id
        id: TenantId,
        /// Days until the key is deleted; until then 'cancel-offboarding' brings the tenant back
        #[arg(long, default_value_t = 30, value_name = "DAYS", value_parser = clap::value_parser!(i32).range(7..=30))]
        days: i32,
    },
    /// Bring a tenant back whose key is not deleted yet
    CancelOffboarding {
        /// The tenant's id
        id: TenantId,
    },
    /// Compare tenants with what they should be; exits with 3 when they differ
    Drift {
        /// Only this tenant
        id: Option<TenantId>,
        /// Mend what needs no decision, and say what was done
        #[arg(long)]
        fix: bool,
        /// Revoke grants too: nobody may use a key in another way than its policy says
        #[arg(long, requires = "fix")]
        revoke_grants: bool,
    },
    /// Get what a tenant wraps its own key with, into two files; good for a day
    ImportParameters {
        /// The tenant's id
        id: TenantId,
        /// How the tenant wraps its key
        #[arg(long, default_value = "RSAES_OAEP_SHA_256", value_name = "ALGORITHM", value_parser = ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256"])]
        algorithm: String,
        /// What it wraps with
        #[arg(long, default_value = "RSA_4096", value_name = "SPEC", value_parser = ["RSA_2048", "RSA_3072", "RSA_4096"])]
        key_spec: String,
        /// The folder of the files
        #[arg(long, default_value = ".", value_name = "FOLDER", value_hint = ValueHint::DirPath)]
        out: PathBuf,
    },
    /// Take a tenant's own key, wrapped
    Import {
        /// The tenant's id
        id: TenantId,
        /// The wrapped key
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        material: PathBuf,
        /// The token that came with the wrapping key
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        token: PathBuf,
        /// When the KMS forgets the key again: 2027-01-31 or 2027-01-31T12:00:00Z
        #[arg(long, value_name = "TIME")]
        expires: Option<String>,
    },
    /// Write a signed certificate that a tenant's key was destroyed
    Certificate {
        /// The tenant's id
        id: TenantId,
        /// The key that was destroyed, where the trail no longer says which one it was
        #[arg(long, value_name = "ARN")]
        key: Option<String>,
    },
    /// Check a certificate of erasure, without any connection
    VerifyCertificate {
        /// The certificate
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// The public key that it must be signed with, from a safe place (PEM)
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        public_key: Option<PathBuf>,
    },
    /// Compare what tenants' keys cost with one key for each tenant and service
    Cost {
        /// How many services use tenants' keys
        #[arg(long, default_value_t = 5, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=1000))]
        services: u32,
        /// Requests of all of them in a month
        #[arg(long, default_value_t = 0, value_name = "COUNT")]
        requests: u64,
        #[command(flatten)]
        plot: Plot,
    },
    /// Count calls per tenant, service and operation, from the audit trail
    Usage {
        /// Only this tenant
        id: Option<TenantId>,
        /// From this time on: 2027-01-31 or 2027-01-31T12:00:00Z [default: as far back as the trail reaches]
        #[arg(long, value_name = "TIME")]
        since: Option<String>,
        /// Up to this time [default: now]
        #[arg(long, value_name = "TIME")]
        until: Option<String>,
        /// What is counted together
        #[arg(long, value_enum, default_value_t = By::Day)]
        by: By,
        #[command(flatten)]
        plot: Plot,
    },
    /// Write the roles and trust policies of the services that use tenants' keys
    Roles(Roles),
}

/// Where a plot goes.
#[derive(Args)]
pub struct Plot {
    /// Write the plot to this SVG file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub svg: Option<PathBuf>,
}

/// What is counted together over time.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Each hour
    Hour,
    /// Each day
    Day,
    /// The whole time
    Total,
}

#[derive(Args)]
pub struct Roles {
    /// The services, each with its account if it is another: billing search=777788889999. Each has roles of its own, and can only use tenants' keys
    /// with service=NAME in the encryption context. None: one service that is not told from others
    #[arg(long, num_args = 1.., value_name = "NAME[=ACCOUNT]")]
    pub services: Vec<String>,
    /// The account of the keys [default with --apply: the caller's]
    #[arg(long, value_name = "ACCOUNT-ID", required_unless_present = "apply")]
    pub account_a: Option<String>,
    /// The account of services that name none
    #[arg(long, value_name = "ACCOUNT-ID", required_unless_present = "web_identity")]
    pub account_b: Option<String>,
    /// Who may take a ServiceBRole: a service of AWS, an account or an ARN
    #[arg(long, default_value = "lambda.amazonaws.com", value_name = "PRINCIPAL")]
    pub compute: String,
    /// Let sessions come from tokens of this OpenID Connect provider, whose tenant tag names the tenant, instead of from ServiceBRole
    #[arg(long, value_name = "PROVIDER")]
    pub web_identity: Option<String>,
    /// The audience of these tokens [default: the service's name, or sts.amazonaws.com]
    #[arg(long, requires = "web_identity", value_name = "TEXT")]
    pub audience: Option<String>,
    /// A Terraform module instead of JSON
    #[arg(long, conflicts_with = "apply")]
    pub terraform: bool,
    /// Make the roles of the caller's account, or change them to this
    #[arg(long)]
    pub apply: bool,
    /// The partition of the accounts
    #[arg(long, default_value = "aws", value_name = "NAME")]
    pub partition: String,
}

#[derive(Args)]
pub struct Onboard {
    /// The tenant's id
    #[arg(required_unless_present = "from", conflicts_with = "from")]
    pub id: Option<TenantId>,
    /// Onboard the tenants of a file: CSV with a line of names, or JSON lines; '-' reads standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub from: Option<PathBuf>,
    /// Write the rows that failed to this file, in the form in which they were read [default: FILE.failed]
    #[arg(long, requires = "from", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub failed: Option<PathBuf>,
    /// Begin with a new key although an earlier one of the tenant is on its way out
    #[arg(long, conflicts_with = "from")]
    pub anew: bool,
    /// The tenant brings its own key: writes what it is wrapped with, as 'import-parameters' does
    #[arg(long, conflicts_with_all = ["from", "key_store"])]
    pub byok: bool,
    /// The folder for what --byok writes
    #[arg(long, requires = "byok", default_value = ".", value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub out: PathBuf,
    /// The tenant's key is in this custom key store
    #[arg(long, conflicts_with = "from", value_name = "ID")]
    pub key_store: Option<String>,
    /// The id of the tenant's key in its own external key manager
    #[arg(long, requires = "key_store", value_name = "ID")]
    pub xks_key: Option<String>,
}
