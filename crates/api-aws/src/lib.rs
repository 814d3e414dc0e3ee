#![doc = include_str!("../README.md")]

mod exchange;
mod route;

use std::sync::Arc;

use gate::{Endpoint, Gate};
use http_server::Regions;

pub use route::DuplicateOperation;

/// The endpoints behind the door, and the gate in front of them.
pub struct Door {
    gate: Arc<Gate>,
    routes: route::Routes,
    regions: Regions,
}

impl Door {
    /// A door to these operations, in the regions of AWS.
    ///
    /// # Errors
    /// When two endpoints claim the same operation.
    pub fn new(gate: Arc<Gate>, endpoints: Vec<Box<dyn Endpoint>>) -> Result<Self, DuplicateOperation> {
        Ok(Self { gate, routes: route::Routes::new(endpoints)?, regions: Regions::default() })
    }

    /// Serves these regions instead.
    #[must_use]
    pub fn serving(self, regions: Regions) -> Self {
        Self { regions, ..self }
    }
}
