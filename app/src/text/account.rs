//! Texts of accounts: the first one, signing in, invitations, sessions.

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
            en = "This address has an account. Sign in with it and open the link again.";
            de = "Diese Adresse hat ein Konto. Melden Sie sich damit an und öffnen Sie den Link noch einmal.";
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
        signed_in { en = "Signed in"; de = "Angemeldet"; }
        last_seen { en = "Last seen"; de = "Zuletzt gesehen"; }
        this_one { en = "this browser"; de = "dieser Browser"; }
        end_session { en = "End session"; de = "Sitzung beenden"; }
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
