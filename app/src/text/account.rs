//! Texts of accounts: the first one, signing in, invitations, sessions.

use super::Texts;

super::declare! {
    /// Accounts.
    Account {
        first_title { en = "Create the first account"; de = "Das erste Konto anlegen"; }
        first_lead {
            en = "It administers this hosting provider: it makes organisations and invites the people who run them.";
            de = "Es verwaltet diesen Hosting-Anbieter: Es legt Organisationen an und lädt die Menschen ein, die sie betreiben.";
        }
        first_over {
            en = "This link is no longer valid. If nobody has an account yet, run “fediversity first-account-link” on the machine for a new one; otherwise sign in.";
            de = "Dieser Link gilt nicht mehr. Wenn noch niemand ein Konto hat, liefert „fediversity first-account-link“ auf der Maschine einen neuen; sonst melden Sie sich an.";
        }
        name { en = "Your name"; de = "Ihr Name"; }
        name_help { en = "Others in your organisations see it."; de = "Andere in Ihren Organisationen sehen ihn."; }
        email { en = "E-mail address"; de = "E-Mail-Adresse"; }
        password { en = "Password"; de = "Passwort"; }
        password_help(least: usize) {
            en = "At least {least} characters. A sentence that you can remember is best.";
            de = "Mindestens {least} Zeichen. Am besten ein Satz, den Sie sich merken können.";
        }
        create { en = "Create account"; de = "Konto anlegen"; }
        sign_in { en = "Sign in"; de = "Anmelden"; }
        sign_in_lead { en = "Go on with the communities that you run."; de = "Machen Sie bei den Gemeinschaften weiter, die Sie betreiben."; }
        no_account {
            en = "No account yet? You need an invitation from your organisation or from the hosting provider.";
            de = "Noch kein Konto? Sie brauchen eine Einladung Ihrer Organisation oder des Hosting-Anbieters.";
        }
        forgotten {
            en = "Forgotten your password? Ask the hosting provider for a link to set a new one.";
            de = "Passwort vergessen? Bitten Sie den Hosting-Anbieter um einen Link, mit dem Sie ein neues setzen.";
        }
        new_password_title { en = "Set a new password"; de = "Ein neues Passwort setzen"; }
        new_password_lead {
            en = "It takes the place of the old one, and ends all sessions of the account.";
            de = "Es tritt an die Stelle des alten und beendet alle Sitzungen des Kontos.";
        }
        new_password_over {
            en = "This link is no longer valid: it was used, replaced, or is older than a day. Ask the hosting provider for a new one.";
            de = "Dieser Link gilt nicht mehr: Er wurde benutzt, ersetzt oder ist älter als einen Tag. Bitten Sie den Hosting-Anbieter um einen neuen.";
        }
        new_password { en = "New password"; de = "Neues Passwort"; }
        new_password_set { en = "Your new password is set"; de = "Ihr neues Passwort gilt"; }
        new_password_use { en = "Sign in with it."; de = "Melden Sie sich damit an."; }
        set_password { en = "Set password"; de = "Passwort setzen"; }
        invitation_title(organisation: &str) { en = "Join {organisation}"; de = "{organisation} beitreten"; }
        invitation_lead(email: &str, role: &str) {
            en = "This invitation is for {email}, as {role}.";
            de = "Diese Einladung gilt für {email}, als {role}.";
        }
        invitation_over {
            en = "This invitation is no longer valid: it was used, withdrawn, or is older than two weeks. Ask whoever sent it for a new one.";
            de = "Diese Einladung gilt nicht mehr: Sie wurde benutzt, zurückgezogen oder ist älter als zwei Wochen. Bitten Sie, wer sie schickte, um eine neue.";
        }
        invitation_sign_in {
            en = "This address has an account. Sign in with it to join.";
            de = "Diese Adresse hat ein Konto. Melden Sie sich damit an, um beizutreten.";
        }
        invitation_other(email: &str) {
            en = "You are signed in as {email}, but the invitation is for another address. Sign out and open the link again.";
            de = "Sie sind als {email} angemeldet, die Einladung gilt aber einer anderen Adresse. Melden Sie sich ab und öffnen Sie den Link noch einmal.";
        }
        join { en = "Join"; de = "Beitreten"; }
        sessions_title { en = "Your account"; de = "Ihr Konto"; }
        sessions_lead {
            en = "Where you are signed in. End what you don't recognise.";
            de = "Wo Sie angemeldet sind. Beenden Sie, was Sie nicht kennen.";
        }
        browser { en = "Browser"; de = "Browser"; }
        browser_unknown { en = "Unknown browser"; de = "Unbekannter Browser"; }
        browser_on(browser: &str, system: &str) { en = "{browser} on {system}"; de = "{browser} unter {system}"; }
        signed_in { en = "Signed in"; de = "Angemeldet"; }
        last_seen { en = "Last seen"; de = "Zuletzt gesehen"; }
        this_one { en = "this browser"; de = "dieser Browser"; }
        end_session { en = "End session"; de = "Sitzung beenden"; }
        delete { en = "Delete account"; de = "Konto löschen"; }
        delete_title { en = "Delete your account"; de = "Ihr Konto löschen"; }
        delete_goes_person {
            en = "Your name, your address, your password and all your sessions.";
            de = "Ihr Name, Ihre Adresse, Ihr Passwort und alle Ihre Sitzungen.";
        }
        delete_goes_memberships {
            en = "Your place in every organisation. What you have deployed there stays live.";
            de = "Ihr Platz in jeder Organisation. Was Sie dort veröffentlicht haben, bleibt live.";
        }
        delete_stays {
            en = "The record of what was changed and when, without your name. Nobody can bring the account back.";
            de = "Die Aufzeichnung, was wann geändert wurde, ohne Ihren Namen. Niemand kann das Konto zurückholen.";
        }
        delete_button { en = "Delete my account"; de = "Mein Konto löschen"; }
        deleted_title { en = "Your account is deleted"; de = "Ihr Konto ist gelöscht"; }
        deleted_help { en = "To come back, you need a new invitation."; de = "Um zurückzukommen, brauchen Sie eine neue Einladung."; }
        former { en = "a deleted account"; de = "ein gelöschtes Konto"; }
        wrong_credentials {
            en = "The e-mail address or the password is wrong.";
            de = "Die E-Mail-Adresse oder das Passwort ist falsch.";
        }
        too_many_attempts {
            en = "There were too many attempts. Wait a quarter of an hour, then sign in again.";
            de = "Es waren zu viele Versuche. Warten Sie eine Viertelstunde und melden Sie sich dann wieder an.";
        }
    }
}

/// Who did something: a deleted account has no name any more.
pub fn person<'a>(t: &Texts, name: &'a str) -> &'a str {
    if name.is_empty() { t.account.former } else { name }
}

/// What browsers put into how they name themselves, the most particular first: many claim to be others as well.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// What people call a browser, going by how it names itself.
pub fn browser(t: &Texts, named: &str) -> String {
    let known =
        |names: &[(&str, &'static str)]| names.iter().find(|(part, _)| named.contains(part)).map(|(_, called)| *called);
    match (known(&BROWSERS), known(&SYSTEMS)) {
        (Some(browser), Some(system)) => (t.account.browser_on)(browser, system),
        (Some(browser), None) => browser.to_owned(),
        (None, _) if named.is_empty() => t.account.browser_unknown.to_owned(),
        (None, _) => named.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;
    use crate::text::texts_in;

    #[test]
    fn a_browser_is_called_what_people_call_it() {
        let called = |named| browser(texts_in(Language::En), named);

        assert_eq!(
            called("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            "Firefox on Linux"
        );
        assert_eq!(
            called(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML) Version/19.0 Safari/604.1"
            ),
            "Safari on iOS"
        );
        assert_eq!(
            called(
                "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 (KHTML) Chrome/150.0 Safari/537.36 Edg/150.0"
            ),
            "Edge on Windows"
        );
        assert_eq!(called("curl/8.5.0"), "curl/8.5.0");
        assert_eq!(called(""), "Unknown browser");
    }
}
