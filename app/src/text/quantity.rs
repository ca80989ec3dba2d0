//! Numbers with their units, and the bounds of what may be entered.

use domain::option::{OptionType, Quantity as Bounds, quantity::Unit};

use super::Texts;

super::declare! {
    /// Numbers and bounds.
    Quantity {
        thousands { en = ","; de = "."; }
        from_to(min: &str, max: &str) { en = "From {min} to {max}."; de = "Von {min} bis {max}."; }
        in_steps(step: &str) { en = "In steps of {step}."; de = "In Schritten von {step}."; }
        unit { en = "Unit"; de = "Einheit"; }
        seconds { en = "seconds"; de = "Sekunden"; }
        minutes { en = "minutes"; de = "Minuten"; }
        hours { en = "hours"; de = "Stunden"; }
        days { en = "days"; de = "Tage"; }
    }
}

/// A whole number as people write it.
pub fn number(t: &Texts, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut written = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push_str(t.quantity.thousands);
        }
        written.push(digit);
    }
    if number < 0 { format!("−{written}") } else { written }
}

/// The unit of a size or a duration, by the name that the field has for it.
pub fn unit(t: &Texts, name: &'static str) -> &'static str {
    let q = &t.quantity;
    match name {
        "s" => q.seconds,
        "min" => q.minutes,
        "h" => q.hours,
        "d" => q.days,
        bytes => bytes,
    }
}

/// The bounds of a number; none for what is no number.
pub fn bounds(t: &Texts, kind: &OptionType) -> Option<String> {
    let q = &t.quantity;
    match kind {
        OptionType::Integer { min, max } => Some((q.from_to)(&number(t, *min), &number(t, *max))),
        OptionType::Port => Some((q.from_to)("1", "65535")),
        OptionType::Size(bounds) => Some(of_quantity(t, Unit::Bytes, bounds)),
        OptionType::Duration(bounds) => Some(of_quantity(t, Unit::Seconds, bounds)),
        _ => None,
    }
}

fn of_quantity(t: &Texts, unit: Unit, bounds: &Bounds) -> String {
    let q = &t.quantity;
    let range = (q.from_to)(&unit.write(bounds.min), &unit.write(bounds.max));
    // A step that is one of the units goes without saying.
    if unit.offered(*bounds).iter().any(|name| unit.read(&format!("1 {name}")) == Some(bounds.step)) {
        return range;
    }
    format!("{range} {}", (q.in_steps)(&unit.write(bounds.step)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{DE, EN};

    #[test]
    fn numbers_and_bounds_are_written_as_people_write_them() {
        let size = OptionType::Size(Bounds { min: 1 << 30, max: 1 << 40, step: 1 << 20 });
        let uneven = OptionType::Size(Bounds { min: 0, max: 1 << 30, step: 3 << 20 });

        assert_eq!([0, 999, 1_000, 104_857_600].map(|n| number(&EN, n)), ["0", "999", "1,000", "104,857,600"]);
        assert_eq!(number(&DE, -12_345), "−12.345");
        assert_eq!(bounds(&EN, &OptionType::Integer { min: 1, max: 3_650 }).as_deref(), Some("From 1 to 3,650."));
        assert_eq!(bounds(&DE, &size).as_deref(), Some("Von 1 GiB bis 1 TiB."));
        assert_eq!(bounds(&EN, &uneven).as_deref(), Some("From 0 B to 1 GiB. In steps of 3 MiB."));
        assert_eq!(bounds(&EN, &OptionType::Domain), None);
    }
}
