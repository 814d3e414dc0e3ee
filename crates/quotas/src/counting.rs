use crate::table::{OPERATIONS, QuotaId};

/// What the calls of an operation count against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counting {
    /// By the beginning of a key spec, in this order; the last fits all.
    // INVARIANT: not empty; the last text is.
    by_spec: Vec<(&'static str, QuotaId)>,
    /// Key specs, by their beginnings, with which a call keeps a processor for long.
    heavy: &'static [&'static str],
}

impl Counting {
    /// That of the operation `name` of `service`: `kms`, `Encrypt`.
    ///
    /// An operation that the table does not have counts against `other`, so that none is free.
    pub fn of(service: &str, name: &str) -> Self {
        let heavy = OPERATIONS
            .iter()
            .find(|row| is_named(row.operation, service, name))
            .map_or(&[] as &[&str], |row| row.heavy);
        if let Some(row) = OPERATIONS.iter().find(|row| is_named(row.operation, service, name))
            && !row.by_spec.is_empty()
        {
            let named = row.by_spec.iter().filter_map(|(spec, quota)| Some((*spec, QuotaId::named(quota)?)));
            return Self { by_spec: named.collect(), heavy };
        }
        let own = QuotaId::named(&format!("{service}:{name}"));
        let quota = own.or_else(|| QuotaId::named(service)).unwrap_or(QuotaId::OTHER);
        Self { by_spec: vec![("", quota)], heavy }
    }

    /// The quota, when it is the same whatever the call names.
    pub fn fixed(&self) -> Option<QuotaId> {
        match self.by_spec.as_slice() {
            [(_, quota)] => Some(*quota),
            _ => None,
        }
    }

    /// The quota of a call about a key of this spec; without one, that of a call which did not come to name a key.
    pub fn quota(&self, spec: Option<&str>) -> QuotaId {
        let spec = spec.unwrap_or_default();
        let found = self.by_spec.iter().find(|(beginning, _)| spec.starts_with(beginning));
        found.map_or(QuotaId::OTHER, |(_, quota)| *quota)
    }

    /// Whether a call about a key of this spec keeps a processor for a good part of a millisecond or more.
    pub fn is_heavy(&self, spec: Option<&str>) -> bool {
        spec.is_some_and(|spec| self.heavy.iter().any(|beginning| spec.starts_with(beginning)))
    }
}

fn is_named(operation: &str, service: &str, name: &str) -> bool {
    operation.split_once(':') == Some((service, name))
}
