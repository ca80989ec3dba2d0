//! Sentences for what went wrong: what happened, what is safe, what to do.

use domain::{organisation::Limited, person::Needed};

use super::Texts;
use crate::error::{AppError, FieldProblem};

super::declare! {
    /// Problems.
    Problem {
        title { en = "That did not work"; de = "Das ging nicht"; }
        nothing_lost { en = "Nothing was changed"; de = "Es wurde nichts geändert"; }
        session_ended { en = "Your session has ended"; de = "Ihre Sitzung ist beendet"; }
        not_signed_in { en = "Sign in again in another tab, then send this form again. What you entered is still here."; de = "Melden Sie sich in einem anderen Tab wieder an und senden Sie dieses Formular dann noch einmal. Ihre Angaben sind noch da."; }
        sign_in_again { en = "Sign in in a new tab"; de = "In einem neuen Tab anmelden"; }
        forbidden { en = "Your role does not allow this. Ask an owner of the organisation."; de = "Ihre Rolle erlaubt das nicht. Fragen Sie jemanden in der Rolle Besitz."; }
        not_found { en = "There is nothing here, or it is not yours to see."; de = "Hier gibt es nichts, oder Sie dürfen es nicht sehen."; }
        conflict { en = "Something else happened first, so nothing was changed. Look at the page again."; de = "Etwas anderes kam zuvor, darum wurde nichts geändert. Sehen Sie sich die Seite noch einmal an."; }
        edited_meanwhile(by: &str) { en = "{by} has changed this since you opened the form, so yours was not saved. Open the form in another tab to see what they entered; what you entered is still here to compare."; de = "{by} hat dies geändert, seit Sie das Formular geöffnet haben; Ihre Fassung wurde deshalb nicht gespeichert. Öffnen Sie das Formular in einem anderen Tab, um die neue Fassung zu sehen; Ihre Angaben sind hier zum Vergleich noch da."; }
        full_of_deployments(most: u64) { en = "Your organisation may have at most {most} deployments, and has them. Remove one, or ask your hosting provider for more."; de = "Ihre Organisation darf höchstens {most} Installationen haben, und hat sie. Entfernen Sie eine, oder bitten Sie Ihren Hosting-Anbieter um mehr."; }
        full_of_people(most: u64) { en = "At most {most} people may belong to your organisation or be invited, and they do. Withdraw an invitation, or ask your hosting provider for more."; de = "Höchstens {most} Personen dürfen zu Ihrer Organisation gehören oder eingeladen sein, und sie sind es. Ziehen Sie eine Einladung zurück, oder bitten Sie Ihren Hosting-Anbieter um mehr."; }
        options { en = "Some entries need to be mended first."; de = "Einige Angaben müssen zuerst berichtigt werden."; }
        unmet(needs: &str) { en = "The environment does not offer what is needed: {needs}."; de = "Der Umgebung fehlt, was gebraucht wird: {needs}."; }
        not_carried { en = "This can be planned, but not deployed: this server has no way yet to deploy to this kind of environment. Your entries and the plan are kept."; de = "Das lässt sich planen, aber nicht veröffentlichen: Dieser Server hat noch keinen Weg zu dieser Art von Umgebung. Ihre Angaben und der Plan sind aufgehoben."; }
        needed_by(organisations: &str) { en = "You are the only owner of {organisations}. Make somebody else owner there first."; de = "Nur Sie haben die Rolle Besitz in: {organisations}. Geben Sie sie dort zuerst auch jemand anderem."; }
        needed_by_provider { en = "You are the only administrator of this hosting provider, and somebody has to be."; de = "Nur Sie verwalten diesen Hosting-Anbieter, und jemand muss es tun."; }
        link_over { en = "This link is no longer valid."; de = "Dieser Link gilt nicht mehr."; }
        plan_outdated { en = "What is live has changed since you reviewed this. Here is the new plan; deploy it if it is what you want."; de = "Was live ist, hat sich geändert, seit Sie dies geprüft haben. Hier ist der neue Plan; veröffentlichen Sie ihn, wenn er so richtig ist."; }
        evaluation(entry: &str) { en = "The application can't be worked out with these entries. Nothing was changed. Tell your hosting provider the number {entry}."; de = "Mit diesen Angaben lässt sich die Anwendung nicht berechnen. Es wurde nichts geändert. Nennen Sie Ihrem Hosting-Anbieter die Nummer {entry}."; }
        internal(entry: &str) { en = "The server made a mistake. What runs goes on running. Tell your hosting provider the number {entry}."; de = "Der Server hat einen Fehler gemacht. Was läuft, läuft weiter. Nennen Sie Ihrem Hosting-Anbieter die Nummer {entry}."; }
        transport { en = "The server could not be reached. What you entered is still here; go on when you are connected again."; de = "Der Server war nicht zu erreichen. Ihre Angaben sind noch da; machen Sie weiter, sobald Sie wieder verbunden sind."; }
        to_mend_one { en = "One entry to mend"; de = "Eine Angabe ist zu berichtigen"; }
        to_mend(n: usize) { en = "{n} entries to mend"; de = "{n} Angaben sind zu berichtigen"; }
        empty { en = "Please fill this in."; de = "Bitte ausfüllen."; }
        too_short(length: u32, least: u32) { en = "That is too short: {length} of at least {least} characters."; de = "Das ist zu kurz: {length} von mindestens {least} Zeichen."; }
        too_long(length: u32, most: u32) { en = "That is too long: {length} characters, and at most {most} fit."; de = "Das ist zu lang: {length} Zeichen, und höchstens {most} passen."; }
        not_a_label { en = "Only small letters, digits and hyphens, at most 63, such as town-choir."; de = "Nur kleine Buchstaben, Ziffern und Bindestriche, höchstens 63, etwa stadt-chor."; }
        not_an_email { en = "An e-mail address looks like name@town.example."; de = "Eine E-Mail-Adresse sieht aus wie name@stadt.example."; }
        not_a_role { en = "Choose one of the roles."; de = "Wählen Sie eine der Rollen."; }
        taken { en = "This is taken already. Choose another one."; de = "Das ist schon vergeben. Wählen Sie etwas anderes."; }
        not_the_same { en = "This is not what stands above. Type it exactly as it stands there."; de = "Das ist nicht, was oben steht. Geben Sie es genau so ein, wie es dort steht."; }
        wrong_password { en = "This is not your password."; de = "Das ist nicht Ihr Passwort."; }
        control_character { en = "It contains characters that can't be shown. Type it anew instead of pasting it."; de = "Es enthält Zeichen, die nicht angezeigt werden können. Tippen Sie es neu, statt es einzufügen."; }
        line_break { en = "It must be a single line."; de = "Es muss eine einzige Zeile sein."; }
        not_an_integer { en = "Enter a whole number."; de = "Geben Sie eine ganze Zahl ein."; }
        not_between(least: &str, most: &str) { en = "This must be at least {least} and at most {most}."; de = "Das muss mindestens {least} und höchstens {most} sein."; }
        out_of_bounds { en = "This is outside of what is allowed."; de = "Das liegt außerhalb des Erlaubten."; }
        not_a_choice { en = "Choose one of the options."; de = "Wählen Sie eine der Möglichkeiten."; }
        not_a_domain { en = "A domain has at least two parts, in small letters and without https://, such as social.town.example."; de = "Eine Domain hat mindestens zwei Teile, in kleinen Buchstaben und ohne https://, etwa social.stadt.example."; }
        not_a_url { en = "A web address begins with https:// and has no spaces, such as https://town.example."; de = "Eine Webadresse beginnt mit https:// und hat keine Leerzeichen, etwa https://stadt.example."; }
        not_a_subdomain { en = "Only small letters, digits and hyphens, such as media."; de = "Nur kleine Buchstaben, Ziffern und Bindestriche, etwa media."; }
        not_a_port { en = "A port is a number from 1 to 65535."; de = "Ein Port ist eine Zahl von 1 bis 65535."; }
        not_a_locale { en = "A language is two or three small letters, perhaps with a country, such as de or pt-BR."; de = "Eine Sprache hat zwei oder drei kleine Buchstaben, vielleicht mit einem Land, etwa de oder pt-BR."; }
        not_a_multiple(step: &str) { en = "This must be a multiple of {step}."; de = "Das muss ein Vielfaches von {step} sein."; }
        secret_length(min: usize, max: usize) { en = "This must have {min} to {max} characters."; de = "Das muss {min} bis {max} Zeichen haben."; }
        not_a_secret { en = "Enter this secret anew; it is kept apart from everything else."; de = "Geben Sie dieses Geheimnis neu ein; es wird getrennt von allem anderen aufbewahrt."; }
        not_a_colour { en = "A colour is # and six digits, such as #2f5d50."; de = "Eine Farbe ist # und sechs Stellen, etwa #2f5d50."; }
        too_few(count: usize, least: usize) { en = "There must be at least {least} of these; there are {count}. Add some."; de = "Davon muss es mindestens {least} geben; es gibt {count}. Fügen Sie welche hinzu."; }
        too_many(count: usize, most: usize) { en = "There may be at most {most} of these; there are {count}. Remove some."; de = "Davon darf es höchstens {most} geben; es gibt {count}. Entfernen Sie einige."; }
        wrong_kind { en = "This is not the kind of value that belongs here."; de = "Dieser Wert ist nicht von der Art, die hierher gehört."; }
        others(sentence: &str, others: &str) { en = "{sentence} It is about: {others}."; de = "{sentence} Es geht um: {others}."; }
        not_different { en = "This must not be the same as another entry."; de = "Das darf nicht dasselbe sein wie eine andere Angabe."; }
        none_set { en = "Fill in at least one of these."; de = "Füllen Sie mindestens eine dieser Angaben aus."; }
        not_together { en = "This belongs to another entry: fill in both, or neither."; de = "Das gehört zu einer anderen Angabe: Füllen Sie beide aus oder keine."; }
        not_at_most { en = "This must not be greater than what belongs to it."; de = "Das darf nicht größer sein als das, was dazugehört."; }
        unknown { en = "The application does not know this option."; de = "Die Anwendung kennt diese Angabe nicht."; }
        removed { en = "The application does not have this option any more."; de = "Diese Angabe gibt es in der Anwendung nicht mehr."; }
        not_migrated { en = "The new version of the application has no place for this. Change it first."; de = "Die neue Version der Anwendung hat dafür keinen Platz. Ändern Sie es zuerst."; }
        newer_version { en = "This was entered for a newer version of the application."; de = "Das wurde für eine neuere Version der Anwendung eingegeben."; }
        duplicate { en = "This stands here twice."; de = "Das steht hier zweimal."; }
        reserved { en = "The application keeps this name for itself. Choose another one."; de = "Die Anwendung behält diesen Namen für sich. Wählen Sie einen anderen."; }
        immutable { en = "This can't be changed after the first deployment."; de = "Das lässt sich nach der ersten Veröffentlichung nicht mehr ändern."; }
        beyond_policy { en = "Your hosting provider allows less than this. Choose less, or ask for more."; de = "Ihr Hosting-Anbieter erlaubt weniger als das. Wählen Sie weniger, oder fragen Sie nach mehr."; }
        not_offered { en = "Your hosting provider does not offer this in this environment."; de = "Ihr Hosting-Anbieter bietet das in dieser Umgebung nicht an."; }
        not_below { en = "Your hosting provider allows only names below certain domains here."; de = "Ihr Hosting-Anbieter erlaubt hier nur Namen unter bestimmten Domains."; }
        not_shared { en = "This can't share a host with the other applications of this deployment."; de = "Das kann sich keinen Host mit den anderen Anwendungen dieser Installation teilen."; }
        exhausted { en = "The environment has no free address left. Tell your hosting provider."; de = "Die Umgebung hat keine freie Adresse mehr. Sagen Sie es Ihrem Hosting-Anbieter."; }
        no_nixpkgs { en = "This server can't build hosts yet: it was given no nixpkgs. Tell your hosting provider."; de = "Dieser Server kann noch keine Hosts bauen: Ihm fehlt nixpkgs. Sagen Sie es Ihrem Hosting-Anbieter."; }
        module_fault { en = "The application module makes a mistake here. Tell your hosting provider."; de = "Das Anwendungsmodul macht hier einen Fehler. Sagen Sie es Ihrem Hosting-Anbieter."; }
        name_taken { en = "Another community has this name already. Choose another one."; de = "Eine andere Gemeinschaft hat diesen Namen schon. Wählen Sie einen anderen."; }
    }
}

/// The heading over an error.
pub fn heading(t: &Texts, error: &AppError) -> &'static str {
    if *error == AppError::NotSignedIn { t.problem.session_ended } else { t.problem.title }
}

/// The sentence for an error.
pub fn sentence(t: &Texts, error: &AppError) -> String {
    let p = &t.problem;
    match error {
        AppError::NotSignedIn => p.not_signed_in.into(),
        AppError::Forbidden => p.forbidden.into(),
        AppError::NotFound => p.not_found.into(),
        AppError::Conflict => p.conflict.into(),
        AppError::EditedMeanwhile { by } => (p.edited_meanwhile)(super::account::person(t, by)),
        AppError::Full { of: Limited::Deployments, most } => (p.full_of_deployments)(*most),
        AppError::Full { of: Limited::People, most } => (p.full_of_people)(*most),
        AppError::Field { problem, .. } => field(t, *problem),
        AppError::Options { .. } => p.options.into(),
        AppError::Unmet { unmet } => {
            let needs: Vec<String> =
                unmet.iter().map(|unmet| super::application::resource_type(t, &unmet.resource_type)).collect();
            (p.unmet)(&needs.join(", "))
        }
        AppError::NotCarried => p.not_carried.into(),
        AppError::StillNeeded { needed } => self::needed(t, needed),
        AppError::WrongCredentials => t.account.wrong_credentials.into(),
        AppError::TooManyAttempts => t.account.too_many_attempts.into(),
        AppError::LinkOver => p.link_over.into(),
        AppError::PlanOutdated { .. } => p.plan_outdated.into(),
        AppError::Evaluation { entry } => (p.evaluation)(entry),
        AppError::Refused { reason } => reason.clone(),
        AppError::Internal { entry } => (p.internal)(entry),
        AppError::Transport => p.transport.into(),
    }
}

/// Why an account can't be deleted.
pub fn needed(t: &Texts, needed: &[Needed]) -> String {
    let p = &t.problem;
    let owned: Vec<&str> = needed
        .iter()
        .filter_map(|needed| match needed {
            Needed::Owner { organisation } => Some(organisation.as_str()),
            Needed::HostingProvider => None,
        })
        .collect();
    let owner = (!owned.is_empty()).then(|| (p.needed_by)(&owned.join(", ")));
    let provider = needed.contains(&Needed::HostingProvider).then(|| p.needed_by_provider.to_owned());
    provider.into_iter().chain(owner).collect::<Vec<_>>().join(" ")
}

/// The sentence for a field of our own forms.
pub fn field(t: &Texts, problem: FieldProblem) -> String {
    let p = &t.problem;
    let sentence = match problem {
        FieldProblem::TooShort { length, least } => return (p.too_short)(length, least),
        FieldProblem::TooLong { length, most } => return (p.too_long)(length, most),
        FieldProblem::Empty => p.empty,
        FieldProblem::NotALabel => p.not_a_label,
        FieldProblem::NotAnEmail => p.not_an_email,
        FieldProblem::NotARole => p.not_a_role,
        FieldProblem::Taken => p.taken,
        FieldProblem::NotTheSame => p.not_the_same,
        FieldProblem::WrongPassword => p.wrong_password,
    };
    sentence.into()
}
