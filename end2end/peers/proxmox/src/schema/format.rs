//! The formats that the API names and that no pattern in `api.json` describes.
//!
//! Formats of what no deployment sets (firewall addresses, storage portals, …) take any text.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether a text has a format.
pub(super) enum Is {
    So,
    Not,
}

pub(super) fn is(format: &str, text: &str) -> Is {
    if let Some(one) = format.strip_suffix("-list") {
        let mut each = text.split([',', ';', ' ', '\0']).filter(|part| !part.is_empty());
        return each.all(|part| is_one(one, part)).into();
    }
    is_one(format, text).into()
}

/// VMIDs are numbers from 100 to 999999999.
fn is_vmid(text: &str) -> bool {
    text.len() <= 9 && !text.starts_with('0') && text.parse::<u32>().is_ok_and(|vmid| vmid >= 100)
}

fn is_one(format: &str, text: &str) -> bool {
    match format {
        "pve-vmid" => is_vmid(text),
        "pve-node" => is_label(text, 63),
        "dns-name" => text.split('.').all(|label| is_label(label, 63)),
        "pve-storage-id" => is_word(text, 2, "-_.") && text.ends_with(|last: char| last.is_ascii_alphanumeric()),
        "pve-configid" => is_word(text, 2, "-_"),
        "pve-poolid" => text.split('/').all(|part| !part.is_empty() && part.chars().all(|c| is_name(c, "-._"))),
        "pve-userid" => is_user(text),
        "pve-tokenid" => is_token(text),
        "pve-roleid" | "pve-realm" | "pve-groupid" => !text.is_empty() && text.chars().all(|c| is_name(c, "-._")),
        "pve-bridge-id" | "pve-iface" => (2..=20).contains(&text.len()) && text.chars().all(|c| is_name(c, "-_.:")),
        "pve-tag" => is_tag(text),
        "pve-volume-id" => is_volume(text),
        "pve-volume-id-or-absolute-path" => is_volume(text) || text.starts_with('/'),
        "pve-volume-id-or-qm-path" => is_volume(text) || text.starts_with('/') || matches!(text, "none" | "cdrom"),
        "pve-storage-content" => CONTENT.contains(&text),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "address" => text.parse::<IpAddr>().is_ok() || text.split('.').all(|label| is_label(label, 63)),
        "CIDR" => is_network::<Ipv4Addr>(text, 32) || is_network::<Ipv6Addr>(text, 128),
        "pve-ipv4-config" => text == "dhcp" || is_network::<Ipv4Addr>(text, 32),
        "pve-ipv6-config" => matches!(text, "dhcp" | "auto") || is_network::<Ipv6Addr>(text, 128),
        "mac-addr" => is_unicast_mac(text),
        "disk-size" => is_disk_size(text),
        "urlencoded" => is_urlencoded(text),
        "storage-pair" => text.split(':').all(|storage| is_word(storage, 1, "-_.")),
        _ => true,
    }
}

const CONTENT: [&str; 8] = ["images", "rootdir", "vztmpl", "iso", "backup", "snippets", "import", "none"];

fn is_name(character: char, also: &str) -> bool {
    character.is_ascii_alphanumeric() || also.contains(character)
}

/// Begins with a letter and goes on with letters, digits and some signs.
fn is_word(text: &str, shortest: usize, signs: &str) -> bool {
    text.len() >= shortest
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|character| is_name(character, signs))
}

fn is_label(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(|character| is_name(character, "-"))
}

fn is_user(text: &str) -> bool {
    let Some((name, realm)) = text.rsplit_once('@') else { return false };
    text.len() <= 64 && !name.is_empty() && !name.contains([' ', ':', '/', '\t', '\n']) && is_word(realm, 2, "-._")
}

fn is_token(text: &str) -> bool {
    text.split_once('!').is_some_and(|(user, token)| is_user(user) && is_word(token, 2, "-._"))
}

fn is_tag(text: &str) -> bool {
    text.starts_with(|first: char| is_name(first, "_")) && text.chars().all(|character| is_name(character, "_-+."))
}

fn is_volume(text: &str) -> bool {
    text.split_once(':')
        .is_some_and(|(storage, name)| is_word(storage, 2, "-_.") && !name.is_empty() && !name.contains(' '))
}

fn is_network<A: std::str::FromStr>(text: &str, longest: u8) -> bool {
    text.split_once('/').is_some_and(|(address, length)| {
        address.parse::<A>().is_ok() && length.parse::<u8>().is_ok_and(|length| length <= longest)
    })
}

fn is_unicast_mac(text: &str) -> bool {
    let bytes: Vec<&str> = text.split(':').collect();
    let is_byte = |byte: &&str| byte.len() == 2 && u8::from_str_radix(byte, 16).is_ok();
    bytes.len() == 6 && bytes.iter().all(is_byte) && u8::from_str_radix(bytes[0], 16).is_ok_and(|first| first & 1 == 0)
}

fn is_disk_size(text: &str) -> bool {
    let digits = text.strip_suffix(['K', 'M', 'G', 'T']).unwrap_or(text);
    digits.parse::<f64>().is_ok() && digits.starts_with(|first: char| first.is_ascii_digit())
}

/// Percent-encoded, with no sign left that would need it; so a value that was encoded once too rarely is told.
fn is_urlencoded(text: &str) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let fits = match character {
            '%' => (0..2).all(|_| characters.next().is_some_and(|digit| digit.is_ascii_hexdigit())),
            other => is_name(other, "-_.!~*'()"),
        };
        if !fits {
            return false;
        }
    }
    true
}

impl From<bool> for Is {
    fn from(is: bool) -> Self {
        if is { Self::So } else { Self::Not }
    }
}
