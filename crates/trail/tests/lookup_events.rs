//! `LookupEvents` through a real gate, over a real log.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "../../gate/tests/support/mod.rs"]
mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_model::Shape;
use aws_model::cloudtrail::{
    Event, EventCategory, LookupAttribute, LookupAttributeKey, LookupEventsRequest, LookupEventsResponse,
};
use aws_model::kms::{CreateAlias, CreateAliasRequest, Encrypt, EncryptRequest};
use clock::Timestamp;
use gate::{Caller, Endpoint, Fault, Incoming};
use secret::SecretBytes;
use serde_json::{Value, json};
use store::{Memory, Store};
use support::{START, STRANGER, World, everything, key_arn, role_session, root, user, user_of};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use trail::Trail;

const DAY: Duration = Duration::from_secs(86_400);

/// A world whose trail can be asked.
struct Watched {
    world: World,
    index: Store,
    lookup: Box<dyn Endpoint>,
    stop: watch::Sender<bool>,
    following: JoinHandle<()>,
    ann: Arc<Caller>,
}

impl Watched {
    async fn new() -> Self {
        let world = World::new().await;
        world.key("k1", None).await;
        world.key("k2", None).await;
        Self::over(world, Store::new(Memory::new())).await
    }

    async fn over(world: World, index: Store) -> Self {
        let trail = Trail::open(index.clone(), world.log.clone()).await.unwrap();
        let lookup = trail::endpoints(&trail).remove(0);
        let (stop, stopping) = watch::channel(false);
        let following = tokio::spawn(trail.follow(stopping));
        Self { world, index, lookup, stop, following, ann: user("ann", &[everything()]) }
    }

    /// Ends following, and gives back what stays.
    async fn stopped(self) -> (World, Store) {
        self.stop.send_replace(true);
        self.following.await.unwrap();
        (self.world, self.index)
    }

    async fn encrypt(&self, caller: &Arc<Caller>, key_id: &str) {
        let plaintext = SecretBytes::copy_of(b"attack at dawn");
        let input = EncryptRequest { key_id: key_id.to_owned(), plaintext, ..EncryptRequest::default() };
        let _ = self.world.call::<Encrypt>(caller, input).await;
    }

    async fn create_alias(&self, caller: &Arc<Caller>, name: &str) {
        let input = CreateAliasRequest { alias_name: name.to_owned(), target_key_id: "k1".to_owned() };
        self.world.call::<CreateAlias>(caller, input).await.unwrap();
    }

    async fn ask(
        &self,
        caller: &Arc<Caller>,
        input: LookupEventsRequest,
    ) -> Result<LookupEventsResponse, Fault> {
        let origin = self.world.origin();
        let incoming = Incoming { caller: Arc::clone(caller), origin, document: input.into_document() };
        let answer = self.lookup.call(&self.world.gate, incoming).await?;
        Ok(LookupEventsResponse::from_document(answer).unwrap())
    }

    /// The events that `ann` finds, without the lookups themselves.
    async fn found(&self, input: LookupEventsRequest) -> Vec<Event> {
        self.found_by(&self.ann, input).await
    }

    async fn found_by(&self, caller: &Arc<Caller>, input: LookupEventsRequest) -> Vec<Event> {
        let answer = self.ask(caller, input).await.unwrap();
        assert_eq!(answer.next_token, None);
        let events = answer.events.unwrap().into_iter();
        events.filter(|event| event.event_name.as_deref() != Some("LookupEvents")).collect()
    }

    async fn refusal(&self, input: LookupEventsRequest) -> String {
        self.ask(&self.ann, input).await.err().unwrap().code.code.to_owned()
    }
}

fn by(attribute_key: LookupAttributeKey, value: &str) -> LookupEventsRequest {
    let attribute = LookupAttribute { attribute_key, attribute_value: value.to_owned() };
    LookupEventsRequest { lookup_attributes: Some(vec![attribute]), ..LookupEventsRequest::default() }
}

fn between(start: Option<Timestamp>, end: Option<Timestamp>) -> LookupEventsRequest {
    LookupEventsRequest { start_time: start, end_time: end, ..LookupEventsRequest::default() }
}

/// The record inside an event.
fn record(event: &Event) -> Value {
    serde_json::from_str(event.cloud_trail_event.as_deref().unwrap()).unwrap()
}

fn days(events: &[Event]) -> Vec<u64> {
    events.iter().map(|event| event.event_time.unwrap().since(START).as_secs() / DAY.as_secs()).collect()
}

#[tokio::test]
async fn an_event_is_found_at_once_with_its_record() {
    let watched = Watched::new().await;
    watched.encrypt(&watched.ann, "k1").await;
    let events = watched.found(LookupEventsRequest::default()).await;
    assert_eq!(events.len(), 1);
    let event = &events[0];
    assert_eq!(event.event_name.as_deref(), Some("Encrypt"));
    assert_eq!(event.event_source.as_deref(), Some("kms.amazonaws.com"));
    assert_eq!(event.event_time, Some(START));
    assert_eq!(event.username.as_deref(), Some("ann"));
    assert_eq!(event.access_key_id.as_deref(), Some("AKIAANN"));
    assert_eq!(event.read_only.as_deref(), Some("true"));
    let resource = &event.resources.as_ref().unwrap()[0];
    assert_eq!(resource.resource_type.as_deref(), Some("AWS::KMS::Key"));
    assert_eq!(resource.resource_name, Some(key_arn("k1")));
    assert_eq!(record(event), watched.world.records()[0]);
    assert_eq!(event.event_id.as_deref(), record(event)["eventID"].as_str());
}

#[tokio::test]
async fn newest_first_over_several_days() {
    let watched = Watched::new().await;
    for _ in 0..4 {
        watched.encrypt(&watched.ann, "k1").await;
        watched.create_alias(&watched.ann, &format!("alias/{}", watched.world.gate.now().secs())).await;
        watched.world.clock.advance(DAY);
    }
    let events = watched.found(LookupEventsRequest::default()).await;
    assert_eq!(days(&events), [3, 3, 2, 2, 1, 1, 0, 0]);
    // Of one second, the later record first.
    assert!(events.chunks(2).all(|pair| pair[0].event_name.as_deref() == Some("CreateAlias")));
}

#[tokio::test]
async fn by_each_attribute() {
    let watched = Watched::new().await;
    let session = role_session("s1", &[everything()]);
    let account_root = root(support::ACCOUNT);
    watched.encrypt(&watched.ann, "k1").await;
    watched.encrypt(&session, "k2").await;
    watched.create_alias(&account_root, "alias/a").await;
    let all = watched.found(LookupEventsRequest::default()).await;
    let id = all[1].event_id.clone().unwrap();
    use LookupAttributeKey::*;
    for (key, value, expected) in [
        (EventId, id.as_str(), vec!["s1"]),
        (EventName, "Encrypt", vec!["s1", "ann"]),
        (EventName, "encrypt", vec![]),
        (EventName, "Encryp", vec![]),
        (EventSource, "kms.amazonaws.com", vec!["root", "s1", "ann"]),
        (ReadOnly, "false", vec!["root"]),
        (Username, "ann", vec!["ann"]),
        (Username, "s1", vec!["s1"]),
        (Username, "root", vec!["root"]),
        (AccessKeyId, "ASIASESSION", vec!["s1"]),
        (ResourceType, "AWS::KMS::Key", vec!["root", "s1", "ann"]),
        (ResourceName, key_arn("k2").as_str(), vec!["s1"]),
        (ResourceName, "k2", vec![]),
    ] {
        let events = watched.found(by(key, value)).await;
        let names: Vec<_> = events.iter().map(|event| event.username.as_deref().unwrap()).collect();
        assert_eq!(names, expected, "{key:?} {value}");
    }
}

#[tokio::test]
async fn a_federated_user_is_found_by_its_name() {
    let watched = Watched::new().await;
    let mut bob = (*watched.ann).clone();
    bob.identity.identity_type = audit_event::IdentityType::FederatedUser;
    bob.identity.arn = Some("arn:aws:sts::111122223333:federated-user/bob".into());
    bob.identity.user_name = None;
    watched.encrypt(&Arc::new(bob), "k1").await;
    assert_eq!(watched.found(by(LookupAttributeKey::Username, "bob")).await.len(), 1);
}

#[tokio::test]
async fn one_attribute_with_a_value_at_most() {
    let watched = Watched::new().await;
    let two = [LookupAttributeKey::EventName, LookupAttributeKey::Username];
    let two = two.map(|attribute_key| LookupAttribute { attribute_key, attribute_value: "x".to_owned() });
    let input =
        LookupEventsRequest { lookup_attributes: Some(two.to_vec()), ..LookupEventsRequest::default() };
    assert_eq!(watched.refusal(input).await, "InvalidLookupAttributesException");
}

#[tokio::test]
async fn time_ranges() {
    let watched = Watched::new().await;
    for _ in 0..5 {
        watched.encrypt(&watched.ann, "k1").await;
        watched.world.clock.advance(DAY);
    }
    let day = |number: u32| START.plus(DAY * number);
    let second = Duration::from_secs(1);
    for (range, expected) in [
        (between(Some(day(3)), None), vec![4, 3]),
        (between(Some(day(3).plus(second)), None), vec![4]),
        (between(None, Some(day(1))), vec![1, 0]),
        (between(None, Some(day(1).minus(second))), vec![0]),
        (between(Some(day(1)), Some(day(3))), vec![3, 2, 1]),
        (between(Some(day(2)), Some(day(2))), vec![2]),
        (between(Some(day(2).plus(second)), Some(day(3).minus(second))), vec![]),
        // Ends of time cost no more than ends of the trail.
        (
            between(Some(Timestamp::from_secs(i64::MIN)), Some(Timestamp::from_secs(i64::MAX))),
            vec![4, 3, 2, 1, 0],
        ),
        (between(Some(Timestamp::from_secs(-1)), Some(Timestamp::EPOCH)), vec![]),
        (between(None, Some(Timestamp::from_secs(i64::MIN))), vec![]),
        (between(Some(day(1000)), Some(Timestamp::from_secs(i64::MAX))), vec![]),
    ] {
        let shown = format!("{range:?}");
        assert_eq!(days(&watched.found(range.clone()).await), expected, "{shown}");
        let with_attribute = LookupEventsRequest {
            lookup_attributes: by(LookupAttributeKey::EventName, "Encrypt").lookup_attributes,
            ..range
        };
        assert_eq!(days(&watched.found(with_attribute).await), expected, "{shown}");
    }
    assert_eq!(watched.refusal(between(Some(day(2)), Some(day(1)))).await, "InvalidTimeRangeException");
    assert_eq!(watched.refusal(between(Some(day(1000)), None)).await, "InvalidTimeRangeException");
}

#[tokio::test]
async fn ninety_days_back() {
    let watched = Watched::new().await;
    watched.encrypt(&watched.ann, "k1").await;
    watched.world.clock.advance(DAY * 90);
    assert_eq!(watched.found(LookupEventsRequest::default()).await.len(), 1);
    watched.world.clock.advance(Duration::from_secs(1));
    assert_eq!(watched.found(between(Some(START), None)).await.len(), 0);
}

#[tokio::test]
async fn pages() {
    let watched = Watched::new().await;
    for at in 0..7_u64 {
        watched.encrypt(&watched.ann, if at % 2 == 0 { "k1" } else { "k2" }).await;
        watched.world.clock.advance(DAY / 3);
    }
    for filter in [None, by(LookupAttributeKey::EventName, "Encrypt").lookup_attributes] {
        for size in 1..=8_i32 {
            let mut input = LookupEventsRequest {
                lookup_attributes: filter.clone(),
                max_results: Some(size),
                end_time: Some(watched.world.gate.now().minus(Duration::from_secs(1))),
                ..LookupEventsRequest::default()
            };
            let mut times = Vec::new();
            loop {
                let answer = watched.ask(&watched.ann, input.clone()).await.unwrap();
                let events = answer.events.unwrap();
                assert!(events.len() <= usize::try_from(size).unwrap());
                times.extend(events.iter().map(|event| event.event_time.unwrap().since(START) * 3 / 86_400));
                input.next_token = answer.next_token;
                if input.next_token.is_none() {
                    break;
                }
            }
            let expected: Vec<_> = (0..7).rev().map(Duration::from_secs).collect();
            assert_eq!(times, expected, "pages of {size}");
        }
    }
}

#[tokio::test]
async fn tokens_of_ones_own_making_reach_nothing_else() {
    let watched = Watched::new().await;
    watched.encrypt(&watched.ann, "k1").await;
    watched.encrypt(&user_of(STRANGER, "eve", &[everything()]), "k1").await;
    watched.world.clock.advance(DAY);
    watched.encrypt(&watched.ann, "k1").await;
    let token = |token: &str| LookupEventsRequest {
        next_token: Some(token.to_owned()),
        max_results: Some(1),
        ..LookupEventsRequest::default()
    };
    for forged in ["x", ":", "1", "one:", "0:!", "99999999999999999999:", "-30000:", "-9223372036854775808:"]
    {
        assert_eq!(watched.refusal(token(forged)).await, "InvalidNextTokenException", "{forged}");
    }
    // A token of the other account goes on in the account that asks.
    let eve = user_of(STRANGER, "eve", &[everything()]);
    let first = watched
        .ask(&eve, LookupEventsRequest { max_results: Some(1), ..LookupEventsRequest::default() })
        .await;
    let stolen = first.unwrap().next_token.unwrap();
    for borrowed in [stolen.as_str(), "9223372036854775807:", "0:"] {
        let answer = watched.ask(&watched.ann, token(borrowed)).await.unwrap();
        assert!(
            answer
                .events
                .unwrap()
                .iter()
                .all(|event| record(event)["recipientAccountId"] == support::ACCOUNT)
        );
    }
    assert_eq!(
        watched.refusal(LookupEventsRequest { max_results: Some(51), ..token("0:") }).await,
        "ValidationException"
    );
}

#[tokio::test]
async fn accounts_see_what_concerns_them() {
    let watched = Watched::new().await;
    let open = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": STRANGER}, "Action": "kms:Encrypt", "Resource": "*"}]});
    watched.world.key("shared", Some(open)).await;
    let eve = user_of(STRANGER, "eve", &[everything()]);
    watched.encrypt(&watched.ann, "k1").await;
    watched.encrypt(&eve, "shared").await;
    let ours = watched.found(LookupEventsRequest::default()).await;
    let theirs = watched.found_by(&eve, LookupEventsRequest::default()).await;
    let names =
        |events: &[Event]| events.iter().map(|event| event.username.clone().unwrap()).collect::<Vec<_>>();
    assert_eq!(names(&ours), ["eve", "ann"]);
    assert_eq!(names(&theirs), ["eve"]);
    assert_eq!(ours[0].event_id, theirs[0].event_id);
    assert_eq!(record(&theirs[0])["errorCode"], Value::Null);
    // Nor by an attribute.
    assert_eq!(watched.found_by(&eve, by(LookupAttributeKey::Username, "ann")).await.len(), 0);
    // Another region is another trail.
    let mut origin = watched.world.origin();
    origin.region = "us-east-1".parse().unwrap();
    let document = LookupEventsRequest::default().into_document();
    let incoming = Incoming { caller: Arc::clone(&watched.ann), origin, document };
    let answer = watched.lookup.call(&watched.world.gate, incoming).await.unwrap();
    assert_eq!(LookupEventsResponse::from_document(answer).unwrap().events.unwrap().len(), 0);
}

#[tokio::test]
async fn the_refused_do_not_learn_from_the_trail() {
    let watched = Watched::new().await;
    let eve = user_of(STRANGER, "eve", &[everything()]);
    watched.encrypt(&eve, "k1").await;
    let ours = watched.found(LookupEventsRequest::default()).await;
    let theirs = watched.found_by(&eve, LookupEventsRequest::default()).await;
    assert_eq!(record(&ours[0])["resources"][0]["ARN"], key_arn("k1"));
    assert_eq!(record(&theirs[0])["errorCode"], "AccessDeniedException");
    assert_eq!(record(&theirs[0])["resources"], Value::Null);
    assert_eq!(record(&theirs[0])["additionalEventData"], Value::Null);
    assert_eq!(theirs[0].resources.as_deref().unwrap_or_default().len(), 0);
}

#[tokio::test]
async fn asking_needs_the_right_and_is_recorded() {
    let watched = Watched::new().await;
    let fault = watched.ask(&user("bob", &[]), LookupEventsRequest::default()).await.err().unwrap();
    assert_eq!(fault.code.code, "AccessDeniedException");
    watched.ask(&watched.ann, LookupEventsRequest::default()).await.unwrap();
    let records = watched.world.records();
    assert!(records.iter().all(|record| record["eventName"] == "LookupEvents" && record["readOnly"] == true));
    assert_eq!(records.len(), 2);
}

#[tokio::test]
async fn there_are_no_insights() {
    let watched = Watched::new().await;
    watched.encrypt(&watched.ann, "k1").await;
    let input = LookupEventsRequest {
        event_category: Some(EventCategory::Insight),
        ..LookupEventsRequest::default()
    };
    assert_eq!(watched.found(input).await.len(), 0);
}

#[tokio::test]
async fn the_longest_names_neither_stop_the_index_nor_hide() {
    let watched = Watched::new().await;
    let long = |last: &str| format!("{}{last}", "k".repeat(1800));
    watched.encrypt(&watched.ann, &long("a")).await;
    watched.encrypt(&watched.ann, &"\u{1}é\"".repeat(500)).await;
    watched.encrypt(&watched.ann, &long("b")).await;
    assert_eq!(watched.found(LookupEventsRequest::default()).await.len(), 3);
    let events = watched.found(by(LookupAttributeKey::ResourceName, &key_arn(&long("b")))).await;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].resources.as_ref().unwrap()[0].resource_name, Some(key_arn(&long("b"))));
}

#[tokio::test]
async fn a_narrow_question_about_a_busy_day_is_answered_in_bounded_steps() {
    let watched = Watched::new().await;
    watched.encrypt(&watched.ann, "k1").await;
    watched.world.clock.advance(Duration::from_secs(10));
    watched.encrypt(&watched.ann, "k1").await;
    // Many calls of that later second.
    let call = watched.world.records().remove(1);
    let appended: Vec<_> = (0..2_100)
        .map(|number| {
            let id = format!("00000000-0000-4000-8000-{number:012}");
            let mut call = call.clone();
            call["eventID"] = json!(id);
            watched.world.log.append(&id, serde_json::to_vec(&call).unwrap())
        })
        .collect();
    for appended in appended {
        appended.await.unwrap();
    }
    let mut input = between(None, Some(START));
    let mut pages = Vec::new();
    loop {
        let answer = watched.ask(&watched.ann, input.clone()).await.unwrap();
        pages.push(answer.events.unwrap().len());
        input.next_token = answer.next_token;
        if input.next_token.is_none() {
            break;
        }
    }
    assert_eq!(pages, [0, 1]);
}

#[tokio::test]
async fn a_lost_index_is_built_again() {
    let watched = Watched::new().await;
    for _ in 0..300 {
        watched.encrypt(&watched.ann, "k1").await;
    }
    let (world, _) = watched.stopped().await;
    let watched = Watched::over(world, Store::new(Memory::new())).await;
    let mut input = LookupEventsRequest::default();
    let mut found = 0;
    loop {
        let answer = watched.ask(&watched.ann, input.clone()).await.unwrap();
        let events = answer.events.unwrap();
        found += events.iter().filter(|event| event.event_name.as_deref() == Some("Encrypt")).count();
        input.next_token = answer.next_token;
        if input.next_token.is_none() {
            break;
        }
    }
    assert_eq!(found, 300);
}

#[tokio::test]
async fn a_restart_goes_on_where_it_stopped() {
    let watched = Watched::new().await;
    for _ in 0..5 {
        watched.encrypt(&watched.ann, "k1").await;
    }
    // The lookup itself is recorded after it has looked.
    assert_eq!(watched.found(LookupEventsRequest::default()).await.len(), 5);
    let (world, index) = watched.stopped().await;
    let world = world.restarted().await;
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    index.on_commit(move |changed| {
        // Records, not index entries.
        let events = changed.iter().map(|key| key.as_bytes().escape_ascii().to_string());
        let events = events.filter(|key| key.starts_with('r') && key.contains("event"));
        count.fetch_add(events.count(), Ordering::SeqCst);
    });
    let watched = Watched::over(world, index).await;
    watched.create_alias(&watched.ann, "alias/a").await;
    assert_eq!(watched.found(LookupEventsRequest::default()).await.len(), 6);
    // The new alias; the lookup before the restart unless that was taken then; and the one just now if that was taken since. Not the five before.
    assert!((1..=3).contains(&taken.load(Ordering::SeqCst)), "{taken:?}");
}

#[tokio::test]
async fn the_index_of_another_log_is_refused() {
    let watched = Watched::new().await;
    watched.encrypt(&watched.ann, "k1").await;
    assert_eq!(watched.found(LookupEventsRequest::default()).await.len(), 1);
    let (_, index) = watched.stopped().await;
    let other = World::new().await;
    let error = Trail::open(index, other.log.clone()).await.err().unwrap();
    assert!(matches!(error, trail::Error::ForeignIndex), "{error}");
    assert!(error.to_string().contains("delete it"));
}

#[tokio::test]
async fn an_index_that_is_ahead_of_its_log_is_evidence() {
    let watched = Watched::new().await;
    let kept = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(watched.world.trail()).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), kept.path().join(file.file_name())).unwrap();
    }
    watched.encrypt(&watched.ann, "k1").await;
    assert_eq!(watched.found(LookupEventsRequest::default()).await.len(), 1);
    let (world, index) = watched.stopped().await;
    world.log.clone().close().unwrap();
    let older = support::open_log(kept.path().to_owned(), 64 * 1024 * 1024);
    let error = Trail::open(index, older).await.err().unwrap();
    assert!(matches!(error, trail::Error::LogCut { ends: 1, .. }), "{error}");
    assert!(error.to_string().contains("replaced or cut"));
}

#[tokio::test]
async fn following_ends_with_the_log() {
    let watched = Watched::new().await;
    watched.encrypt(&watched.ann, "k1").await;
    let Watched { world, following, .. } = watched;
    world.log.clone().close().unwrap();
    tokio::time::timeout(Duration::from_secs(20), following).await.unwrap().unwrap();
}
