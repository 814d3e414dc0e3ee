#![doc = include_str!("../README.md")]

mod addresses;
mod regions;
pub mod reply;
mod request;
mod server;
mod unstalled;

use audit_event::RequestId;
use gate::BoxFuture;
use http::{Response, request::Parts};

pub use regions::Regions;
pub use reply::Body;
pub use request::{Peer, Request, Unread};
pub use server::{Doors, Limits, Server};

/// A protocol over HTTP. Every way out of it is an answer in the protocol's form.
pub trait Door: Send + Sync + 'static {
    /// Whether requests with this head are the door's.
    fn serves(&self, head: &Parts) -> bool;

    /// The answer to a request that is answered whatever its body is.
    fn at_once(&self, _head: &Parts, _request_id: &RequestId) -> Option<Response<Body>> {
        None
    }

    /// The answer to a request whose body could not be taken.
    fn unread(&self, head: &Parts, why: Unread, request_id: &RequestId) -> Response<Body>;

    /// The answer to a request.
    fn answer<'a>(&'a self, request: &'a Request) -> BoxFuture<'a, Response<Body>>;
}
