//! awsJson 1.0 and 1.1 (Smithy specification, "AWS JSON protocols"). The versions differ only in HTTP headers.

mod decode;
mod encode;

pub use decode::decode;
pub use encode::{encode, encode_error};
