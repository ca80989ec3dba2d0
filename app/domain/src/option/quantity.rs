//! Sizes and durations as people write them: `20 GiB`, `30 days`. The values themselves are whole bytes and seconds.

use super::Quantity;

/// What is counted, and the units in which people write it, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Bytes,
    Seconds,
}

/// GB is 1,000 MB, as on the label of a disk, and GiB is 1,024 MiB, as in memory: both are read as what they say.
const BYTES: [(&str, i64); 9] = [
    ("B", 1),
    ("kB", 1_000),
    ("KiB", 1 << 10),
    ("MB", 1_000_000),
    ("MiB", 1 << 20),
    ("GB", 1_000_000_000),
    ("GiB", 1 << 30),
    ("TB", 1_000_000_000_000),
    ("TiB", 1 << 40),
];

const SECONDS: [(&str, i64); 4] = [("s", 1), ("min", 60), ("h", 3_600), ("d", 86_400)];

impl Unit {
    /// The units that a field offers, smallest first: those in which every step can be said, and no larger than the most.
    pub fn offered(self, Quantity { max, step, .. }: Quantity) -> Vec<&'static str> {
        // Both kinds of bytes are read; one kind is offered.
        let plain = |name: &str| self == Self::Seconds || name == "B" || name.ends_with("iB");
        self.names()
            .iter()
            .filter(|(name, factor)| plain(name) && factor % step == 0 && *factor <= max)
            .map(|(name, _)| *name)
            .collect()
    }

    /// The unit of this name.
    pub fn known(self, name: &str) -> Option<&'static str> {
        self.names().iter().find(|(known, _)| *known == name).map(|(known, _)| *known)
    }

    fn names(self) -> &'static [(&'static str, i64)] {
        match self {
            Self::Bytes => &BYTES,
            Self::Seconds => &SECONDS,
        }
    }

    /// Reads a whole number with a unit; without one it counts bytes or seconds. None for everything else.
    pub fn read(self, text: &str) -> Option<i64> {
        let text = text.trim();
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (number, unit) = text.split_at(end);
        let factor = self.factor(unit.trim_start())?;
        number.parse::<i64>().ok()?.checked_mul(factor)
    }

    fn factor(self, name: &str) -> Option<i64> {
        if name.is_empty() {
            return Some(1);
        }
        let spelled = match (self, name.to_ascii_lowercase().as_str()) {
            (Self::Seconds, "second" | "seconds" | "sekunde" | "sekunden") => "s",
            (Self::Seconds, "minute" | "minutes" | "minuten") => "min",
            (Self::Seconds, "hour" | "hours" | "stunde" | "stunden") => "h",
            (Self::Seconds, "day" | "days" | "tag" | "tage") => "d",
            _ => name,
        };
        self.names().iter().find(|(known, _)| known.eq_ignore_ascii_case(spelled)).map(|(_, factor)| *factor)
    }

    /// Writes a value with the unit that makes the number smallest without losing anything.
    pub fn write(self, value: i64) -> String {
        let whole = self.names().iter().rev().find(|(_, factor)| value != 0 && value % factor == 0);
        let (name, factor) = whole.copied().unwrap_or(self.names()[0]);
        format!("{} {name}", value / factor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_with_its_unit_and_written_the_same() {
        for (text, bytes) in [
            ("20 GiB", 21_474_836_480),
            ("20 GB", 20_000_000_000),
            ("512 MiB", 536_870_912),
            ("1 TiB", 1_099_511_627_776),
            ("1 B", 1),
            ("0 B", 0),
        ] {
            assert_eq!(Unit::Bytes.read(text), Some(bytes), "{text}");
            assert_eq!(Unit::Bytes.write(bytes), text);
        }
        assert_eq!(Unit::Bytes.read(" 20gib "), Some(21_474_836_480));
        assert_eq!(Unit::Bytes.read("4096"), Some(4096));
    }

    #[test]
    fn a_duration_is_read_with_its_unit_and_written_the_same() {
        for (text, seconds) in [("30 d", 2_592_000), ("36 h", 129_600), ("90 s", 90), ("5 min", 300)] {
            assert_eq!(Unit::Seconds.read(text), Some(seconds), "{text}");
            assert_eq!(Unit::Seconds.write(seconds), text);
        }
        assert_eq!(Unit::Seconds.read("7 days"), Some(604_800));
        assert_eq!(Unit::Seconds.read("1 Stunde"), Some(3_600));
    }

    #[test]
    fn a_field_offers_units_that_fit_its_bounds() {
        let offered = |unit: Unit, max, step| unit.offered(Quantity { min: 0, max, step });

        assert_eq!(offered(Unit::Bytes, 1 << 41, 1 << 20), ["MiB", "GiB", "TiB"]);
        assert_eq!(offered(Unit::Bytes, 1 << 21, 1), ["B", "KiB", "MiB"]);
        assert_eq!(offered(Unit::Seconds, 86_400, 60), ["min", "h", "d"]);
    }

    #[test]
    fn what_is_no_quantity_is_not_guessed() {
        for text in ["", "GiB", "-1 GiB", "1.5 GiB", "20 apples", "1 GiB 2", "9999999 TiB", "٣ GiB"] {
            assert_eq!(Unit::Bytes.read(text), None, "{text}");
        }
    }
}
