//! What tenants' keys cost, against one key for each tenant and service.

use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};

use crate::desired;
use crate::list::Progress;
use crate::patience::call;
use crate::plot::Plot;
use crate::tenant::Key;
use crate::{Error, Kind, Tenants, prices};

/// What cannot be read from the KMS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CostOptions {
    /// How many services use tenants' keys.
    pub services: u32,
    /// Requests of all of them in a month. The same with either way to have keys.
    pub requests: u64,
}

/// Keys and prices in a month, at AWS's prices in US dollars.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    /// As of when the prices are.
    pub prices_as_of: String,
    /// Services that are compared with.
    pub services: u32,
    /// Keys that are charged: those that are to be deleted are not.
    pub keys: usize,
    /// Of these, keys that were never rotated, once, and twice or more.
    pub keys_by_rotations: [usize; 3],
    /// The keys' price today.
    pub key_price: f64,
    /// The requests' price.
    pub request_price: f64,
    /// Both.
    pub total: f64,
    /// Both, when every rotated key has been rotated twice.
    pub total_after_rotations: f64,
    /// Keys with one for each tenant and service.
    pub separate_keys: usize,
    /// What these would cost today.
    pub separate_total: f64,
    /// And when every rotated key has been rotated twice.
    pub separate_total_after_rotations: f64,
}

impl Tenants {
    /// Counts keys and their rotations.
    ///
    /// # Errors
    /// What the endpoint refuses.
    pub async fn cost(
        &self,
        options: CostOptions,
        concurrency: usize,
        progress: Progress<'_>,
    ) -> Result<Cost, Error> {
        let rotations = self.rotations.get(|| self.all_rotations(concurrency, progress)).await?;
        Ok(Cost::of(&rotations, options))
    }

    /// Of each key that is charged, how often it was rotated and whether it will be.
    async fn all_rotations(
        &self,
        concurrency: usize,
        progress: Progress<'_>,
    ) -> Result<Vec<(usize, bool)>, Error> {
        let tenants = self.list(concurrency, &|_, _| ()).await?;
        let keys: Vec<Key> =
            tenants.into_iter().map(|tenant| tenant.key).filter(|key| key.deletion.is_none()).collect();
        let total = keys.len();
        let mut counts = stream::iter(keys)
            .map(|key| async move {
                let rotates = desired::rotates(&key.origin);
                match self.rotations(&key).await {
                    // A key that cannot be looked at costs what a new one does, at least.
                    Err(error) if error.kind() == Kind::Forbidden => Ok((0, rotates)),
                    rotations => Ok::<_, Error>((rotations?, rotates)),
                }
            })
            .buffer_unordered(concurrency.max(1));
        let mut found = Vec::with_capacity(total);
        while let Some(one) = counts.try_next().await? {
            found.push(one);
            progress(found.len(), total);
        }
        Ok(found)
    }

    /// How often a key's material was rotated.
    async fn rotations(&self, key: &Key) -> Result<usize, Error> {
        let mut count = 0;
        let mut marker = None;
        loop {
            let page = call!(
                "ListKeyRotations",
                self.connection.kms.list_key_rotations().key_id(&key.id).set_marker(marker.clone())
            )?;
            count += page.rotations.map_or(0, |rotations| rotations.len());
            match page.next_marker {
                // More rotations change no price.
                Some(next) if page.truncated && count < prices::CHARGED_ROTATIONS => marker = Some(next),
                _ => return Ok(count),
            }
        }
    }
}

impl Cost {
    /// Of keys with so many rotations, and whether there will be more.
    fn of(keys: &[(usize, bool)], options: CostOptions) -> Self {
        let mut keys_by_rotations = [0; 3];
        for (rotations, _) in keys {
            if let Some(count) = keys_by_rotations.get_mut((*rotations).min(2)) {
                *count += 1;
            }
        }
        let services = options.services.max(1);
        let today: f64 = keys.iter().map(|(rotations, _)| prices::key(*rotations)).sum();
        let later = |(rotations, rotates): &(usize, bool)| {
            prices::key(if *rotates { prices::CHARGED_ROTATIONS } else { *rotations })
        };
        let later: f64 = keys.iter().map(later).sum();
        let requests = prices::requests(options.requests);
        let times = f64::from(services);
        Self {
            prices_as_of: prices::AS_OF.to_owned(),
            services,
            keys: keys.len(),
            keys_by_rotations,
            key_price: today,
            request_price: requests,
            total: today + requests,
            total_after_rotations: later + requests,
            separate_keys: keys.len() * services as usize,
            separate_total: today * times + requests,
            separate_total_after_rotations: later * times + requests,
        }
    }

    /// The four totals.
    pub fn plot(&self) -> Plot {
        Plot {
            title: format!("Price of {} tenants' keys a month, {} services", self.keys, self.services),
            unit: "$".to_owned(),
            bars: vec![
                ("one key per tenant, today".to_owned(), self.total),
                ("one key per tenant and service, today".to_owned(), self.separate_total),
                ("one key per tenant, after two rotations".to_owned(), self.total_after_rotations),
                (
                    "per tenant and service, after two rotations".to_owned(),
                    self.separate_total_after_rotations,
                ),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        let keys = [(0, true), (1, true), (5, true), (0, false)];
        let cost = Cost::of(&keys, CostOptions { services: 5, requests: 1_020_000 });
        assert_eq!((cost.keys, cost.keys_by_rotations), (4, [2, 1, 1]));
        assert_eq!((cost.key_price, cost.request_price), (7.0, 3.0));
        assert_eq!((cost.total, cost.separate_total), (10.0, 38.0));
        assert_eq!((cost.total_after_rotations, cost.separate_total_after_rotations), (13.0, 53.0));
        assert_eq!(cost.separate_keys, 20);
    }
}
