//! The command line of `lodge tenants`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};
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
    },
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
}
