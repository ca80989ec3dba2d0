//! What many deployments would be: evaluated together, so that the library is read a few times instead of a thousand.

use std::{
    collections::BTreeMap,
    num::NonZero,
    sync::{Mutex, PoisonError},
    thread,
};

use domain::{deployment::LibraryPin, migration::Migration, outlook::Outlook, plan::Allocated};
use futures::future::try_join_all;
use serde_json::json;
use workflow::port::evaluator::{EvaluationError, Input};

use crate::{
    Nix,
    evaluation::{Attribute, parse, values},
    failure::Failure,
};

/// So many go into one process: more would need more memory, and fewer read the library more often.
const AT_ONCE: usize = 100;

type Outcome = Result<Outlook, EvaluationError>;

/// Places in the list that is asked about.
type Places = Vec<usize>;

impl Nix {
    /// What each deployment would be, in order. What can't be evaluated together is divided until what is broken stands alone.
    pub(crate) async fn outlook(
        &self,
        pin: &LibraryPin,
        asked: &[(Input<'_>, &Allocated)],
    ) -> Result<Vec<Outcome>, Failure> {
        let waiting = Mutex::new(divided(asked));
        let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let lane = async || {
            let mut found: Vec<(usize, Outcome)> = Vec::new();
            while let Some(places) = next() {
                match self.together(pin, asked, &places).await {
                    Ok(outlooks) => {
                        for (place, outlook) in places.into_iter().zip(outlooks) {
                            found.push((place, self.told(pin, &asked[place], outlook).await));
                        }
                    }
                    Err(failure @ (Failure::Unavailable(_) | Failure::NoRoom)) => return Err(failure),
                    Err(failure) => match *places {
                        [place] => found.push((place, Err(failure.into()))),
                        _ => {
                            let (some, others) = places.split_at(places.len() / 2);
                            let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
                            waiting.extend([some.to_vec(), others.to_vec()]);
                        }
                    },
                }
            }
            Ok(found)
        };
        let lanes = thread::available_parallelism().map_or(1, NonZero::get).min(self.config.limits.evaluations_at_once);
        let found = try_join_all((0..lanes.max(1)).map(|_| lane())).await?;
        let mut found: Vec<_> = found.into_iter().flatten().collect();
        found.sort_by_key(|(place, _)| *place);
        Ok(found.into_iter().map(|(_, outcome)| outcome).collect())
    }

    async fn together(
        &self,
        pin: &LibraryPin,
        asked: &[(Input<'_>, &Allocated)],
        places: &[usize],
    ) -> Result<Vec<Option<Outlook>>, Failure> {
        let mut list = Vec::from(b"[");
        for place in places {
            if list.len() > 1 {
                list.push(b',');
            }
            let (input, allocated) = &asked[*place];
            list.extend(values(input, Some(allocated))?);
        }
        list.push(b']');
        let outlooks: Vec<Option<Outlook>> = parse(&self.evaluate(pin, Attribute::Outlooks, &list).await?)?;
        if outlooks.len() == places.len() { Ok(outlooks) } else { Err(Failure::answer("not one outlook for each")) }
    }

    /// An outlook, or in the words of Nix why there is none.
    async fn told(
        &self,
        pin: &LibraryPin,
        (input, allocated): &(Input<'_>, &Allocated),
        outlook: Option<Outlook>,
    ) -> Outcome {
        if let Some(outlook) = outlook {
            return Ok(outlook);
        }
        let said = self.alone(pin, input, allocated).await;
        Err(said.err().unwrap_or_else(|| Failure::answer("no outlook")).into())
    }
}

impl Nix {
    /// Asks about one deployment as nobody catches what it throws.
    async fn alone(&self, pin: &LibraryPin, input: &Input<'_>, allocated: &Allocated) -> Result<(), Failure> {
        let mut carried = input.applications.clone();
        if carried.values().any(|configured| configured.version.is_some()) {
            let stored = json!({ "applications": input.applications }).to_string();
            let migrations: BTreeMap<String, Migration> =
                parse(&self.evaluate(pin, Attribute::Migrated, stored.as_bytes()).await?)?;
            for (name, migration) in migrations {
                if let Some(configured) = carried.get_mut(&name) {
                    configured.options = migration.options;
                }
            }
        }
        let input = Input { applications: &carried, ..*input };
        self.evaluate(pin, Attribute::Outlook, &values(&input, Some(allocated))?).await.map(|_| ())
    }
}

/// Deployments with the same modules together, so that one that is broken doesn't stand among others at first.
fn divided(asked: &[(Input<'_>, &Allocated)]) -> Vec<Places> {
    let mut alike: BTreeMap<Vec<&str>, Places> = BTreeMap::new();
    for (place, (input, _)) in asked.iter().enumerate() {
        let modules = input.applications.values().map(|configured| configured.module.as_str()).collect();
        alike.entry(modules).or_default().push(place);
    }
    alike.into_values().flat_map(|places| places.chunks(AT_ONCE).map(<[usize]>::to_vec).collect::<Vec<_>>()).collect()
}
