//! What must happen. Source: KMS API Reference and Developer Guide ("Key states", "Rotate keys", "Importing key material", "Grants").

use std::time::Duration;

use clock::Timestamp;

use super::support::DAY;
use super::{ALIASES, Allows, Kind, Who};

/// `Err`: the code of the error.
pub type Outcome<T = ()> = Result<T, &'static str>;

const GONE: &str = "NotFoundException";
const DISABLED: &str = "DisabledException";
const STATE: &str = "KMSInvalidStateException";
const UNSUPPORTED: &str = "UnsupportedOperationException";
const USAGE: &str = "InvalidKeyUsageException";
const FORBIDDEN: &str = "AccessDeniedException";

/// How often a key can be rotated on demand.
const ROTATIONS: usize = 25;

#[derive(Debug)]
pub struct Model {
    pub now: Timestamp,
    pub keys: Vec<Key>,
    /// Which key each name points to.
    pub aliases: [Option<usize>; ALIASES],
    pub grants: Vec<Grant>,
    pub ciphertexts: Vec<Ciphertext>,
    /// Of each import token: the key it is for, and its end.
    pub parameters: Vec<(usize, Timestamp)>,
}

#[derive(Debug)]
pub struct Key {
    pub kind: Kind,
    pub life: Life,
    /// All generations, the current one last.
    pub materials: Vec<Material>,
    /// What was imported for the next rotation.
    pub pending: Option<Material>,
    pub schedule: Option<Schedule>,
    /// How each generation but the first came to be.
    pub rotations: Vec<Rotation>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    Enabled,
    Disabled,
    Ends(Timestamp),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    pub days: u32,
    pub next: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rotation {
    Automatic,
    OnDemand,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// Which of the materials that can be imported it is.
    pub number: Option<usize>,
    pub present: bool,
    pub valid_to: Option<Timestamp>,
}

#[derive(Debug)]
pub struct Grant {
    pub key: usize,
    pub allows: Allows,
    pub constraint: Option<&'static str>,
    pub ended: bool,
}

#[derive(Debug)]
pub struct Ciphertext {
    pub key: usize,
    pub context: &'static str,
    /// Which generation of its key made it.
    pub generation: usize,
}

impl Material {
    /// What ListKeyRotations says of it: whether it is imported, and until when.
    pub fn shown(&self, now: Timestamp) -> (bool, Option<Timestamp>) {
        let here = self.is_here(now);
        (here, self.valid_to.filter(|_| here))
    }

    fn is_here(&self, now: Timestamp) -> bool {
        self.present && self.valid_to.is_none_or(|end| now < end)
    }
}

impl Key {
    /// The state that DescribeKey shows.
    pub fn state(&self, now: Timestamp) -> &'static str {
        match self.life {
            Life::Ends(_) => "PendingDeletion",
            _ if self.lacks_material(now) => "PendingImport",
            Life::Enabled => "Enabled",
            Life::Disabled => "Disabled",
        }
    }

    fn is_gone(&self, now: Timestamp) -> bool {
        matches!(self.life, Life::Ends(date) if date <= now)
    }

    fn lacks_material(&self, now: Timestamp) -> bool {
        let all_here = self.materials.iter().all(|material| material.is_here(now));
        self.kind == Kind::Imported && (self.materials.is_empty() || !all_here)
    }

    /// Cryptography, rotation and new grants need an enabled key.
    fn enabled(&self, now: Timestamp) -> Outcome {
        match self.state(now) {
            "Enabled" => Ok(()),
            "Disabled" => Err(DISABLED),
            _ => Err(STATE),
        }
    }

    fn kept(&self, now: Timestamp) -> Outcome {
        if self.state(now) == "PendingDeletion" { Err(STATE) } else { Ok(()) }
    }

    /// EnableKey and DisableKey.
    fn switch(&mut self, now: Timestamp, life: Life) -> Outcome {
        match self.state(now) {
            "Enabled" | "Disabled" => {
                self.life = life;
                Ok(())
            }
            _ => Err(STATE),
        }
    }
}

impl Model {
    pub fn new(now: Timestamp) -> Self {
        Self {
            now,
            keys: Vec::new(),
            aliases: [None; ALIASES],
            grants: Vec::new(),
            ciphertexts: Vec::new(),
            parameters: Vec::new(),
        }
    }

    /// A key that is there.
    pub fn key(&mut self, key: usize) -> Outcome<&mut Key> {
        let now = self.now;
        Some(&mut self.keys[key]).filter(|key| !key.is_gone(now)).ok_or(GONE)
    }

    pub fn create_key(&mut self, kind: Kind) {
        let made = Material { number: None, present: true, valid_to: None };
        self.keys.push(Key {
            kind,
            life: Life::Enabled,
            materials: if kind == Kind::Imported { vec![] } else { vec![made] },
            pending: None,
            schedule: None,
            rotations: vec![],
        });
    }

    pub fn enable_key(&mut self, key: usize) -> Outcome {
        let now = self.now;
        self.key(key)?.switch(now, Life::Enabled)
    }

    pub fn disable_key(&mut self, key: usize) -> Outcome {
        let now = self.now;
        self.key(key)?.switch(now, Life::Disabled)
    }

    pub fn schedule_key_deletion(&mut self, key: usize, days: u32) -> Outcome {
        let now = self.now;
        let key = self.key(key)?;
        key.kept(now)?;
        key.life = Life::Ends(now.plus(DAY * days));
        Ok(())
    }

    pub fn cancel_key_deletion(&mut self, key: usize) -> Outcome {
        let key = self.key(key)?;
        let Life::Ends(_) = key.life else { return Err(STATE) };
        key.life = Life::Disabled;
        Ok(())
    }

    /// What EnableKeyRotation and DisableKeyRotation need.
    fn schedulable(&mut self, key: usize) -> Outcome<&mut Key> {
        let now = self.now;
        let key = self.key(key)?;
        if key.kind == Kind::Imported {
            return Err(UNSUPPORTED);
        }
        key.enabled(now)?;
        if key.kind == Kind::Mac { Err(UNSUPPORTED) } else { Ok(key) }
    }

    pub fn enable_key_rotation(&mut self, key: usize, days: u32) -> Outcome {
        let now = self.now;
        let key = self.schedulable(key)?;
        if key.schedule.is_none_or(|schedule| schedule.days != days) {
            key.schedule = Some(Schedule { days, next: now.plus(DAY * days) });
        }
        Ok(())
    }

    pub fn disable_key_rotation(&mut self, key: usize) -> Outcome {
        self.schedulable(key)?.schedule = None;
        Ok(())
    }

    pub fn rotate_key_on_demand(&mut self, key: usize) -> Outcome {
        let now = self.now;
        let key = self.key(key)?;
        key.enabled(now)?;
        if key.kind == Kind::Mac {
            return Err(UNSUPPORTED);
        }
        if key.rotations.iter().filter(|rotation| **rotation == Rotation::OnDemand).count() >= ROTATIONS {
            return Err("LimitExceededException");
        }
        let next = match key.kind {
            Kind::Imported => key.pending.take_if(|pending| pending.is_here(now)).ok_or(STATE)?,
            _ => Material { number: None, present: true, valid_to: None },
        };
        key.materials.push(next);
        key.rotations.push(Rotation::OnDemand);
        Ok(())
    }

    pub fn get_parameters_for_import(&mut self, key: usize) -> Outcome {
        let now = self.now;
        self.importable(key)?;
        self.parameters.push((key, now.plus(DAY)));
        Ok(())
    }

    fn importable(&mut self, key: usize) -> Outcome<&mut Key> {
        let now = self.now;
        let key = self.key(key)?;
        if key.kind != Kind::Imported {
            return Err(UNSUPPORTED);
        }
        key.kept(now)?;
        Ok(key)
    }

    pub fn import_key_material(
        &mut self,
        key: usize,
        parameters: usize,
        number: usize,
        new: Option<bool>,
        valid_to: Option<Timestamp>,
    ) -> Outcome {
        let now = self.now;
        let (meant_for, end) = self.parameters[parameters];
        let imported = self.importable(key)?;
        if meant_for != key {
            return Err("InvalidImportTokenException");
        }
        if end <= now {
            return Err("ExpiredImportTokenException");
        }
        let lacked = imported.lacks_material(now);
        // Material for the next rotation that has expired is forgotten.
        let pending = imported.pending.clone().filter(|pending| pending.valid_to.is_none_or(|end| now < end));
        let known: Vec<_> = imported.materials.iter().chain(&pending).map(|known| known.number).collect();
        let arrived = Material { number: Some(number), present: true, valid_to };
        let again = known.contains(&Some(number));
        if new.unwrap_or(imported.materials.is_empty()) == again {
            return Err("IncorrectKeyMaterialException");
        }
        if again {
            imported.pending = pending;
            let all = imported.materials.iter_mut().chain(&mut imported.pending);
            for known in all.filter(|known| known.number == Some(number)) {
                *known = arrived.clone();
            }
        } else if imported.materials.is_empty() {
            imported.materials.push(arrived);
        } else if pending.is_some() {
            return Err(STATE);
        } else {
            imported.pending = Some(arrived);
        }
        if lacked && !imported.lacks_material(now) {
            imported.life = Life::Enabled;
        }
        Ok(())
    }

    /// `named`: by its number among the materials.
    pub fn delete_imported_key_material(&mut self, key: usize, named: Option<usize>) -> Outcome {
        let key = self.key(key)?;
        if key.kind != Kind::Imported {
            return Err(UNSUPPORTED);
        }
        if let Some(material) = match named {
            Some(at) => key.materials.get_mut(at),
            None => key.materials.last_mut(),
        } {
            material.present = false;
        }
        Ok(())
    }

    /// The key that a name points to; a name of a key that is gone is free.
    pub fn target(&self, alias: usize) -> Option<usize> {
        self.aliases[alias].filter(|key| !self.keys[*key].is_gone(self.now))
    }

    pub fn create_alias(&mut self, alias: usize, key: usize) -> Outcome {
        let now = self.now;
        self.key(key)?.kept(now)?;
        if self.target(alias).is_some() {
            return Err("AlreadyExistsException");
        }
        self.aliases[alias] = Some(key);
        Ok(())
    }

    pub fn update_alias(&mut self, alias: usize, key: usize) -> Outcome {
        let now = self.now;
        self.target(alias).ok_or(GONE)?;
        self.key(key)?.kept(now)?;
        self.aliases[alias] = Some(key);
        Ok(())
    }

    pub fn delete_alias(&mut self, alias: usize) -> Outcome {
        self.target(alias).ok_or(GONE)?;
        self.aliases[alias] = None;
        Ok(())
    }

    pub fn create_grant(&mut self, key: usize, allows: Allows, constraint: Option<&'static str>) -> Outcome {
        let now = self.now;
        let granted = self.key(key)?;
        granted.enabled(now)?;
        if granted.kind == Kind::Mac {
            return Err("ValidationException");
        }
        self.grants.push(Grant { key, allows, constraint, ended: false });
        Ok(())
    }

    /// RevokeGrant and RetireGrant.
    pub fn end_grant(&mut self, grant: usize) -> Outcome {
        let key = self.grants[grant].key;
        self.key(key)?;
        if self.grants[grant].ended {
            return Err(GONE);
        }
        self.grants[grant].ended = true;
        Ok(())
    }

    fn permitted(&self, who: Who, key: usize, operation: Allows, context: &str) -> Outcome {
        let covers = |grant: &Grant| {
            !grant.ended
                && (grant.key, grant.allows) == (key, operation)
                && grant.constraint.is_none_or(|needed| needed == context)
        };
        if who == Who::Owner || self.grants.iter().any(covers) { Ok(()) } else { Err(FORBIDDEN) }
    }

    fn usable(&self, key: usize) -> Outcome {
        self.keys[key].enabled(self.now)?;
        if self.keys[key].kind == Kind::Mac { Err(USAGE) } else { Ok(()) }
    }

    /// `None`: a name that points nowhere.
    pub fn encrypt(&mut self, who: Who, key: Option<usize>, context: &'static str) -> Outcome {
        let key = key.ok_or(GONE)?;
        self.key(key)?;
        self.permitted(who, key, Allows::Encrypt, context)?;
        self.usable(key)?;
        let generation = self.keys[key].materials.len() - 1;
        self.ciphertexts.push(Ciphertext { key, context, generation });
        Ok(())
    }

    /// The number of the generation that opens it. `named`: the key that the request names.
    pub fn decrypt(
        &mut self,
        who: Who,
        ciphertext: usize,
        context: &str,
        named: Option<usize>,
    ) -> Outcome<usize> {
        let Ciphertext { key, context: sealed, generation } = self.ciphertexts[ciphertext];
        let asked = named.unwrap_or(key);
        // Of a key that only the ciphertext names, nobody learns whether it is there.
        self.key(asked).map_err(|gone| if named.is_some() { gone } else { FORBIDDEN })?;
        self.permitted(who, asked, Allows::Decrypt, context)?;
        self.keys[asked].enabled(self.now)?;
        if asked != key {
            return Err("IncorrectKeyException");
        }
        if sealed == context { Ok(generation) } else { Err("InvalidCiphertextException") }
    }

    /// By the owner, with the right context, from a ciphertext to another with the same. Both keys are looked for first.
    pub fn re_encrypt(&mut self, ciphertext: usize, to: usize) -> Outcome {
        let Ciphertext { key, context, .. } = self.ciphertexts[ciphertext];
        self.key(to)?;
        self.key(key).map_err(|_| FORBIDDEN)?;
        self.usable(key)?;
        self.encrypt(Who::Owner, Some(to), context)
    }

    pub fn generate_mac(&mut self, key: usize) -> Outcome {
        let now = self.now;
        let key = self.key(key)?;
        key.enabled(now)?;
        if key.kind == Kind::Mac { Ok(()) } else { Err(USAGE) }
    }

    pub fn wait(&mut self, time: Duration) {
        self.now = self.now.plus(time);
    }

    /// When something ends or is due, from now on: rotations, deletions, imported material, import tokens.
    pub fn dates(&self) -> Vec<Timestamp> {
        let of_key = |key: &Key| {
            let rotation = key.schedule.map(|schedule| schedule.next);
            let deletion = match key.life {
                Life::Ends(date) => Some(date),
                _ => None,
            };
            let materials = key.materials.iter().chain(&key.pending);
            let ends = materials.filter_map(|material| material.valid_to);
            ends.chain(rotation).chain(deletion).collect::<Vec<_>>()
        };
        let tokens = self.parameters.iter().map(|(_, end)| *end);
        let dates = self.keys.iter().flat_map(of_key).chain(tokens);
        dates.filter(|date| *date > self.now).collect()
    }

    /// What is due: of the deletions nothing is seen, since a key counts as deleted before.
    pub fn perform_duties(&mut self) {
        let now = self.now;
        for key in &mut self.keys {
            let due = |schedule: &&mut Schedule| schedule.next <= now;
            if key.life == Life::Enabled
                && let Some(schedule) = key.schedule.as_mut().filter(due)
            {
                let period = DAY * schedule.days;
                let in_rhythm = schedule.next.plus(period);
                schedule.next = if in_rhythm > now { in_rhythm } else { now.plus(period) };
                key.materials.push(Material { number: None, present: true, valid_to: None });
                key.rotations.push(Rotation::Automatic);
            }
        }
    }
}
