use std::sync::Arc;

use audit_event::{Call, Event, EventId, IdentityType, RequestId, UserIdentity};
use audit_log::{AuditLog, Options, Position, SigningKey};
use clock::Timestamp;
use secret::SecretArray;
use store::{Memory, Page, Store};

use crate::Trail;
use crate::index::{Found, REACH};

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
