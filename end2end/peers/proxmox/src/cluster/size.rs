/// Bytes of a size such as `10G`; without a unit it is bytes already.
pub(crate) fn parse_size(text: &str) -> Option<u64> {
    let shift = match text.chars().last()? {
        'K' => 10,
        'M' => 20,
        'G' => 30,
        'T' => 40,
        _ => 0,
    };
    let digits = if shift == 0 { text } else { &text[..text.len() - 1] };
    if let Ok(whole) = digits.parse::<u64>() {
        return whole.checked_shl(shift);
    }
    let (whole, fraction) = digits.split_once('.')?;
    let unit = 1u64 << shift;
    let scale = 10u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let part = u128::from(fraction.parse::<u64>().ok()?) * u128::from(unit) / u128::from(scale);
    whole.parse::<u64>().ok()?.checked_mul(unit)?.checked_add(u64::try_from(part).ok()?)
}

/// In the largest unit that leaves no rest.
pub(crate) fn print_size(bytes: u64) -> String {
    let units = [(40, "T"), (30, "G"), (20, "M"), (10, "K")];
    let fitting = units.into_iter().find(|(shift, _)| bytes != 0 && bytes.is_multiple_of(1 << shift));
    fitting.map_or_else(|| bytes.to_string(), |(shift, unit)| format!("{}{unit}", bytes >> shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_printed_in_units_of_1024() {
        assert_eq!(parse_size("10G"), Some(10 << 30));
        assert_eq!(parse_size("1.5G"), Some(1_610_612_736));
        assert_eq!(parse_size("4096"), Some(4096));
        assert_eq!(parse_size("G"), None);
        assert_eq!(print_size(10 << 30), "10G");
        assert_eq!(print_size(1_610_612_736), "1536M");
        assert_eq!(print_size(1000), "1000");
    }
}
