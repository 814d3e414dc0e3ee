#![doc = include_str!("../README.md")]

mod beacon;
mod call;
mod client;
mod configuration;
mod credentials;
mod error;
mod fields;
mod input;
mod process;
mod stream;
mod values;

/// What `lodge_sdk` is made of: see `python/lodge_sdk`, which holds what applications see.
#[pyo3::pymodule]
mod _core {
    #[pymodule_export]
    use crate::beacon::BeaconKey;
    #[pymodule_export]
    use crate::call::Call;
    #[pymodule_export]
    use crate::client::Core;
    #[pymodule_export]
    use crate::fields::Fields;
    #[pymodule_export]
    use crate::process::stop;
    #[pymodule_export]
    use crate::stream::{DecryptionStream, EncryptionStream};
}
