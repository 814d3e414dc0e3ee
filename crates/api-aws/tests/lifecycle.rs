//! The beginning and the end: health, stopping, callers that go away.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod door;
#[path = "../../gate/tests/support/mod.rs"]
mod support;

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use door::{LONG, Running, create_alias, encrypt, health};
use http_server::Limits;
use support::{Alias, World};
use tokio::sync::Notify;

/// Lets the next run of an operation wait, and tells when it has begun.
fn hold(running: &Running) -> (Arc<Notify>, Arc<Notify>) {
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tell, wait) = (Arc::clone(&begun), Arc::clone(&go_on));
    running.world.vault.interfere(async move {
        tell.notify_one();
        wait.notified().await;
    });
    (begun, go_on)
}

async fn ended(running: Running) {
    tokio::time::timeout(LONG, running.ended).await.expect("the server does not stop").unwrap();
}

#[tokio::test]
async fn health_is_for_everyone() {
    let running = Running::new(Limits::default()).await;
    let answer = running.ask(&health()).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok\n"));
    let mut client = running.client().await;
    let mut head = health();
    head.method = "HEAD";
    client.send(&head).await;
    assert_eq!(client.answer_with_body(false).await.unwrap().status, 200);
    // Nothing of a body is in the way of the next answer.
    client.send(&health()).await;
    assert_eq!(client.answer().await.unwrap().body, "ok\n");
    let mut post = health();
    post.method = "POST";
    assert_eq!(running.ask(&post).await.status, 403);
    assert_eq!(running.world.records().len(), 0);
}

#[tokio::test]
async fn health_says_so_when_calls_cannot_be_recorded() {
    let running = Running::of(World::with_small_segments().await, Limits::default(), None).await;
    assert_eq!(running.ask(&encrypt()).await.status, 200);
    // What stands where the next digest belongs stops the log for good.
    let segments = fs::read_dir(running.world.trail())
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".jsonl").map(str::to_owned));
    let newest = segments.max().unwrap();
    fs::create_dir(running.world.trail().join(format!("{newest}.digest.json"))).unwrap();
    assert_eq!(running.ask(&encrypt()).await.status, 500);
    assert_eq!(running.ask(&health()).await.status, 503);
}

#[tokio::test]
async fn a_stop_lets_the_request_in_flight_finish() {
    let running = Running::new(Limits::default()).await;
    let mut idle = running.client().await;
    idle.send(&health()).await;
    idle.answer().await.unwrap();
    let mut fresh = running.client().await;
    for request in [encrypt(), create_alias("a")] {
        assert_eq!(running.ask(&request).await.status, 200);
    }
    let (begun, go_on) = hold(&running);
    let mut client = running.client().await;
    client.send(&create_alias("b")).await;
    begun.notified().await;
    running.stop.send_replace(true);
    // Who waits for nothing is let go at once.
    idle.is_closed().await;
    fresh.is_closed().await;
    go_on.notify_one();
    assert_eq!(client.answer().await.unwrap().status, 200);
    client.is_closed().await;
    let address = running.address;
    let world = Arc::clone(&running.world);
    ended(running).await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
    assert_eq!(world.records().len(), 3);
}

#[tokio::test]
async fn a_stop_waits_no_longer_than_it_may() {
    let limits = Limits { stop_timeout: Duration::from_millis(100), ..Limits::default() };
    let running = Running::new(limits).await;
    let (begun, _never) = hold(&running);
    let mut client = running.client().await;
    client.send(&encrypt()).await;
    begun.notified().await;
    running.stop.send_replace(true);
    ended(running).await;
    assert!(client.answer().await.is_none());
}

#[tokio::test]
async fn a_server_whose_stop_signal_is_gone_stops() {
    let running = Running::new(Limits::default()).await;
    let Running { stop, ended, .. } = running;
    drop(stop);
    tokio::time::timeout(LONG, ended).await.expect("the server does not stop").unwrap();
}

#[tokio::test]
async fn a_change_whose_caller_hangs_up_is_completed_and_recorded_and_waited_for() {
    let running = Running::new(Limits { connections: 1, ..Limits::default() }).await;
    let (begun, go_on) = hold(&running);
    let mut client = running.client().await;
    client.send(&create_alias("a")).await;
    begun.notified().await;
    drop(client);
    // The change keeps its caller's place, so hanging up does not make room for more.
    let mut second = running.client().await;
    second.send(&health()).await;
    assert!(tokio::time::timeout(Duration::from_millis(200), second.answer()).await.is_err());
    running.stop.send_replace(true);
    assert!(!running.ended.is_finished());
    go_on.notify_one();
    let world = Arc::clone(&running.world);
    ended(running).await;
    assert!(world.store.get::<Alias>(&"alias/a".to_owned()).await.unwrap().is_some());
    assert_eq!(world.record()["eventName"], "CreateAlias");
}

#[tokio::test]
async fn a_call_whose_caller_hangs_up_leaves_the_door_open_for_others() {
    let running = Running::new(Limits { connections: 1, ..Limits::default() }).await;
    let (begun, _never) = hold(&running);
    let mut client = running.client().await;
    client.send(&encrypt()).await;
    begun.notified().await;
    drop(client);
    assert_eq!(running.ask(&encrypt()).await.status, 200);
}
