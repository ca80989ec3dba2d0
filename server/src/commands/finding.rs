//! What is wrong with an option, for the command line: path, what is wrong, what is allowed.

use domain::{
    application::ApplicationModule,
    option::{
        OptionType, Quantity,
        finding::{Code, Finding},
    },
};
use serde_json::Value;

pub(super) fn line(module: &ApplicationModule, finding: &Finding) -> String {
    let option = module.option(finding.path.0.get(1..).unwrap_or_default());
    let allowed = option.and_then(|option| allowed(&option.kind));
    let wrong = wrong(finding.code);
    let got = match &finding.got {
        Value::Null => String::new(),
        Value::String(text) => format!(" (“{}”)", text.escape_debug()),
        other => format!(" ({other})"),
    };
    if !finding.others.is_empty() {
        let others: Vec<String> = finding.others.iter().map(ToString::to_string).collect();
        return format!("{}: {wrong} {}{got}", finding.path, others.join(", "));
    }
    match allowed {
        Some(allowed) if says_no_more(finding.code) => format!("{}: {wrong}{got}; allowed: {allowed}", finding.path),
        _ => format!("{}: {wrong}{got}", finding.path),
    }
}

/// The same where no module says what is allowed.
pub(crate) fn bare(finding: &Finding) -> String {
    let others: Vec<String> = finding.others.iter().map(ToString::to_string).collect();
    format!("{}: {} {}", finding.path, wrong(finding.code), others.join(", ")).trim_end().to_owned()
}

/// Whether what is allowed helps.
fn says_no_more(code: Code) -> bool {
    !matches!(
        code,
        Code::Unknown
            | Code::Removed
            | Code::NotMigrated
            | Code::NewerVersion
            | Code::NotAVersion
            | Code::Duplicate
            | Code::Reserved
            | Code::Immutable
            | Code::Taken
            | Code::Unmet
            | Code::BeyondPolicy
            | Code::NotOffered
            | Code::NotBelow
            | Code::NotGranted
            | Code::NotShared
            | Code::Exhausted
            | Code::NoNixpkgs
            | Code::Fault
    )
}

pub(super) fn wrong(code: Code) -> &'static str {
    match code {
        Code::NotText => "is not a text",
        Code::TooShort => "is too short",
        Code::TooLong => "is too long",
        Code::ControlCharacter => "has a control character in it",
        Code::LineBreak => "has a line break in it",
        Code::NotAnInteger => "is not a whole number",
        Code::NotBetween => "is too small or too large",
        Code::NotABoolean => "is neither true nor false",
        Code::NotAChoice => "is none of the choices",
        Code::NotADomain => "is not a domain name",
        Code::NotALabel => "is not a short name",
        Code::NotAnEmail => "is not an e-mail address",
        Code::NotAUrl => "is not a web address",
        Code::NotAColour => "is not a colour",
        Code::NotASubdomain => "is not a name below a domain",
        Code::NotAPort => "is not a port",
        Code::NotALocale => "is not a language",
        Code::NotAMultiple => "is not a multiple of what it is counted in",
        Code::NotASecret => "is not a reference to a secret that is kept",
        Code::NotAList => "is not a list",
        Code::TooFew => "has too few entries",
        Code::TooMany => "has too many entries",
        Code::NotAGroup => "is not a group of options",
        Code::NotDifferent => "must not be the same as",
        Code::NoneSet => "must be set, or one of",
        Code::NotTogether => "must be set together with",
        Code::NotAtMost => "must be at most",
        Code::Unknown => "is no option of the application",
        Code::Missing => "is missing",
        Code::Removed => "is no option of this version any more",
        Code::NotMigrated => "has no place in this version",
        Code::NewerVersion => "is of a newer version of the application",
        Code::NotAVersion => "is of an unknown version of the application",
        Code::Duplicate => "stands there twice",
        Code::Reserved => "is a name that the application keeps for itself",
        Code::Unmet => "needs what the environment does not offer",
        Code::Immutable => "can't be changed any more once it was deployed",
        Code::Taken => "is taken already",
        Code::BeyondPolicy => "is more than the environment's policy allows",
        Code::NotOffered => "is not among what the environment offers",
        Code::NotBelow => "is not below a domain that the environment allows",
        Code::NotGranted => "is not granted by the environment's policy",
        Code::NotShared => "can't share a host with the others",
        Code::Exhausted => "can't be given: the pool has none left",
        Code::NotAPath => "is not an absolute path",
        Code::InTheStore => "lies in the Nix store, which everybody can read",
        Code::NotAServerName => "is neither a host name nor an IP address",
        Code::NotAnSshKey => "is no public SSH key, such as “ssh-ed25519 AAAA…”",
        Code::NotASigningKey => "is no public key of Nix, such as “name-1:AAAA…”",
        Code::NotAUserName => "is no name of a user",
        Code::NoNixpkgs => "needs NixOS systems; give the server a nixpkgs with --nixpkgs",
        Code::Fault => "is a mistake of the application module",
    }
}

fn allowed(kind: &OptionType) -> Option<String> {
    Some(match kind {
        OptionType::Text { min, max, lines } => {
            let lines = if *lines { "" } else { " on one line" };
            format!("{min} to {max} characters{lines}")
        }
        OptionType::Integer { min, max } => format!("a whole number from {min} to {max}"),
        OptionType::Boolean => "true or false".into(),
        OptionType::Choice { choices } => {
            choices.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>().join(", ")
        }
        OptionType::Domain => "such as town.example.org, in lower case".into(),
        OptionType::Label => "1 to 63 of a-z, 0-9 and -, without - at the ends".into(),
        OptionType::Email => "such as ada@example.org".into(),
        OptionType::Url => "such as https://town.example.org/about".into(),
        OptionType::Colour => "such as #2266aa".into(),
        OptionType::Subdomain { .. } => "such as media, below the domain".into(),
        OptionType::Port => "a port from 1 to 65535".into(),
        OptionType::Locale => "such as de, pt-BR or zh-Hant-TW".into(),
        OptionType::Size(Quantity { min, max, step }) => {
            format!("{min} to {max} bytes, in steps of {step}")
        }
        OptionType::Duration(Quantity { min, max, step }) => {
            format!("{min} to {max} seconds, in steps of {step}")
        }
        OptionType::Secret { .. } => "the edition of a secret that was handed over apart from the options".into(),
        OptionType::List { of, min, max } => match allowed(of) {
            Some(inner) => format!("{min} to {max} entries, each {inner}"),
            None => format!("{min} to {max} entries"),
        },
        OptionType::Optional { of } => format!("null, or {}", allowed(of)?),
        OptionType::Group(group) => {
            format!("a group of {}", group.order.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
        }
    })
}
