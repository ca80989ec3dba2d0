//! The sentence for what a check found: what is wrong, and how much there may be of it.

use domain::{
    name::{MAX_DOMAIN, MAX_EMAIL, MAX_LABELS, MAX_URL},
    option::{
        OptionType, Quantity,
        fields::shown,
        finding::{Code, Finding},
    },
};
use serde_json::Value;

use super::{Texts, problem::Problem};

/// The sentence. `kind` is the type of the option that the finding is about, and `value` what was entered there.
pub fn finding(t: &Texts, finding: &Finding, kind: Option<&OptionType>, value: Option<&Value>) -> String {
    let p = &t.problem;
    // A required text that is empty is simply not filled in.
    if finding.code == Code::TooShort && finding.got.as_str().is_some_and(|text| text.trim().is_empty()) {
        return p.empty.into();
    }
    kind.and_then(|kind| measured(p, finding.code, kind, value)).unwrap_or_else(|| plain(p, finding.code).into())
}

/// Where there is a limit, the sentence names it, and how much there is.
fn measured(p: &Problem, code: Code, kind: &OptionType, value: Option<&Value>) -> Option<String> {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let length = || value?.as_str().map(|text| text.chars().count());
    let written = |limit: i64| shown(kind, Some(&limit.into()));
    let longer_than =
        |most: usize| length().filter(|length| *length > most).map(|length| (p.too_long)(number(length), number(most)));
    match (code, kind) {
        (_, OptionType::Optional { of }) => measured(p, code, of, value),
        (Code::TooLong, OptionType::Text { max, .. }) => longer_than(*max),
        // How long a secret is, is a part of the secret.
        (Code::TooLong | Code::TooShort, OptionType::Secret { min, max }) => Some((p.secret_length)(*min, *max)),
        (Code::TooShort, OptionType::Text { min, .. }) => Some((p.too_short)(number(length()?), number(*min))),
        (
            Code::NotBetween,
            OptionType::Integer { min, max }
            | OptionType::Size(Quantity { min, max, .. })
            | OptionType::Duration(Quantity { min, max, .. }),
        ) => Some((p.not_between)(&written(*min), &written(*max))),
        (Code::NotAMultiple, OptionType::Size(Quantity { step, .. }) | OptionType::Duration(Quantity { step, .. })) => {
            Some((p.not_a_multiple)(&written(*step)))
        }
        (Code::TooFew, OptionType::List { min, .. }) => Some((p.too_few)(rows(value), *min)),
        (Code::TooMany, OptionType::List { max, .. }) => Some((p.too_many)(rows(value), *max)),
        (Code::NotADomain, OptionType::Domain) => longer_than(MAX_DOMAIN),
        (Code::NotASubdomain, OptionType::Subdomain { .. }) => longer_than(MAX_LABELS),
        (Code::NotAnEmail, OptionType::Email) => longer_than(MAX_EMAIL),
        (Code::NotAUrl, OptionType::Url) => longer_than(MAX_URL),
        _ => None,
    }
}

fn rows(value: Option<&Value>) -> usize {
    value.and_then(Value::as_array).map_or(0, Vec::len)
}

fn plain(p: &Problem, code: Code) -> &'static str {
    match code {
        Code::Missing => p.empty,
        Code::TooShort | Code::TooLong | Code::NotBetween | Code::NotAMultiple | Code::TooFew | Code::TooMany => {
            p.out_of_bounds
        }
        Code::ControlCharacter => p.control_character,
        Code::LineBreak => p.line_break,
        Code::NotAnInteger => p.not_an_integer,
        Code::NotAChoice => p.not_a_choice,
        Code::NotADomain => p.not_a_domain,
        Code::NotALabel => p.not_a_label,
        Code::NotAnEmail => p.not_an_email,
        Code::NotAUrl => p.not_a_url,
        Code::NotAColour => p.not_a_colour,
        Code::NotASubdomain => p.not_a_subdomain,
        Code::NotAPort => p.not_a_port,
        Code::NotALocale => p.not_a_locale,
        Code::NotASecret => p.not_a_secret,
        Code::NotText | Code::NotABoolean | Code::NotAList | Code::NotAGroup | Code::Unmet => p.wrong_kind,
        Code::NotDifferent => p.not_different,
        Code::NoneSet => p.none_set,
        Code::NotTogether => p.not_together,
        Code::NotAtMost => p.not_at_most,
        Code::Unknown => p.unknown,
        Code::Removed => p.removed,
        Code::NotMigrated => p.not_migrated,
        Code::NewerVersion | Code::NotAVersion => p.newer_version,
        Code::Duplicate => p.duplicate,
        Code::Reserved => p.reserved,
        Code::Immutable => p.immutable,
        Code::Taken => p.name_taken,
        Code::BeyondPolicy => p.beyond_policy,
        Code::NotOffered | Code::NotGranted => p.not_offered,
        Code::NotBelow => p.not_below,
        Code::NotShared => p.not_shared,
        Code::Exhausted => p.exhausted,
        Code::NoNixpkgs => p.no_nixpkgs,
        // Settings of environments are no operator's.
        Code::NotAPath
        | Code::InTheStore
        | Code::NotAServerName
        | Code::NotAnSshKey
        | Code::NotASigningKey
        | Code::NotAUserName
        | Code::Fault => p.module_fault,
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        language::Language,
        option::{check::check, finding::Path},
    };
    use serde_json::{from_value, json};

    use super::*;
    use crate::text::texts_in;

    /// What is said of a value that is wrong, in both languages.
    fn said(kind: Value, value: Value) -> [String; 2] {
        let kind: OptionType = from_value(kind).expect("a type");
        let found = check(&kind, &Path::default(), &value);
        let [wrong] = found.as_slice() else { panic!("one finding, not {found:?}") };
        [Language::En, Language::De].map(|language| finding(texts_in(language), wrong, Some(&kind), Some(&value)))
    }

    fn english(kind: Value, value: Value) -> String {
        let [english, _] = said(kind, value);
        english
    }

    #[test]
    fn what_goes_beyond_a_limit_is_measured_against_it() {
        let text = json!({"kind": "text", "min": 3, "max": 80, "lines": false});
        let list = json!({"kind": "list", "of": text, "min": 1, "max": 2});
        let size = json!({"kind": "size", "min": 1 << 30, "max": 1_i64 << 40, "step": 1 << 20});

        assert_eq!(
            said(text.clone(), json!("ä".repeat(81))),
            [
                "That is too long: 81 characters, and at most 80 fit.",
                "Das ist zu lang: 81 Zeichen, und höchstens 80 passen."
            ]
        );
        assert_eq!(
            said(text.clone(), json!("ab")),
            ["That is too short: 2 of at least 3 characters.", "Das ist zu kurz: 2 von mindestens 3 Zeichen."]
        );
        assert_eq!(english(text, json!(" ")), "Please fill this in.");
        assert_eq!(
            said(list.clone(), json!(["one", "two", "six"])),
            [
                "There may be at most 2 of these; there are 3. Remove some.",
                "Davon darf es höchstens 2 geben; es gibt 3. Entfernen Sie einige."
            ]
        );
        assert_eq!(english(list, json!([])), "There must be at least 1 of these; there are 0. Add some.");
        assert_eq!(
            english(json!({"kind": "optional", "of": {"kind": "integer", "min": -5, "max": 10}}), json!(11)),
            "This must be at least -5 and at most 10."
        );
        assert_eq!(english(size.clone(), json!(1 << 20)), "This must be at least 1 GiB and at most 1 TiB.");
        assert_eq!(english(size, json!((1 << 30) + 1)), "This must be a multiple of 1 MiB.");
    }

    #[test]
    fn an_address_is_told_that_it_is_too_long_rather_than_what_it_looks_like() {
        let url = json!({"kind": "url"});

        assert_eq!(
            english(url.clone(), json!(format!("https://town.example/{}", "a".repeat(2_000)))),
            "That is too long: 2021 characters, and at most 2000 fit."
        );
        assert!(english(url, json!("ftp://town.example")).starts_with("A web address begins with https://"));
    }
}
