//! Times and durations in words. The exact time always stands beside them, in `datetime` and `title`.

use time::{Duration, OffsetDateTime};

use super::Texts;

super::declare! {
    /// Times.
    When {
        now { en = "just now"; de = "gerade eben"; }
        minutes(n: i64) { en = "{n} min ago"; de = "vor {n} Min."; }
        hours(n: i64) { en = "{n} h ago"; de = "vor {n} Std."; }
        yesterday { en = "yesterday"; de = "gestern"; }
        days(n: i64) { en = "{n} days ago"; de = "vor {n} Tagen"; }
        under_a_second { en = "under 1 s"; de = "unter 1 s"; }
        seconds(text: &str) { en = "{text} s"; de = "{text} s"; }
        minutes_long(n: u64, s: u64) { en = "{n} min {s} s"; de = "{n} Min. {s} s"; }
        about(duration: &str) { en = "about {duration}"; de = "etwa {duration}"; }
        point { en = "."; de = ","; }
    }
}

/// How long ago something was.
pub fn ago(t: &Texts, at: OffsetDateTime, now: OffsetDateTime) -> String {
    let passed = now - at;
    let t = &t.when;
    if passed < Duration::minutes(1) {
        t.now.to_owned()
    } else if passed < Duration::hours(1) {
        (t.minutes)(passed.whole_minutes())
    } else if passed < Duration::days(1) {
        (t.hours)(passed.whole_hours())
    } else if passed < Duration::days(2) {
        t.yesterday.to_owned()
    } else {
        (t.days)(passed.whole_days())
    }
}

/// How long something took, in milliseconds.
pub fn took(t: &Texts, ms: u64) -> String {
    let t = &t.when;
    match ms {
        // What nobody can feel is not counted.
        0..1000 => t.under_a_second.to_owned(),
        1000..60_000 => (t.seconds)(&format!("{}{}{}", ms / 1000, t.point, ms % 1000 / 100)),
        _ => (t.minutes_long)(ms / 60_000, ms % 60_000 / 1000),
    }
}

/// How long something usually takes, in milliseconds.
pub fn about(t: &Texts, ms: u64) -> String {
    if ms < 1000 { took(t, ms) } else { (t.when.about)(&took(t, ms)) }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;
    use crate::text::texts_in;

    #[test]
    fn times_are_told_in_the_language_of_the_page() {
        let now = OffsetDateTime::UNIX_EPOCH + Duration::days(9);
        let told = |language, passed| ago(texts_in(language), now - passed, now);

        assert_eq!(told(Language::En, Duration::seconds(5)), "just now");
        assert_eq!(told(Language::De, Duration::minutes(5)), "vor 5 Min.");
        assert_eq!(told(Language::En, Duration::hours(30)), "yesterday");
        assert_eq!(took(texts_in(Language::En), 0), "under 1 s");
        assert_eq!(took(texts_in(Language::De), 999), "unter 1 s");
        assert_eq!(about(texts_in(Language::En), 999), "under 1 s");
        assert_eq!(about(texts_in(Language::De), 2000), "etwa 2,0 s");
        assert_eq!(took(texts_in(Language::De), 1250), "1,2 s");
        assert_eq!(took(texts_in(Language::En), 61_000), "1 min 1 s");
    }
}
