//! Answers of pure evaluations, kept in memory by what was asked.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use sha2::{Digest, Sha256};

/// The hash of everything that an answer depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Question([u8; 32]);

impl Question {
    pub(crate) fn new(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }
}

/// How many answers are kept, and how many bytes of them.
const COUNT: usize = 256;
const BYTES: usize = 4 * 1024 * 1024;

/// The newest answers.
#[derive(Debug, Default)]
pub(crate) struct Answers(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    by_question: HashMap<Question, Arc<[u8]>>,
    oldest_first: VecDeque<Question>,
    bytes: usize,
}

impl Answers {
    pub(crate) fn get(&self, question: Question) -> Option<Arc<[u8]>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_question.get(&question).cloned()
    }

    pub(crate) fn keep(&self, question: Question, answer: Arc<[u8]>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.bytes += answer.len();
        match kept.by_question.insert(question, answer) {
            Some(before) => kept.bytes -= before.len(),
            None => kept.oldest_first.push_back(question),
        }
        while kept.oldest_first.len() > COUNT || kept.bytes > BYTES {
            let Some(oldest) = kept.oldest_first.pop_front() else { break };
            kept.bytes -= kept.by_question.remove(&oldest).map_or(0, |answer| answer.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_answers_are_kept_within_bounds() {
        let answers = Answers::default();
        let question = |number: usize| Question::new(&[&number.to_le_bytes()]);

        for number in 0..300 {
            answers.keep(question(number), Arc::from([0]));
        }
        assert!(answers.get(question(43)).is_none() && answers.get(question(44)).is_some());

        answers.keep(question(1), vec![0; BYTES].into());
        assert!(answers.get(question(299)).is_none() && answers.get(question(1)).is_some());

        answers.keep(question(2), vec![0; BYTES + 1].into());
        assert!(answers.get(question(1)).is_none() && answers.get(question(2)).is_none());
    }
}
