//! The wire formats against bytes that real clients send and expect, and against bytes that nobody should send.

#[cfg(test)]
mod json;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod query;
#[cfg(test)]
mod xks;
#[cfg(test)]
mod xml;
