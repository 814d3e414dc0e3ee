#![doc = include_str!("../README.md")]

mod client;
mod vouching;

pub use client::OidcClient;

#[cfg(test)]
mod tests;
