//! How far `Encrypt` is from a bare HTTP server that answers the same bytes. See the crate's README.

use std::convert::Infallible;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use api_aws::Door;
use bench::{SignedRequest, World, scratch};
use http::{HeaderName, Request, Response};
use http_body_util::{BodyExt, Full};
use http_server::{Doors, Limits, Server};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use store::Store;
use store_sqlite::Sqlite;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use trail::Trail;

const HELP: &str = "\
Usage: distance [OPTIONS]

  --requests N      Requests of one round, to each server (default 20000)
  --connections N   Connections that are kept open, one request at a time on each (default 64)
  --rounds N        Rounds; the two servers take turns (default 5)
  --index           Let the trail index what is recorded, as the whole program does
  --log FOLDER      Where the audit log is made (default: in memory where the system has such a place)
";

struct Options {
    requests: usize,
    connections: usize,
    rounds: usize,
    index: bool,
    log: PathBuf,
}

impl Options {
    /// `None`: help is wanted.
    fn read(mut words: impl Iterator<Item = String>) -> Result<Option<Self>> {
        let mut options = Self { requests: 20_000, connections: 64, rounds: 5, index: false, log: scratch() };
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} wants a value"));
            match word.as_str() {
                "--requests" => options.requests = value()?.parse()?,
                "--connections" => options.connections = value()?.parse()?,
                "--rounds" => options.rounds = value()?.parse()?,
                "--index" => options.index = true,
                "--log" => options.log = value()?.into(),
                "--help" | "-h" => return Ok(None),
                _ => bail!("{word} is not known; see --help"),
            }
        }
        ensure!(options.connections > 0 && options.rounds > 0, "there must be a connection and a round");
        ensure!(options.requests >= options.connections, "there must be a request for each connection");
        Ok(Some(options))
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let Some(options) = Options::read(std::env::args().skip(1))? else {
        print!("{HELP}");
        return Ok(());
    };
    let (stop, stopping) = watch::channel(false);
    let world = World::new(&options.log).await?;
    if options.index {
        let settings = store_sqlite::Options { derived: true, history: 16, ..Default::default() };
        let index = Sqlite::open_with(world.folder().join("trail-index.sqlite3"), &settings)?;
        let trail = Trail::open(Store::new(index), world.log.clone()).await?;
        tokio::spawn(trail.follow(stopping.clone()));
    }
    let door = TcpListener::bind("127.0.0.1:0").await?;
    let at_door = door.local_addr()?;
    let served = Arc::new(Door::new(Arc::clone(&world.gate), world.endpoints())?);
    tokio::spawn(
        Server { doors: Doors::one(served), listener: door, tls: None, limits: Limits::default() }
            .run(stopping),
    );

    let request: Arc<[u8]> = SignedRequest::new(&world, &at_door.to_string())?.to_bytes().into();
    let answer = Client::connect(at_door).await?.ask(&request).await?.to_response()?;
    let bare = TcpListener::bind("127.0.0.1:0").await?;
    let at_bare = bare.local_addr()?;
    tokio::spawn(serve_bare(bare, answer));

    println!("{:<8} {}", "", Figures::HEADING);
    let mut ratios = Vec::new();
    for _ in 0..options.rounds {
        let bare = drive(at_bare, &request, &options).await?;
        println!("{:<8} {bare}", "bare");
        let encrypt = drive(at_door, &request, &options).await?;
        println!("{:<8} {encrypt}", "Encrypt");
        ratios.push(Ratio::of(&encrypt, &bare));
    }
    println!("Encrypt to bare, median of {} rounds: {}", options.rounds, Ratio::median(&ratios));
    let _ = stop.send(true);
    Ok(())
}

/// An HTTP server with the door's settings, which reads each body and gives the same answer to all.
async fn serve_bare(listener: TcpListener, answer: Response<Full<Bytes>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let _ = stream.set_nodelay(true);
        let answer = answer.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let answer = answer.clone();
            async move {
                let _ = request.into_body().collect().await;
                Ok::<_, Infallible>(answer)
            }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(Limits::default().read_timeout)
            .max_buf_size(64 * 1024)
            .max_headers(64)
            .serve_connection(TokioIo::new(stream), service);
        tokio::spawn(connection);
    }
}

/// Sends all requests over connections that stay open, and measures.
async fn drive(address: SocketAddr, request: &Arc<[u8]>, options: &Options) -> Result<Figures> {
    let left = Arc::new(AtomicUsize::new(options.requests));
    let mut clients = Vec::new();
    for _ in 0..options.connections {
        let mut client = Client::connect(address).await?;
        client.ask(request).await?;
        clients.push(client);
    }
    let (began, cpu_before) = (Instant::now(), cpu_time());
    let mut running = JoinSet::new();
    for mut client in clients {
        let (left, request) = (Arc::clone(&left), Arc::clone(request));
        running.spawn(async move {
            let mut latencies = Vec::new();
            while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
            {
                let sent = Instant::now();
                client.ask(&request).await?;
                latencies.push(sent.elapsed());
            }
            Ok::<_, anyhow::Error>(latencies)
        });
    }
    let mut latencies = Vec::with_capacity(options.requests);
    while let Some(ended) = running.join_next().await {
        latencies.extend(ended??);
    }
    let (took, cpu) = (began.elapsed(), cpu_time().zip(cpu_before).map(|(after, before)| after - before));
    latencies.sort_unstable();
    Figures::new(&latencies, took, cpu)
}

/// A client that does as little as it can, so that what is measured is the server.
struct Client {
    stream: TcpStream,
    read: Vec<u8>,
}

impl Client {
    async fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(4096) })
    }

    /// One request, one answer, which must be a success.
    async fn ask(&mut self, request: &[u8]) -> Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.read.clear();
        while Answer::parse(&self.read)?.is_none() {
            ensure!(self.stream.read_buf(&mut self.read).await? > 0, "the server closed the connection");
        }
        Answer::parse(&self.read)?.context("an answer that is not whole")
    }
}

struct Answer<'b> {
    headers: &'b str,
    body: &'b [u8],
}

impl<'b> Answer<'b> {
    /// `None` while it is not whole.
    fn parse(bytes: &'b [u8]) -> Result<Option<Self>> {
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { return Ok(None) };
        let (head, body) = bytes.split_at_checked(end + 4).context("no head")?;
        let (status, headers) = std::str::from_utf8(head)?.split_once("\r\n").context("no status")?;
        let (_, length) = headers.split_once("content-length: ").context("no length")?;
        let length = length.lines().next().unwrap_or_default().parse()?;
        if body.len() < length {
            return Ok(None);
        }
        ensure!(status.contains(" 200 "), "{status}: {}", String::from_utf8_lossy(body));
        Ok(Some(Self { headers, body }))
    }

    /// The same answer, to be given again and again.
    fn to_response(&self) -> Result<Response<Full<Bytes>>> {
        let mut response = Response::new(Full::new(Bytes::copy_from_slice(self.body)));
        for (name, value) in self.headers.lines().filter_map(|line| line.split_once(": ")) {
            response.headers_mut().insert(HeaderName::try_from(name)?, value.parse()?);
        }
        Ok(response)
    }
}

/// What one round gave.
struct Figures {
    per_second: f64,
    median: Duration,
    p99: Duration,
    /// Of the whole process, client included, for each request; where the system tells.
    cpu: Option<Duration>,
}

impl Figures {
    const HEADING: &str = "requests/s   p50 us   p99 us   CPU us/request";

    fn new(sorted: &[Duration], took: Duration, cpu: Option<Duration>) -> Result<Self> {
        let at =
            |share: usize| sorted.get(sorted.len() * share / 100).copied().context("no request was sent");
        let count = u32::try_from(sorted.len())?;
        Ok(Self {
            per_second: f64::from(count) / took.as_secs_f64(),
            median: at(50)?,
            p99: at(99)?,
            cpu: cpu.map(|cpu| cpu / count),
        })
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (median, p99) = (self.median.as_micros(), self.p99.as_micros());
        write!(out, "{:>10.0} {median:>8} {p99:>8}", self.per_second)?;
        match self.cpu {
            Some(cpu) => write!(out, " {:>16.1}", cpu.as_secs_f64() * 1e6),
            None => Ok(()),
        }
    }
}

/// The door's figures, as multiples of the bare server's in the same round.
struct Ratio {
    time: f64,
    median: f64,
    p99: f64,
    cpu: f64,
}

impl Ratio {
    fn of(door: &Figures, bare: &Figures) -> Self {
        let ratio = |door: Duration, bare: Duration| door.as_secs_f64() / bare.as_secs_f64();
        Self {
            time: bare.per_second / door.per_second,
            median: ratio(door.median, bare.median),
            p99: ratio(door.p99, bare.p99),
            cpu: ratio(door.cpu.unwrap_or_default(), bare.cpu.unwrap_or_default()),
        }
    }

    fn median(all: &[Self]) -> Self {
        let middle = |figure: fn(&Self) -> f64| {
            let mut figures: Vec<f64> = all.iter().map(figure).collect();
            figures.sort_unstable_by(f64::total_cmp);
            figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
        };
        Self {
            time: middle(|ratio| ratio.time),
            median: middle(|ratio| ratio.median),
            p99: middle(|ratio| ratio.p99),
            cpu: middle(|ratio| ratio.cpu),
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { time, median, p99, cpu } = self;
        write!(out, "time {time:.2}, p50 {median:.2}, p99 {p99:.2}, CPU {cpu:.2}")
    }
}

/// The time that this process has had of the processors so far; `None` where the system does not tell in Linux's way.
///
/// On a busy machine it says more than the clock on the wall.
fn cpu_time() -> Option<Duration> {
    /// Linux's unit of these two figures on every usual architecture.
    const TICK: Duration = Duration::from_millis(10);
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the program's name, which can hold anything: state is field 3, user and system time are 14 and 15.
    let (_, fields) = stat.rsplit_once(") ")?;
    let ticks = fields.split(' ').skip(11).take(2).map(|field| field.parse::<u32>().ok());
    Some(TICK * ticks.sum::<Option<u32>>()?)
}
