//! Texts of the form that is made from an application's options.

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
        effect(address: &str) { en = "Your address will be {address}"; de = "Ihre Adresse wird {address}"; }
        draft_kept { en = "Your draft is kept. It changes nothing until you deploy it."; de = "Ihr Entwurf ist gespeichert. Er ändert nichts, bis Sie ihn veröffentlichen."; }
        draft_of_live { en = "These are entries that are not live yet."; de = "Dies sind Angaben, die noch nicht live sind."; }
        read_only { en = "Your role can look at these entries, but not change them."; de = "Ihre Rolle darf diese Angaben ansehen, aber nicht ändern."; }
        kept(edition: i64) { en = "Kept (edition {edition}). Leave this empty to keep it; what you enter takes its place."; de = "Aufbewahrt (Ausgabe {edition}). Lassen Sie das Feld leer, um es zu behalten; was Sie eingeben, tritt an seine Stelle."; }
        not_kept { en = "Nothing is kept yet. What you enter is encrypted and never shown again."; de = "Noch ist nichts aufbewahrt. Was Sie eingeben, wird verschlüsselt und nie wieder angezeigt."; }
        remove_secret { en = "Remove what is kept"; de = "Das Aufbewahrte entfernen"; }
        secret_edition(edition: i64) { en = "secret, edition {edition}"; de = "Geheimnis, Ausgabe {edition}"; }
        up_to(n: usize) { en = "Up to {n}."; de = "Bis zu {n}."; }
    }
}
