//! What one caller can take: size, time, connections.
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

use std::time::Duration;

use door::{Client, LONG, Request, Running, encrypt, health};
use http_server::Limits;
use support::World;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpSocket;

fn small() -> Limits {
    Limits {
        connections: 8,
        connections_per_address: 8,
        body_bytes: 1024,
        read_timeout: Duration::from_millis(200),
        stop_timeout: LONG,
    }
}

fn of_size(size: usize) -> Request {
    let filling = "x".repeat(size - 40);
    let body = format!(r#"{{"KeyId":"k1","Plaintext":"YQ==","X":"{filling}"}}"#);
    assert!(body.len() <= size);
    let body = format!("{body}{}", " ".repeat(size - body.len()));
    Request::json("TrentService.Encrypt", &body).signed("AKIAANN", "kms")
}

#[tokio::test]
async fn a_body_may_be_as_large_as_the_limit_and_not_larger() {
    let running = Running::new(small()).await;
    assert_eq!(running.ask(&of_size(1024)).await.status, 200);
    let answer = running.ask(&of_size(1025)).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (413, Some("RequestEntityTooLarge")));
    assert_eq!(running.world.records().len(), 1);
}

#[tokio::test]
async fn an_announced_body_that_is_too_large_is_not_waited_for() {
    let running = Running::new(small()).await;
    let mut client = running.client().await;
    client.write(&Request::form("").head(usize::MAX / 4)).await;
    let answer = client.answer().await.unwrap();
    assert_eq!((answer.status, answer.xml("Code")), (413, Some("RequestEntityTooLarge")));
    client.is_closed().await;
}

#[tokio::test]
async fn a_client_that_sends_all_of_a_body_that_is_too_large_reads_the_answer() {
    let running = Running::new(small()).await;
    let mut client = running.client().await;
    let size = 4 * 1024 * 1024;
    client.write(&Request::form("").head(size)).await;
    client.write(&vec![b'x'; size]).await;
    let answer = client.answer().await.unwrap();
    assert_eq!((answer.status, answer.xml("Code")), (413, Some("RequestEntityTooLarge")));
}

#[tokio::test]
async fn a_body_in_chunks_is_bounded_too() {
    let running = Running::new(small()).await;
    let mut client = running.client().await;
    client.write(b"POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n").await;
    client.write(format!("401\r\n{}\r\n", "x".repeat(1025)).as_bytes()).await;
    assert_eq!(client.answer().await.unwrap().status, 413);
    client.is_closed().await;
}

#[tokio::test]
async fn a_chunked_call_is_a_call() {
    let running = Running::new(small()).await;
    let request = encrypt();
    let head = String::from_utf8(request.head(0))
        .unwrap()
        .replace("content-length: 0", "transfer-encoding: chunked");
    let (one, other) = request.body.split_at(7);
    let mut client = running.client().await;
    client.write(head.as_bytes()).await;
    for chunk in [one, other, b""] {
        client.write(format!("{:x}\r\n{}\r\n", chunk.len(), String::from_utf8_lossy(chunk)).as_bytes()).await;
    }
    assert_eq!(client.answer().await.unwrap().status, 200);
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let running = Running::new(small()).await;
    let mut client = running.client().await;
    let request = encrypt();
    client.write(&request.head(request.body.len())).await;
    client.write(&request.body[..5]).await;
    let answer = client.answer().await.unwrap();
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (408, Some("RequestTimeout")));
    client.is_closed().await;
}

#[tokio::test]
async fn a_head_that_drips_is_cut_off() {
    let running = Running::new(small()).await;
    let mut client = running.client().await;
    client.write(b"POST / HTTP/1.1\r\n").await;
    let dripping = async {
        loop {
            if client.stream.write_all(b"x-drip: 1\r\n").await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(LONG, dripping).await.expect("a dripping head keeps its connection");
}

#[tokio::test]
async fn an_idle_connection_is_closed() {
    let running = Running::new(small()).await;
    let mut silent = running.client().await;
    silent.is_closed().await;
    let mut kept_open = running.client().await;
    for _ in 0..2 {
        kept_open.send(&health()).await;
        assert_eq!(kept_open.answer().await.unwrap().status, 200);
    }
    kept_open.is_closed().await;
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let running = Running::new(small()).await;
    let mut client = running.client().await;
    let large = health().with("x-large", &"x".repeat(512 * 1024));
    // The server may have closed the connection before all of it is written, and the answer may be lost then.
    let _ = client.stream.write_all(&large.bytes()).await;
    assert!(client.answer().await.is_none_or(|answer| answer.status == 431));
    let many = (0..100).fold(health(), |request, at| request.with(&format!("x-{at}"), "1"));
    assert_eq!(running.ask(&many).await.status, 431);
}

#[tokio::test]
async fn bytes_that_are_not_http_get_an_answer_and_nothing_else() {
    let running = Running::new(small()).await;
    let mut client = running.client().await;
    client.write(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n").await;
    assert_eq!(client.answer().await.unwrap().status, 400);
    client.is_closed().await;
    assert_eq!(running.ask(&health()).await.status, 200);
}

#[tokio::test]
async fn connections_beyond_the_limit_wait_for_a_place() {
    let running = Running::new(Limits { connections: 2, ..Limits::default() }).await;
    let mut places = Vec::new();
    for _ in 0..2 {
        let mut client = running.client().await;
        client.send(&health()).await;
        assert_eq!(client.answer().await.unwrap().status, 200);
        places.push(client);
    }
    let mut third = running.client().await;
    third.send(&health()).await;
    assert!(tokio::time::timeout(Duration::from_millis(200), third.answer()).await.is_err());
    places.pop();
    assert_eq!(third.answer().await.unwrap().status, 200);
}

#[tokio::test]
async fn one_address_does_not_get_all_connections() {
    let running = Running::new(Limits { connections_per_address: 2, ..Limits::default() }).await;
    let mut places = Vec::new();
    for _ in 0..2 {
        let mut client = running.client().await;
        client.send(&health()).await;
        assert_eq!(client.answer().await.unwrap().status, 200);
        places.push(client);
    }
    running.client().await.is_closed().await;
    // Another address of this machine.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.2:0".parse().unwrap()).unwrap();
    let mut other = Client::over(socket.connect(running.address).await.unwrap());
    other.send(&health()).await;
    assert_eq!(other.answer().await.unwrap().status, 200);
    // What ends makes room.
    drop(places);
    loop {
        let mut client = running.client().await.stream;
        let _ = client.write_all(&health().bytes()).await;
        let mut start = [0; 12];
        if client.read_exact(&mut start).await.is_ok() {
            assert_eq!(&start, b"HTTP/1.1 200");
            break;
        }
    }
}

#[tokio::test]
async fn a_caller_who_takes_no_answers_loses_its_place() {
    // Small buffers, so that the answers soon have nowhere to go.
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_send_buffer_size(4096).unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let limits = Limits { connections: 1, ..small() };
    let running = Running::on(socket.listen(8).unwrap(), World::new().await, limits, None).await;
    let greedy = TcpSocket::new_v4().unwrap();
    greedy.set_recv_buffer_size(4096).unwrap();
    let mut greedy = greedy.connect(running.address).await.unwrap();
    let flood = tokio::spawn(async move {
        let request = health().bytes();
        while greedy.write_all(&request).await.is_ok() {}
    });
    tokio::time::timeout(LONG, flood).await.expect("the flood goes on").unwrap();
    assert_eq!(running.ask(&health()).await.status, 200);
}
