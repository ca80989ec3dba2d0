use base64::{Engine, engine::general_purpose::STANDARD};
use percent_encoding::percent_decode_str;

/// Public keys out of the parameter `sshkeys`, one a line there.
pub(crate) fn decoded_keys(encoded: &str) -> Vec<String> {
    let text = percent_decode_str(encoded).decode_utf8_lossy();
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// Whether each line is a public key: its kind in words, and the same kind inside.
pub(crate) fn check_keys(encoded: &str) -> Result<(), String> {
    let keys = decoded_keys(encoded);
    if keys.iter().all(|key| is_key(key)) { Ok(()) } else { Err("SSH public key validation error".into()) }
}

fn is_key(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(kind), Some(body)) = (words.next(), words.next()) else { return false };
    let Ok(bytes) = STANDARD.decode(body) else { return false };
    let Some((length, rest)) = bytes.split_first_chunk::<4>() else { return false };
    let length = u32::from_be_bytes(*length) as usize;
    rest.get(..length) == Some(kind.as_bytes()) && rest.len() > length
}
