use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use crate::Principal;

/// The condition context of one request: condition keys and their values.
///
/// Keys are compared without regard to ASCII case (`aws:SourceIp` is `AWS:sourceip`). All values are texts in the form
/// that policies compare: numbers in decimal, dates in ISO 8601 (epoch seconds for `aws:EpochTime`), booleans as `true` or
/// `false`, binary values in base64. A constant key or value is not copied, nor is what many requests have in common
/// ([`Self::insert_shared`]).
#[derive(Debug, Clone, Default)]
pub struct Context {
    // INVARIANT: no two keys are equal without regard to ASCII case.
    entries: Vec<(Cow<'static, str>, Values)>,
    // INVARIANT: one for each entry, by the hash of its key; sorted.
    places: Vec<(KeyHash, usize)>,
    /// What the entries do not have.
    // INVARIANT: shares nothing itself.
    shared: Option<Arc<Context>>,
}

/// A hash of a condition key without regard to ASCII case. Policies keep those of their keys: a decision looks for the same keys in
/// hundreds of conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KeyHash(u32);

/// What the context holds for a key.
///
/// Whether a key is single-valued or multivalued belongs to the key, not to the number of values: a multivalued key with
/// one value is still multivalued, and is never the value of a policy variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Values {
    /// The value of a single-valued key.
    One(Cow<'static, str>),
    /// The values of a multivalued key, possibly none.
    Many(Vec<Cow<'static, str>>),
}

impl Context {
    /// An empty context.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a single-valued key, replacing what it had.
    pub fn insert(&mut self, key: impl Into<Cow<'static, str>>, value: impl Into<Cow<'static, str>>) {
        self.set(key.into(), Values::One(value.into()));
    }

    /// Sets a multivalued key, replacing what it had. An empty list is the same as an absent key.
    pub fn insert_many<V: Into<Cow<'static, str>>>(
        &mut self,
        key: impl Into<Cow<'static, str>>,
        values: impl IntoIterator<Item = V>,
    ) {
        self.set(key.into(), Values::Many(values.into_iter().map(Into::into).collect()));
    }

    /// Sets the keys that follow from who calls: `aws:PrincipalArn`, `aws:PrincipalAccount`, `aws:PrincipalType`, for users
    /// `aws:username`, for services `aws:PrincipalServiceName`, and `aws:PrincipalIsAWSService`.
    ///
    /// `aws:PrincipalArn` of an assumed-role session is the ARN of the **role**. `aws:userid`, tags and everything about
    /// the connection are the caller's to add. Source: IAM User Guide, "AWS global condition context keys".
    pub fn insert_principal(&mut self, principal: &Principal) {
        if let Some(arn) = principal.principal_arn() {
            self.insert("aws:PrincipalArn", arn);
        }
        if let Some(account) = principal.account() {
            self.insert("aws:PrincipalAccount", account.to_string());
            self.insert("aws:PrincipalIsAWSService", "false");
        }
        match principal {
            Principal::Service { name } => {
                self.insert("aws:PrincipalIsAWSService", "true");
                self.insert("aws:PrincipalServiceName", name.clone());
            }
            // Callers that AWS has no type for.
            Principal::Federated { .. } => {}
            _ => self.insert("aws:PrincipalType", principal.type_name()),
        }
        if let Principal::User { arn, .. } = principal
            && let Some(name) = arn.resource().rsplit('/').next()
        {
            self.insert("aws:username", name.to_owned());
        }
    }

    /// Sets all keys of `shared`, replacing what they had. They are copied only when there are others of the
    /// kind, here or in it.
    pub fn insert_shared(&mut self, shared: Arc<Context>) {
        if self.shared.is_some() || shared.shared.is_some() {
            for (key, values) in shared.entries() {
                self.set(key.clone(), values.clone());
            }
            return;
        }
        for (hash, at) in &self.places {
            if let Some((key, values)) = self.entries.get_mut(*at)
                && let Some(new) = shared.entry(*hash, || key)
            {
                *values = new.clone();
            }
        }
        self.shared = Some(shared);
    }

    /// What the context holds for `key`; an empty multivalued key is absent.
    pub fn get(&self, key: &str) -> Option<&Values> {
        self.find(KeyHash::of(key), || key)
    }

    /// [`Self::get`] for a key whose hash is known. The key itself is asked for only when there is one with this hash.
    pub(crate) fn find<'k>(&self, hash: KeyHash, key: impl Fn() -> &'k str) -> Option<&Values> {
        self.entry(hash, key).filter(|values| !values.is_empty())
    }

    fn entry<'k>(&self, hash: KeyHash, key: impl Fn() -> &'k str) -> Option<&Values> {
        let own = self.position(hash, &key).ok().and_then(|at| self.entries.get(at));
        let shared = || {
            let shared = self.shared.as_ref()?;
            let at = shared.position(hash, &key).ok()?;
            shared.entries.get(at)
        };
        own.or_else(shared).map(|(_, values)| values)
    }

    /// All keys with their values, in no order.
    pub fn entries(&self) -> impl Iterator<Item = &(Cow<'static, str>, Values)> {
        let is_new =
            |(key, _): &&(Cow<'static, str>, Values)| self.position(KeyHash::of(key), || key).is_err();
        let shared = self.shared.iter().flat_map(|shared| &shared.entries).filter(is_new);
        self.entries.iter().chain(shared)
    }

    /// The value of a single-valued key.
    pub fn get_one(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Values::One(value) => Some(value),
            Values::Many(_) => None,
        }
    }

    /// All keys with their values, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Values)> {
        let mut entries: Vec<_> = self.entries().map(|(key, values)| (&**key, values)).collect();
        entries.sort_by(|(left, _), (right, _)| compare_ignoring_case(left, right));
        entries.into_iter()
    }

    fn set(&mut self, key: Cow<'static, str>, values: Values) {
        let hash = KeyHash::of(&key);
        match self.position(hash, || &key) {
            Ok(at) => {
                if let Some(entry) = self.entries.get_mut(at) {
                    entry.1 = values;
                }
            }
            Err(place) => {
                self.places.insert(place, (hash, self.entries.len()));
                self.entries.push((key, values));
            }
        }
    }

    /// Where the key is among the entries, or else where its place belongs.
    fn position<'k>(&self, hash: KeyHash, key: impl Fn() -> &'k str) -> Result<usize, usize> {
        let first = self.places.partition_point(|(known, _)| *known < hash);
        let places = self.places.get(first..).unwrap_or_default();
        let mut alike = places.iter().take_while(|(known, _)| *known == hash);
        let is_key =
            |at: &usize| self.entries.get(*at).is_some_and(|(known, _)| known.eq_ignore_ascii_case(key()));
        alike.find(|(_, at)| is_key(at)).map(|(_, at)| *at).ok_or(first)
    }
}

impl Values {
    /// The values in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values.as_slice(),
        }
        .iter()
        .map(|value| &**value)
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Many(values) if values.is_empty())
    }
}

impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        let same = |(key, values): &(Cow<'static, str>, Values)| {
            other.entry(KeyHash::of(key), || key).is_some_and(|others| others == values)
        };
        self.entries().count() == other.entries().count() && self.entries().all(same)
    }
}

impl Eq for Context {}

impl KeyHash {
    pub(crate) fn of(key: &str) -> Self {
        // A word at a time. The bit makes letters small, and confuses some others, which costs nothing but a comparison.
        let step = |hash: u64, word: u64| {
            (hash ^ (word | 0x2020_2020_2020_2020)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
        };
        let (words, rest) = key.as_bytes().as_chunks::<8>();
        let mut last = [0; 8];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        let hash = words
            .iter()
            .chain([&last])
            .fold(0xcbf2_9ce4_8422_2325, |hash, word| step(hash, u64::from_le_bytes(*word)));
        // The upper half.
        Self(u32::try_from(hash >> 32).unwrap_or_default())
    }
}

fn compare_ignoring_case(left: &str, right: &str) -> Ordering {
    let lower = |byte: u8| byte.to_ascii_lowercase();
    left.bytes().map(lower).cmp(right.bytes().map(lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_any_case_and_replaced() {
        let mut context = Context::new();
        context.insert("aws:SourceIp", "10.0.0.1");
        context.insert("AWS:SOURCEIP", "10.0.0.2");
        context.insert_many("kms:ResourceAliases", ["alias/a", "alias/b"]);
        assert_eq!(context.get_one("aws:sourceip"), Some("10.0.0.2"));
        assert_eq!(context.iter().count(), 2);
        assert_eq!(context.get("KMS:ResourceAliases").unwrap().iter().count(), 2);
        assert_eq!(context.get_one("kms:ResourceAliases"), None);
    }

    #[test]
    fn shared_keys_replace_what_was_set_before_and_are_replaced_by_what_is_set_after() {
        let mut shared = Context::new();
        shared.insert("aws:userid", "AIDA");
        shared.insert("aws:PrincipalTag/team", "blue");
        shared.insert_many("aws:PrincipalOrgPaths", ["o/r/"]);
        let shared = Arc::new(shared);
        let mut context = Context::new();
        context.insert("aws:PRINCIPALTAG/team", "red");
        context.insert("kms:RequestAlias", "alias/a");
        context.insert_shared(Arc::clone(&shared));
        assert_eq!(context.get_one("aws:PrincipalTag/team"), Some("blue"));
        context.insert("aws:UserId", "AROA");
        context.insert_many("aws:PrincipalOrgPaths", Vec::<String>::new());
        assert_eq!(context.get_one("aws:userid"), Some("AROA"));
        assert_eq!(context.get("aws:PrincipalOrgPaths"), None, "set to nothing");
        let keys: Vec<_> = context.iter().map(|(key, _)| key).collect();
        assert_eq!(
            keys,
            ["aws:PrincipalOrgPaths", "aws:PRINCIPALTAG/team", "aws:UserId", "kms:RequestAlias"]
        );
        let mut copied = Context::new();
        for (key, values) in context.iter() {
            match values {
                Values::One(value) => copied.insert(key.to_owned(), value.clone()),
                Values::Many(values) => copied.insert_many(key.to_owned(), values.clone()),
            }
        }
        assert_eq!(copied, context);
        copied.insert_shared(Arc::new(context.clone()));
        assert_eq!(copied, context);
        copied.insert_shared(shared);
        assert_eq!(copied.get_one("aws:userid"), Some("AIDA"));
        assert_ne!(copied, context);
    }

    #[test]
    fn an_empty_list_is_an_absent_key() {
        let mut context = Context::new();
        context.insert_many("aws:TagKeys", Vec::<String>::new());
        assert_eq!(context.get("aws:TagKeys"), None);
    }

    #[test]
    fn a_session_has_its_roles_arn_and_a_user_its_name() {
        let mut context = Context::new();
        context.insert_principal(&Principal::AssumedRole {
            account: "111122223333".parse().unwrap(),
            role_arn: "arn:aws:iam::111122223333:role/team/App".parse().unwrap(),
            session_arn: "arn:aws:sts::111122223333:assumed-role/App/s1".parse().unwrap(),
        });
        assert_eq!(context.get_one("aws:PrincipalArn"), Some("arn:aws:iam::111122223333:role/team/App"));
        assert_eq!(context.get_one("aws:PrincipalType"), Some("AssumedRole"));
        assert_eq!(context.get_one("aws:username"), None);
        context.insert_principal(&Principal::User {
            account: "111122223333".parse().unwrap(),
            arn: "arn:aws:iam::111122223333:user/path/ann".parse().unwrap(),
        });
        assert_eq!(context.get_one("aws:username"), Some("ann"));
        assert_eq!(context.get_one("aws:PrincipalIsAWSService"), Some("false"));
    }

    #[test]
    fn a_service_has_its_name_and_no_account() {
        let mut context = Context::new();
        context.insert_principal(&Principal::Service { name: "logs.amazonaws.com".to_owned() });
        let keys: Vec<_> = context.iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["aws:PrincipalIsAWSService", "aws:PrincipalServiceName"]);
    }
}
