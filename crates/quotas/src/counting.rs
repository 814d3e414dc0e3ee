use crate::table::{OPERATIONS, QuotaId, Weight};

/// What the calls of an operation count against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counting {
    /// By the beginning of a key spec, in this order; the last fits all.
    // INVARIANT: not empty; the last text is.
    by_spec: Vec<(&'static str, QuotaId)>,
    /// What a call weighs with key specs that begin so.
    weight: (Weight, &'static [&'static str]),
}

impl Counting {
    /// That of the operation `name` of `service`: `kms`, `Encrypt`.
    ///
    /// An operation that the table does not have counts against `other`, so that none is free.
    pub fn of(service: &str, name: &str) -> Self {
        let weight = OPERATIONS
            .iter()
            .find(|row| is_named(row.operation, service, name))
            .map_or((Weight::Light, &[] as &[&str]), |row| row.weight);
        if let Some(row) = OPERATIONS.iter().find(|row| is_named(row.operation, service, name))
            && !row.by_spec.is_empty()
        {
            let named = row.by_spec.iter().filter_map(|(spec, quota)| Some((*spec, QuotaId::named(quota)?)));
            return Self { by_spec: named.collect(), weight };
        }
        let own = QuotaId::named(&format!("{service}:{name}"));
        let quota = own.or_else(|| QuotaId::named(service)).unwrap_or(QuotaId::OTHER);
        Self { by_spec: vec![("", quota)], weight }
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

    /// How long a call about a key of this spec keeps a processor.
    pub fn weight(&self, spec: Option<&str>) -> Weight {
        let (weight, specs) = self.weight;
        let is_it = spec.is_some_and(|spec| specs.iter().any(|beginning| spec.starts_with(beginning)));
        if is_it { weight } else { Weight::Light }
    }
}

fn is_named(operation: &str, service: &str, name: &str) -> bool {
    operation.split_once(':') == Some((service, name))
}
