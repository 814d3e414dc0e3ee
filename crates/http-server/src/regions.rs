use arn::Region;
use aws_model::Service;

/// The regions that are served.
///
/// An invented region would be a place that nobody looks at: keys there have quotas of their own, and `LookupEvents` shows one region at a time.
#[derive(Debug, Clone)]
pub struct Regions {
    served: Vec<Region>,
}

/// The region that signs, records and decides for services that have no region. Source: AWS General Reference, "IAM endpoints and quotas".
const GLOBAL: &str = "us-east-1";

/// The regions of the partition `aws`. Source: AWS General Reference, "AWS regional endpoints".
const OF_AWS: &[&str] = &[
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-central-1",
    "ca-west-1",
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "mx-central-1",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
];

impl Default for Regions {
    /// The regions of AWS.
    fn default() -> Self {
        Self { served: OF_AWS.iter().filter_map(|name| name.parse().ok()).collect() }
    }
}

impl Regions {
    /// Serves this region too.
    #[must_use]
    pub fn and(mut self, region: Region) -> Self {
        if !self.served.contains(&region) {
            self.served.push(region);
        }
        self
    }

    /// All of them.
    pub fn served(&self) -> &[Region] {
        &self.served
    }

    /// The region that a call of `service`, signed for `scope`, belongs to; `None` when that is not served.
    ///
    /// Services without a region take signatures for any served region and belong to one.
    pub fn of_call(&self, service: &Service, scope: &str) -> Option<Region> {
        let served = self.served.iter().find(|region| region.as_str() == scope)?;
        match service.id {
            "iam" | "organizations" => GLOBAL.parse().ok(),
            _ => Some(served.clone()),
        }
    }

    /// The region that a call without a signature belongs to: the one that a host name such as `sts.eu-west-1.example` names, else the one of
    /// services that have none.
    pub fn of_unsigned(&self, host: Option<&str>) -> Option<Region> {
        let named = host.and_then(|host| host.split('.').nth(1));
        let served = self.served.iter().find(|region| Some(region.as_str()) == named);
        served.cloned().or_else(|| GLOBAL.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_belong_to_served_regions_and_global_services_to_one() {
        let regions = Regions::default().and("on-premises-1".parse().unwrap());
        assert_eq!(regions.served.len(), OF_AWS.len() + 1, "every name in the table is a region's");
        let of = |service, scope| regions.of_call(service, scope).map(|region| region.to_string());
        assert_eq!(of(&aws_model::kms::SERVICE, "eu-west-1").as_deref(), Some("eu-west-1"));
        assert_eq!(of(&aws_model::kms::SERVICE, "on-premises-1").as_deref(), Some("on-premises-1"));
        assert_eq!(of(&aws_model::iam::SERVICE, "eu-west-1").as_deref(), Some("us-east-1"));
        assert_eq!(of(&aws_model::kms::SERVICE, "mx-hidden-7"), None);
        assert_eq!(of(&aws_model::iam::SERVICE, "mx-hidden-7"), None);
        let unsigned = |host| regions.of_unsigned(host).map(|region| region.to_string());
        assert_eq!(unsigned(Some("sts.eu-west-1.example:8443")).as_deref(), Some("eu-west-1"));
        for host in [None, Some("localhost:8443"), Some("sts.mx-hidden-7.example"), Some("127.0.0.1")] {
            assert_eq!(unsigned(host).as_deref(), Some("us-east-1"));
        }
    }
}
