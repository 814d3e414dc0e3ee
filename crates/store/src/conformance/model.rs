//! Random interleavings of transactions, compared with running them one after the other.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use super::{Item, block_on, item};
use crate::{Backend, Error, Page, StartsWith, Store, Tx};

const TRANSACTIONS: usize = 3;
const NAMES: [&str; 5] = ["", "a", "a\0", "ab", "b"];
const COLOURS: [&str; 2] = ["red", "green"];

/// Transactions that interleave at random read their snapshot and their own writes, and those that commit give the same results when they run
/// alone, one after the other, in the order of their versions. One is refused only if somebody else touched its records.
pub fn random_interleavings_are_serializable<B: Backend, T>(make: impl Fn(usize) -> (B, T)) {
    let config = Config { cases: 64, failure_persistence: None, ..Config::default() };
    let steps = prop::collection::vec((0..TRANSACTIONS, any_step()), 1..60);
    let outcome = TestRunner::new(config).run(&steps, |steps| {
        let (backend, _outlives_it) = make(1000);
        block_on(check(&Store::new(backend), &steps))
    });
    assert!(outcome.is_ok(), "{}", outcome.err().map(|error| error.to_string()).unwrap_or_default());
}

#[derive(Debug, Clone)]
enum Step {
    Do(Action),
    Commit,
    GiveUp,
}

#[derive(Debug, Clone)]
enum Action {
    Get(&'static str),
    Put(&'static str, &'static str),
    Insert(&'static str, &'static str),
    Delete(&'static str),
    List(&'static str, usize),
    ListBy(&'static str, usize),
}

fn any_step() -> impl Strategy<Value = Step> {
    let name = || prop::sample::select(&NAMES[..]);
    let colour = || prop::sample::select(&COLOURS[..]);
    prop_oneof![
        3 => name().prop_map(|name| Step::Do(Action::Get(name))),
        4 => (name(), colour()).prop_map(|(name, colour)| Step::Do(Action::Put(name, colour))),
        1 => (name(), colour()).prop_map(|(name, colour)| Step::Do(Action::Insert(name, colour))),
        2 => name().prop_map(|name| Step::Do(Action::Delete(name))),
        1 => (name(), 1..4_usize).prop_map(|(start, limit)| Step::Do(Action::List(start, limit))),
        1 => (colour(), 1..4_usize).prop_map(|(colour, limit)| Step::Do(Action::ListBy(colour, limit))),
        4 => Just(Step::Commit),
        1 => Just(Step::GiveUp),
    ]
}

/// Colours by name: what the store should contain.
type Model = BTreeMap<&'static str, &'static str>;

#[derive(Debug, PartialEq)]
enum Outcome {
    Row(Option<(String, String)>),
    Rows(Vec<(String, String)>, bool),
    Done(bool),
}

struct Running {
    tx: Tx,
    snapshot: Model,
    past: Vec<(Action, Outcome)>,
    /// What other transactions wrote since this one began.
    disturbed: BTreeSet<&'static str>,
}

async fn check(store: &Store, steps: &[(usize, Step)]) -> Result<(), TestCaseError> {
    let mut committed = Model::new();
    let mut running: [Option<Running>; TRANSACTIONS] = [const { None }; TRANSACTIONS];
    for (which, step) in steps {
        let Some(place) = running.get_mut(*which) else { continue };
        match (step, place.take()) {
            (Step::Do(action), current) => {
                let mut current = match current {
                    Some(current) => current,
                    None => begin(store, &committed).await?,
                };
                let outcome = perform(&mut current.tx, action).await.map_err(failed)?;
                prop_assert_eq!(&outcome, &predict(&mut current.snapshot, action));
                current.past.push((action.clone(), outcome));
                *place = Some(current);
            }
            (Step::Commit, Some(ended)) => {
                let Running { tx, past, disturbed, .. } = ended;
                let result = tx.commit().await;
                let mut alone = committed.clone();
                let same = past.iter().all(|(action, outcome)| predict(&mut alone, action) == *outcome);
                match result {
                    Ok(_) => {
                        let written: Vec<_> = past.iter().filter_map(written).collect();
                        // One that only read belongs before the commits that came after its snapshot.
                        prop_assert!(same || written.is_empty(), "committed, but not serializable");
                        if !written.is_empty() {
                            committed = alone;
                            running.iter_mut().flatten().for_each(|other| other.disturbed.extend(&written));
                        }
                    }
                    Err(Error::Conflict) => {
                        let mut looked_at = past.iter().map(|(action, _)| looked_at(action));
                        let touched = looked_at.any(|name| name.is_none_or(|name| disturbed.contains(name)));
                        prop_assert!(touched && !disturbed.is_empty(), "refused without a cause");
                    }
                    Err(error) => return Err(failed(error)),
                }
            }
            (Step::GiveUp | Step::Commit, _) => {}
        }
        let mut tx = store.begin().await.map_err(failed)?;
        let rows = tx.list::<Item>(&(), Page::all()).await.map_err(failed)?.items;
        let expected: Vec<_> = committed.iter().map(|(name, colour)| painted(name, colour)).collect();
        prop_assert_eq!(rows, expected);
    }
    Ok(())
}

async fn begin(store: &Store, committed: &Model) -> Result<Running, TestCaseError> {
    let tx = store.begin().await.map_err(failed)?;
    Ok(Running { tx, snapshot: committed.clone(), past: Vec::new(), disturbed: BTreeSet::new() })
}

async fn perform(tx: &mut Tx, action: &Action) -> Result<Outcome, Error> {
    let rows = |page: crate::PageOf<Item>| {
        let more = page.next.is_some();
        Outcome::Rows(page.items.into_iter().map(|item| (item.name, item.colour)).collect(), more)
    };
    Ok(match *action {
        Action::Get(name) => {
            let found = tx.get::<Item>(&super::key("d", name)).await?;
            Outcome::Row(found.map(|item| (item.name, item.colour)))
        }
        Action::Put(name, colour) => tx.put(&painted(name, colour)).await.map(|()| Outcome::Done(true))?,
        Action::Insert(name, colour) => match tx.insert(&painted(name, colour)).await {
            Err(Error::AlreadyExists { .. }) => Outcome::Done(false),
            result => result.map(|()| Outcome::Done(true))?,
        },
        Action::Delete(name) => Outcome::Done(tx.delete::<Item>(&super::key("d", name)).await?),
        Action::List(start, limit) => {
            rows(tx.list::<Item>(&("d", StartsWith(start)), Page::first(limit)).await?)
        }
        Action::ListBy(colour, limit) => {
            rows(tx.list_by::<Item>("by-colour", &colour, Page::first(limit)).await?)
        }
    })
}

fn predict(model: &mut Model, action: &Action) -> Outcome {
    let pair = |(name, colour): (&&str, &&str)| ((*name).to_owned(), (*colour).to_owned());
    let rows = |all: Vec<_>, limit: usize| {
        let more = all.len() > limit;
        Outcome::Rows(all.into_iter().take(limit).collect(), more)
    };
    match *action {
        Action::Get(name) => Outcome::Row(model.get_key_value(name).map(pair)),
        Action::Put(name, colour) => {
            model.insert(name, colour);
            Outcome::Done(true)
        }
        Action::Insert(name, colour) => {
            let new = !model.contains_key(name);
            model.entry(name).or_insert(colour);
            Outcome::Done(new)
        }
        Action::Delete(name) => Outcome::Done(model.remove(name).is_some()),
        Action::List(start, limit) => {
            rows(model.iter().filter(|(name, _)| name.starts_with(start)).map(pair).collect(), limit)
        }
        Action::ListBy(wanted, limit) => {
            rows(model.iter().filter(|(_, colour)| **colour == wanted).map(pair).collect(), limit)
        }
    }
}

/// The record that a step has written.
fn written((action, outcome): &(Action, Outcome)) -> Option<&'static str> {
    match *action {
        Action::Put(name, _) | Action::Insert(name, _) | Action::Delete(name)
            if *outcome == Outcome::Done(true) =>
        {
            Some(name)
        }
        _ => None,
    }
}

/// The one record that an action depends on; `None` for a listing, which depends on all.
fn looked_at(action: &Action) -> Option<&'static str> {
    match *action {
        Action::Get(name) | Action::Put(name, _) | Action::Insert(name, _) | Action::Delete(name) => {
            Some(name)
        }
        Action::List(..) | Action::ListBy(..) => None,
    }
}

fn painted(name: &str, colour: &str) -> Item {
    Item { colour: colour.to_owned(), ..item("d", name) }
}

fn failed(error: Error) -> TestCaseError {
    TestCaseError::fail(error.to_string())
}
