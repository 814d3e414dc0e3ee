use std::collections::HashMap;
use std::sync::Arc;

use aws_model::{Protocol, Service};
use gate::Endpoint;

/// Two endpoints claim the same operation: a mistake in the program's wiring.
#[derive(Debug, thiserror::Error)]
#[error("two endpoints claim {service}:{operation}")]
pub struct DuplicateOperation {
    service: &'static str,
    operation: &'static str,
}

/// All operations, by service.
pub(crate) struct Routes {
    services: Vec<Served>,
}

/// A service that has endpoints here.
pub(crate) struct Served {
    pub(crate) service: &'static Service,
    operations: HashMap<&'static str, Arc<dyn Endpoint>>,
}

impl Routes {
    pub(crate) fn new(endpoints: Vec<Box<dyn Endpoint>>) -> Result<Self, DuplicateOperation> {
        let mut services: Vec<Served> = Vec::new();
        for endpoint in endpoints {
            let service = endpoint.schema().service;
            let operation = endpoint.schema().name;
            let at = match services.iter().position(|served| served.service.id == service.id) {
                Some(at) => at,
                None => {
                    services.push(Served { service, operations: HashMap::new() });
                    services.len() - 1
                }
            };
            let taken = services
                .get_mut(at)
                .and_then(|served| served.operations.insert(operation, Arc::from(endpoint)));
            if taken.is_some() {
                return Err(DuplicateOperation { service: service.id, operation });
            }
        }
        Ok(Self { services })
    }

    /// By the service part of a signature's scope.
    pub(crate) fn by_signing_name(&self, name: &str) -> Option<&Served> {
        self.services.iter().find(|served| served.service.signing_name == name)
    }

    /// By `X-Amz-Target: TrentService.Encrypt`. Gives the operation's name too.
    pub(crate) fn by_target<'t>(&self, target: &'t str) -> Option<(&Served, &'t str)> {
        let (prefix, operation) = target.rsplit_once('.')?;
        let served = self.services.iter().find(
            |served| matches!(served.service.protocol, Protocol::Json { target_prefix, .. } if target_prefix == prefix),
        )?;
        Some((served, operation))
    }

    /// By the `Version` parameter of awsQuery.
    pub(crate) fn by_version(&self, version: &str) -> Option<&Served> {
        self.services.iter().find(|served| {
            matches!(served.service.protocol, Protocol::Query { .. }) && served.service.api_version == version
        })
    }

    /// By a host name such as `kms.eu-west-1.example` or `kms.example:8443`; `None` when the name means no service.
    pub(crate) fn by_host(&self, host: &str) -> Option<&Served> {
        let (label, _) = host.split_once('.')?;
        self.services.iter().find(|served| served.service.id.eq_ignore_ascii_case(label))
    }
}

impl Served {
    pub(crate) fn operation(&self, name: &str) -> Option<&Arc<dyn Endpoint>> {
        self.operations.get(name)
    }
}
