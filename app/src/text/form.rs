//! Texts of the form that is made from an application's options.

use serde_json::Value;

use super::Texts;

super::declare! {
    /// The form.
    Form {
        title(application: &str) { en = "Set up {application}"; de = "{application} einrichten"; }
        change_title(name: &str) { en = "Change {name}"; de = "{name} ändern"; }
        lead {
            en = "You can change most of this later; what you can't is marked. Nothing goes live before you have reviewed it.";
            de = "Das meiste können Sie später ändern; was nicht, ist gekennzeichnet. Nichts geht live, bevor Sie es geprüft haben.";
        }
        lock { en = "Can't be changed later"; de = "Später nicht mehr änderbar"; }
        locked { en = "This can't be changed any more."; de = "Das lässt sich nicht mehr ändern."; }
        optional { en = "optional"; de = "freiwillig"; }
        add_to(list: &str) { en = "Add to “{list}”"; de = "Zu „{list}“ hinzufügen"; }
        remove { en = "Remove"; de = "Entfernen"; }
        row(n: usize) { en = " row {n}"; de = " Zeile {n}"; }
        review { en = "Review"; de = "Prüfen"; }
        keep { en = "Keep as draft"; de = "Als Entwurf behalten"; }
        discard { en = "Discard draft"; de = "Entwurf verwerfen"; }
        take_newer { en = "Go on with the newer version"; de = "Mit der neueren Version weitermachen"; }
        effect(address: &str) { en = "Your address will be {address}"; de = "Ihre Adresse wird {address}"; }
        draft_kept { en = "Your draft is kept. It changes nothing until you deploy it."; de = "Ihr Entwurf ist gespeichert. Er ändert nichts, bis Sie ihn veröffentlichen."; }
        draft_of_live { en = "These are entries that are not live yet."; de = "Dies sind Angaben, die noch nicht live sind."; }
        read_only { en = "Your role can look at these entries, but not change them."; de = "Ihre Rolle darf diese Angaben ansehen, aber nicht ändern."; }
        kept(edition: i64) { en = "Kept (edition {edition}). Leave this empty to keep it; what you enter takes its place."; de = "Aufbewahrt (Ausgabe {edition}). Lassen Sie das Feld leer, um es zu behalten; was Sie eingeben, tritt an seine Stelle."; }
        not_kept { en = "Nothing is kept yet. What you enter is encrypted and never shown again."; de = "Noch ist nichts aufbewahrt. Was Sie eingeben, wird verschlüsselt und nie wieder angezeigt."; }
        remove_secret { en = "Remove what is kept"; de = "Das Aufbewahrte entfernen"; }
        secret_edition(edition: i64) { en = "secret, edition {edition}"; de = "Geheimnis, Ausgabe {edition}"; }
        up_to(n: usize) { en = "Up to {n}."; de = "Bis zu {n}."; }
        between(min: usize, max: usize) { en = "{min} to {max}."; de = "{min} bis {max}."; }
        sections { en = "Sections"; de = "Abschnitte"; }
        choose { en = "Choose"; de = "Wählen"; }
        none { en = "None"; de = "Keines"; }
        made(value: &str) { en = "Left empty, it will be {value}."; de = "Bleibt es leer, wird es {value}."; }
        how_many(application: &str) { en = "How many people will use {application}?"; de = "Wie viele Menschen werden {application} nutzen?"; }
        how_many_help {
            en = "Choosing fills in what the application needs for so many; you can change each entry below. What you have entered elsewhere stays.";
            de = "Die Wahl füllt aus, was die Anwendung für so viele braucht; jede Angabe unten lässt sich ändern. Was Sie sonst eingegeben haben, bleibt.";
        }
        people(n: &str) { en = "Up to {n} people"; de = "Bis {n} Menschen"; }
        memory(amount: &str) { en = "{amount} memory"; de = "{amount} Speicher"; }
        disk(amount: &str) { en = "{amount} disk"; de = "{amount} Platte"; }
        as_for(n: &str) { en = "The entries are as for up to {n} people."; de = "Die Angaben sind wie für bis zu {n} Menschen."; }
        as_for_but_one(n: &str) { en = "The entries are as for up to {n} people; one was changed by hand."; de = "Die Angaben sind wie für bis zu {n} Menschen; eine wurde von Hand geändert."; }
        as_for_but(n: &str, otherwise: usize) { en = "The entries are closest to those for up to {n} people; {otherwise} were changed by hand."; de = "Die Angaben sind denen für bis zu {n} Menschen am nächsten; {otherwise} wurden von Hand geändert."; }
        only_if(conditions: &str) { en = "Only if {conditions}."; de = "Nur wenn {conditions}."; }
        and { en = " and "; de = " und "; }
        or { en = " or "; de = " oder "; }
        quoted(text: &str) { en = "“{text}”"; de = "„{text}“"; }
        is_filled(option: &str) { en = "“{option}” is filled in"; de = "„{option}“ ausgefüllt ist"; }
        is_left_out(option: &str) { en = "“{option}” is left out"; de = "„{option}“ weggelassen ist"; }
        is_on(option: &str) { en = "“{option}” is on"; de = "„{option}“ eingeschaltet ist"; }
        is_off(option: &str) { en = "“{option}” is off"; de = "„{option}“ ausgeschaltet ist"; }
        is_one_of(option: &str, values: &str) { en = "“{option}” is {values}"; de = "„{option}“ {values} ist"; }
        is_none_of(option: &str, values: &str) { en = "“{option}” is not {values}"; de = "„{option}“ nicht {values} ist"; }
    }
}

/// When an option applies, from what each condition says of another one.
pub fn condition(t: &Texts, option: &str, holds: bool, values: &[(Value, String)]) -> String {
    let f = &t.form;
    let only = |wanted: &Value| matches!(values, [(value, _)] if value == wanted);
    let words = || values.iter().map(|(_, word)| (f.quoted)(word)).collect::<Vec<_>>().join(f.or);
    match holds {
        _ if only(&Value::Null) => {
            if holds {
                (f.is_left_out)(option)
            } else {
                (f.is_filled)(option)
            }
        }
        _ if only(&Value::Bool(holds)) => (f.is_on)(option),
        _ if only(&Value::Bool(!holds)) => (f.is_off)(option),
        true => (f.is_one_of)(option, &words()),
        false => (f.is_none_of)(option, &words()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::text::{DE, EN};

    #[test]
    fn a_condition_is_told_in_a_sentence() {
        let values =
            |values: &[Value]| values.iter().map(|value| (value.clone(), value.to_string())).collect::<Vec<_>>();

        assert_eq!(condition(&EN, "Mail", false, &values(&[json!(null)])), "“Mail” is filled in");
        assert_eq!(condition(&DE, "Mail", true, &values(&[json!(null)])), "„Mail“ weggelassen ist");
        assert_eq!(condition(&EN, "Live", true, &values(&[json!(true)])), "“Live” is on");
        assert_eq!(condition(&EN, "Live", false, &values(&[json!(true)])), "“Live” is off");
        assert_eq!(condition(&EN, "Live", true, &values(&[json!(false)])), "“Live” is off");
        assert_eq!(condition(&EN, "Place", true, &values(&[json!(1), json!(2)])), "“Place” is “1” or “2”");
        assert_eq!(condition(&DE, "Ort", false, &values(&[json!(1)])), "„Ort“ nicht „1“ ist");
    }
}
