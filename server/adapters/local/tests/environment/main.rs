//! The environment `local` as a whole: sites on the disk, real connections and real processes.

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod load;
#[cfg(test)]
mod process;
#[cfg(test)]
mod provider;
#[cfg(test)]
mod serving;
