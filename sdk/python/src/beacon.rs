use std::sync::Arc;

use pyo3::prelude::*;

/// The key of a tenant's beacons: what makes encrypted fields searchable by equality.
#[pyclass(frozen, module = "lodge_sdk")]
pub struct BeaconKey(pub Arc<lodge_sdk::BeaconKey>);
