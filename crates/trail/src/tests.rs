use std::sync::Arc;

use audit_event::Resource;
use audit_event::{Call, Event, EventId, IdentityType, RequestId, UserIdentity};
use audit_log::{AuditLog, Options, Position, SigningKey};
use clock::Timestamp;
use gate::LastUses;
use secret::SecretArray;
use store::{Memory, Page, Store};

use crate::Trail;
use crate::index::{FORM, Found, Indexed, REACH};

const NOW: Timestamp = Timestamp::from_secs(1_790_000_000);

/// An event of some account at a time, as it goes to the log.
fn event(number: u8, at: Timestamp) -> (String, Vec<u8>) {
    let mut identity = UserIdentity::new(IdentityType::Root);
    identity.account_id =
        Some(if number.is_multiple_of(2) { "111122223333" } else { "444455556666" }.parse().unwrap());
    let event = Event::of(Call {
        event_id: EventId::from_random([number; 16]),
        request_id: RequestId::from_random([number; 16]),
        time: at,
        source: "kms.amazonaws.com",
        operation: "Encrypt",
        region: "eu-west-1".parse().unwrap(),
        source_address: "192.0.2.1",
        identity,
        read_only: true,
    });
    (event.event_id.to_string(), event.to_record().unwrap())
}

async fn times(index: &Store) -> Vec<i64> {
    let found = index.begin().await.unwrap().list::<Found>(&(), Page::all()).await.unwrap().items;
    let mut times: Vec<i64> = found.iter().map(|found| found.time.secs() - NOW.secs()).collect();
    times.sort_unstable();
    times
}

#[tokio::test]
async fn entries_out_of_reach_are_pruned_as_new_ones_come() {
    let folder = tempfile::tempdir().unwrap();
    let signing_key = SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap();
    let log = AuditLog::open(Options::new(folder.path(), signing_key)).unwrap();
    let index = Store::new(Memory::new());
    let trail: Arc<Trail> = Trail::open(index.clone(), log.clone()).await.unwrap();
    let reach = i64::try_from(REACH.as_secs()).unwrap();
    let mut taken = Position::START;
    for (number, (secs, expected)) in [
        (-reach - 2, vec![-reach - 2]),
        (-reach - 1, vec![-reach - 2, -reach - 1]),
        (-reach, vec![-reach - 2, -reach - 1, -reach]),
        // Each new entry takes up to two old ones along; the entry at the very edge stays.
        (0, vec![-reach, 0]),
        (1, vec![0, 1]),
    ]
    .into_iter()
    .enumerate()
    {
        let (id, record) = event(u8::try_from(number).unwrap(), Timestamp::from_secs(NOW.secs() + secs));
        log.append(&id, record).await.unwrap();
        let entry = log.subscribe(taken).try_next().unwrap().unwrap();
        taken = entry.position;
        trail.take(&[entry]).await.unwrap();
        assert_eq!(times(&index).await, expected);
    }
}

const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const OTHER: &str = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/// A call of an operation on keys, `number` seconds after now.
fn call(number: u8, operation: &'static str, keys: &[&str], error: Option<&str>) -> (String, Vec<u8>) {
    call_of("kms.amazonaws.com", number, operation, keys, error)
}

fn call_of(
    source: &'static str,
    number: u8,
    operation: &'static str,
    keys: &[&str],
    error: Option<&str>,
) -> (String, Vec<u8>) {
    let event = Event::of(Call {
        event_id: EventId::from_random([number; 16]),
        request_id: RequestId::from_random([number; 16]),
        time: Timestamp::from_secs(NOW.secs() + i64::from(number)),
        source,
        operation,
        region: "eu-west-1".parse().unwrap(),
        source_address: "192.0.2.1",
        identity: UserIdentity::new(IdentityType::Root),
        read_only: true,
    });
    let resource = |arn: &&str| Resource {
        arn: Some((*arn).into()),
        account_id: None,
        resource_type: Some("AWS::KMS::Key".into()),
    };
    let event =
        Event { resources: keys.iter().map(resource).collect(), error_code: error.map(Into::into), ..event };
    (event.event_id.to_string(), event.to_record().unwrap())
}

/// Takes everything in that the log has after `taken`.
async fn take_all(trail: &Trail, log: &AuditLog) {
    let mut reader = log.subscribe(*trail.indexed.borrow());
    while let Some(entry) = reader.try_next().unwrap() {
        trail.take(&[entry]).await.unwrap();
    }
}

/// The last use of a key: operation and seconds after now.
async fn last_use(trail: &Trail, key: &str) -> Option<(String, i64)> {
    let last = trail.last_use(key).await.unwrap().last?;
    Some((last.operation, last.time.secs() - NOW.secs()))
}

#[tokio::test]
async fn the_last_successful_use_of_each_key_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let signing_key = SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap();
    let log = AuditLog::open(Options::new(folder.path(), signing_key)).unwrap();
    let index = Store::new(Memory::new());
    let trail: Arc<Trail> = Trail::open(index.clone(), log.clone()).await.unwrap();
    let append = async |number, operation, keys: &[&str], error| {
        let (id, record) = call(number, operation, keys, error);
        log.append(&id, record).await.unwrap();
    };

    append(1, "CreateKey", &[KEY], None).await;
    append(2, "DescribeKey", &[KEY], None).await;
    append(3, "Encrypt", &[KEY], Some("DisabledException")).await;
    take_all(&trail, &log).await;
    let tracked = trail.last_use(KEY).await.unwrap();
    assert_eq!(tracked.since, Some(Timestamp::from_secs(NOW.secs() + 1)));
    assert_eq!(tracked.last, None);

    append(4, "ReEncrypt", &[KEY, OTHER], None).await;
    append(5, "Encrypt", &[KEY], None).await;
    append(6, "CreateGrant", &[KEY], None).await;
    take_all(&trail, &log).await;
    assert_eq!(last_use(&trail, KEY).await, Some(("Encrypt".to_owned(), 5)));
    assert_eq!(last_use(&trail, OTHER).await, Some(("ReEncrypt".to_owned(), 4)));
    let last = trail.last_use(KEY).await.unwrap().last.unwrap();
    assert_eq!(last.event_id, EventId::from_random([5; 16]).to_string());
    assert_eq!(last.request_id, Some(RequestId::from_random([5; 16]).to_string()));

    // A deleted key has no last use, and the one that takes its name begins anew.
    append(7, "DeleteKey", &[KEY], None).await;
    take_all(&trail, &log).await;
    assert_eq!(last_use(&trail, KEY).await, None);

    // An index without uses, such as an older version made, gets them from the log.
    append(8, "Sign", &[KEY], None).await;
    take_all(&trail, &log).await;
    let older = Store::new(Memory::new());
    let mut tx = older.begin().await.unwrap();
    let position = *trail.indexed.borrow();
    tx.put(&Indexed { log_id: log.log_id().to_owned(), position, form: FORM - 1, since: None })
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let trail: Arc<Trail> = Trail::open(older, log.clone()).await.unwrap();
    take_all(&trail, &log).await;
    assert_eq!(last_use(&trail, KEY).await, Some(("Sign".to_owned(), 8)));
    assert_eq!(last_use(&trail, OTHER).await, Some(("ReEncrypt".to_owned(), 4)));
    assert_eq!(trail.last_use(KEY).await.unwrap().since, Some(Timestamp::from_secs(NOW.secs() + 1)));
}

#[tokio::test]
async fn use_as_an_external_key_counts() {
    let folder = tempfile::tempdir().unwrap();
    let signing_key = SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap();
    let log = AuditLog::open(Options::new(folder.path(), signing_key)).unwrap();
    let trail: Arc<Trail> = Trail::open(Store::new(Memory::new()), log.clone()).await.unwrap();
    for (number, source, operation, error) in [
        (1, "kms-xks-proxy.amazonaws.com", "Encrypt", None),
        (2, "kms-xks-proxy.amazonaws.com", "GetKeyMetadata", None),
        (3, "kms-xks-proxy.amazonaws.com", "Decrypt", Some("InvalidCiphertextException")),
        (4, "sts.amazonaws.com", "Encrypt", None),
    ] {
        let (id, record) = call_of(source, number, operation, &[KEY], error);
        log.append(&id, record).await.unwrap();
    }
    take_all(&trail, &log).await;
    assert_eq!(last_use(&trail, KEY).await, Some(("Encrypt".to_owned(), 1)));
}

#[tokio::test]
async fn an_index_that_is_behind_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let signing_key = SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap();
    let log = AuditLog::open(Options::new(folder.path(), signing_key)).unwrap();
    let trail: Arc<Trail> = Trail::open(Store::new(Memory::new()), log.clone()).await.unwrap();
    let (id, record) = call(1, "Encrypt", &[KEY], None);
    log.append(&id, record).await.unwrap();
    assert!(matches!(trail.last_use(KEY).await, Err(gate::LastUsesError::Behind)));
    take_all(&trail, &log).await;
    assert_eq!(last_use(&trail, KEY).await, Some(("Encrypt".to_owned(), 1)));
}
