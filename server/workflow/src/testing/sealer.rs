//! What every sealer promises.
#![expect(clippy::expect_used, reason = "a contract is a test: it ends at the first thing that is not as promised")]

use domain::secret::Secret;

use crate::port::sealer::{Sealed, Sealer, SealerError};

const TEXT: &str = "hunter2-ä\n";

fn seal(sealer: &dyn Sealer) -> Sealed {
    sealer.seal(&Secret::new(TEXT.into())).expect("sealed")
}

/// Contract: what is sealed can be opened, again and again.
pub fn what_is_sealed_can_be_opened(sealer: &dyn Sealer) {
    for text in ["", TEXT, &"x".repeat(100_000)] {
        let secret = Secret::new(text.to_owned());
        let sealed = sealer.seal(&secret).expect("sealed");

        for _ in 0..2 {
            assert_eq!(sealer.open(&sealed).expect("opened"), secret);
        }
    }
}

/// Contract: what is sealed says nothing, not even whether two are the same.
pub fn what_is_sealed_says_nothing(sealer: &dyn Sealer) {
    let (one, two) = (seal(sealer), seal(sealer));

    assert_ne!(one, two);
    assert!(!one.0.contains("hunter2"));
    assert!(!format!("{one:?}").contains(&one.0));
}

/// Contract: who has another identity opens nothing, and is told so.
pub fn another_identity_opens_nothing(sealer: &dyn Sealer, other: &dyn Sealer) {
    let opened = other.open(&seal(sealer));

    assert!(matches!(opened, Err(SealerError::OtherIdentity)), "{opened:?}");
}

/// Contract: what was changed, cut or never sealed is not opened.
pub fn what_was_changed_is_not_opened(sealer: &dyn Sealer) {
    let sealed = seal(sealer).0;
    let cut = sealed.chars().take(sealed.chars().count() / 2).collect();
    let middle = sealed.len() / 2;
    let changed: String = sealed
        .char_indices()
        .map(|(place, c)| match c {
            c if place < middle || !c.is_ascii_alphanumeric() => c,
            'a' => 'b',
            _ => 'a',
        })
        .collect();

    for wrong in [cut, changed, String::new(), "no secret".into()] {
        let opened = sealer.open(&Sealed(wrong));
        assert!(opened.is_err(), "{opened:?}");
    }
}
