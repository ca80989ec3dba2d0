//! Texts of deployments: the overview, one deployment, review, history, removal.

use domain::{deployment::DeploymentState, effect::EffectKind};

use super::Texts;

super::declare! {
    /// Deployments.
    Deployment {
        overview { en = "Overview"; de = "Übersicht"; }
        overview_lead(organisation: &str) { en = "What {organisation} runs."; de = "Was {organisation} betreibt."; }
        new { en = "New deployment"; de = "Neue Installation"; }
        empty_title { en = "Nothing here yet"; de = "Noch ist hier nichts"; }
        empty_help {
            en = "Choose an application, fill in a form, and look at what it would do before it goes live. Everything stays yours.";
            de = "Wählen Sie eine Anwendung, füllen Sie ein Formular aus, und sehen Sie vorher, was geschehen würde. Alles bleibt Ihres.";
        }
        empty_to_others {
            en = "Operators and owners of the organisation choose applications. What they deploy stands here, with its address.";
            de = "Anwendungen wählt, wer hier die Rolle Betrieb oder Besitz hat. Was sie veröffentlichen, steht dann hier, mit seiner Adresse.";
        }
        choose { en = "Choose an application"; de = "Anwendung wählen"; }
        search { en = "Search"; de = "Suche"; }
        search_help { en = "Name or address"; de = "Name oder Adresse"; }
        state { en = "State"; de = "Zustand"; }
        any_state { en = "Any state"; de = "Jeder Zustand"; }
        sort { en = "Order"; de = "Reihenfolge"; }
        sort_changed { en = "Last changed first"; de = "Zuletzt geändert zuerst"; }
        sort_title { en = "By name"; de = "Nach Name"; }
        sort_state { en = "By state"; de = "Nach Zustand"; }
        filter { en = "Show"; de = "Anzeigen"; }
        nothing_found_title { en = "Nothing matches"; de = "Nichts passt dazu"; }
        nothing_found_help { en = "No deployment matches what you look for."; de = "Keine Installation passt zu dem, was Sie suchen."; }
        show_all { en = "Show all"; de = "Alle anzeigen"; }
        name { en = "Name"; de = "Name"; }
        address { en = "Address"; de = "Adresse"; }
        changed { en = "Last change"; de = "Letzte Änderung"; }
        runs_on { en = "Runs on"; de = "Läuft auf"; }
        no_address { en = "none yet"; de = "noch keine"; }
        range(first: u64, last: u64, all: u64) { en = "{first}–{last} of {all}"; de = "{first}–{last} von {all}"; }
        previous { en = "Previous"; de = "Zurück"; }
        next { en = "Next"; de = "Weiter"; }
        outdated_title { en = "Nothing was deployed yet: look again"; de = "Es wurde noch nichts veröffentlicht: Sehen Sie noch einmal hin"; }
        history_newest { en = "Newest revisions"; de = "Neueste Stände"; }
        history_older { en = "Older revisions"; de = "Ältere Stände"; }
        pages { en = "Pages"; de = "Seiten"; }
        draft { en = "Draft"; de = "Entwurf"; }
        deploying { en = "Deploying"; de = "Wird veröffentlicht"; }
        live { en = "Live"; de = "Live"; }
        failed { en = "Failed"; de = "Gescheitert"; }
        removing { en = "Being removed"; de = "Wird entfernt"; }
        removed { en = "Removed"; de = "Entfernt"; }
        parts { en = "Deployment"; de = "Installation"; }
        summary { en = "Summary"; de = "Überblick"; }
        configuration { en = "Configuration"; de = "Konfiguration"; }
        history { en = "History"; de = "Verlauf"; }
        remove { en = "Remove"; de = "Entfernen"; }
        summary_lead_draft { en = "This was never deployed. Go on with the form when you like."; de = "Dies war noch nie live. Machen Sie mit dem Formular weiter, wann Sie möchten."; }
        summary_lead_live { en = "It answers at its address. Changes go live only after you have reviewed them."; de = "Sie antwortet unter ihrer Adresse. Änderungen gehen erst live, wenn Sie sie geprüft haben."; }
        summary_lead_failed { en = "The last run failed and nothing is live. Your entries are kept."; de = "Der letzte Lauf ist gescheitert, nichts ist live. Ihre Angaben sind aufgehoben."; }
        summary_lead_busy { en = "A run is at work. What was live before stays live until it is done."; de = "Ein Lauf ist am Werk. Was vorher live war, bleibt es, bis er fertig ist."; }
        summary_lead_removed { en = "It was removed. Its history stays here."; de = "Sie wurde entfernt. Ihr Verlauf bleibt hier."; }
        last_run_failed { en = "The last run failed"; de = "Der letzte Lauf ist gescheitert"; }
        last_run_failed_help { en = "What was live before is live still."; de = "Was vorher live war, ist es noch."; }
        see_run { en = "See the run"; de = "Den Lauf ansehen"; }
        see_newer { en = "See what it changes"; de = "Ansehen, was sie ändert"; }
        options_live { en = "What is live"; de = "Was live ist"; }
        options_draft { en = "What is not live yet"; de = "Was noch nicht live ist"; }
        options_draft_help { en = "Entries that differ from what is live."; de = "Angaben, die von dem abweichen, was live ist."; }
        change { en = "Change"; de = "Ändern"; }
        go_on { en = "Go on with the form"; de = "Mit dem Formular weitermachen"; }
        deploy_again { en = "Deploy again"; de = "Noch einmal veröffentlichen"; }
        take_away { en = "Take it with you"; de = "Mitnehmen"; }
        take_away_help { en = "Everything that this deployment is made of, with instructions: it can be built without this hosting provider, anywhere. Files that people uploaded are not in it."; de = "Alles, woraus diese Installation besteht, mit einer Anleitung: Sie lässt sich ohne diesen Hosting-Anbieter überall bauen. Hochgeladene Dateien sind nicht dabei."; }
        take_away_button { en = "Download the take-away"; de = "Zum Mitnehmen herunterladen"; }
        review_title(name: &str) { en = "Review {name}"; de = "{name} prüfen"; }
        review_lead { en = "This is what deploying would do. Nothing has happened yet."; de = "Das würde geschehen. Noch ist nichts geschehen."; }
        will_create { en = "Will be created"; de = "Wird angelegt"; }
        will_change { en = "Will change"; de = "Wird geändert"; }
        will_stay { en = "Stays"; de = "Bleibt"; }
        will_go { en = "Goes away"; de = "Verschwindet"; }
        entries { en = "Entries"; de = "Angaben"; }
        not_carried_title { en = "This can't be deployed from here yet"; de = "Das lässt sich von hier noch nicht veröffentlichen"; }
        nothing_changes_title { en = "Nothing would change"; de = "Nichts würde sich ändern"; }
        nothing_changes_help { en = "These entries lead to exactly what is live. There is nothing to deploy."; de = "Diese Angaben führen genau zu dem, was live ist. Es gibt nichts zu veröffentlichen."; }
        cannot_undo { en = "What can't be undone"; de = "Was sich nicht rückgängig machen lässt"; }
        cannot_undo_nothing { en = "Nothing. You can return to any earlier revision at any time."; de = "Nichts. Sie können jederzeit zu jedem früheren Stand zurück."; }
        lasting { en = "These entries are for good from the first deployment on. Look at each of them once more."; de = "Diese Angaben gelten ab der ersten Veröffentlichung für immer. Sehen Sie sich jede noch einmal an."; }
        no_way_back(application: &str) { en = "There is no way back to the earlier version of {application}"; de = "Zur früheren Version von {application} führt kein Weg zurück"; }
        technical { en = "Technical detail"; de = "Technische Einzelheiten"; }
        requirements { en = "Requirements"; de = "Anforderungen"; }
        closure { en = "Closure"; de = "Closure"; }
        closure_live { en = "Live closure"; de = "Laufende Closure"; }
        derivation { en = "Derivation"; de = "Derivation"; }
        library { en = "Module library"; de = "Modulbibliothek"; }
        deploy(name: &str) { en = "Deploy {name}"; de = "{name} veröffentlichen"; }
        back_to_form { en = "Back to the form"; de = "Zurück zum Formular"; }
        history_title(name: &str) { en = "History of {name}"; de = "Verlauf von {name}"; }
        history_lead { en = "Every set of entries that was reviewed. You can compare them and return to any."; de = "Jeder geprüfte Stand der Angaben. Sie können sie vergleichen und zu jedem zurück."; }
        history_empty { en = "Nothing was reviewed yet."; de = "Noch wurde nichts geprüft."; }
        revision(n: u32) { en = "Revision {n}"; de = "Stand {n}"; }
        staged { en = "Not deployed"; de = "Nicht veröffentlicht"; }
        was_live { en = "Was live"; de = "War live"; }
        never_live { en = "Failed"; de = "Gescheitert"; }
        compare { en = "Compare with"; de = "Vergleichen mit"; }
        compare_show { en = "Compare"; de = "Vergleichen"; }
        against(n: u32) { en = "Changes since revision {n}"; de = "Änderungen seit Stand {n}"; }
        first { en = "The first revision."; de = "Der erste Stand."; }
        same { en = "The same entries."; de = "Dieselben Angaben."; }
        return_to { en = "Return to this"; de = "Hierher zurück"; }
        added { en = "Added: "; de = "Neu: "; }
        removed_entry { en = "Removed: "; de = "Entfernt: "; }
        changed_entry { en = "Changed: "; de = "Geändert: "; }
        remove_title(name: &str) { en = "Remove {name}"; de = "{name} entfernen"; }
        remove_lead { en = "Read this before you go on."; de = "Lesen Sie das, bevor Sie weitermachen."; }
        remove_goes { en = "What goes"; de = "Was verschwindet"; }
        remove_goes_site(address: &str) { en = "{address} no longer answers."; de = "{address} antwortet nicht mehr."; }
        remove_goes_name { en = "Its name becomes free; another community may take it."; de = "Der Name wird frei; eine andere Gemeinschaft kann ihn nehmen."; }
        remove_goes_draft { en = "The draft, which was never live."; de = "Der Entwurf, der nie live war."; }
        remove_stays { en = "What stays"; de = "Was bleibt"; }
        remove_stays_history { en = "The history with all entries, to look them up."; de = "Der Verlauf mit allen Angaben, zum Nachsehen."; }
        remove_type(name: &str) { en = "To confirm, type: {name}"; de = "Geben Sie zur Bestätigung ein: {name}"; }
        remove_button(name: &str) { en = "Remove {name}"; de = "{name} entfernen"; }
        remove_not_allowed { en = "Only an owner of the organisation can remove a deployment."; de = "Nur wer die Rolle Besitz hat, kann eine Installation entfernen."; }
        empty_value { en = "nothing"; de = "nichts"; }
        yes { en = "yes"; de = "ja"; }
        no { en = "no"; de = "nein"; }
    }
}

/// What a state is called, and its shape.
pub fn state(t: &Texts, state: DeploymentState) -> (&'static str, &'static str) {
    let t = &t.deployment;
    match state {
        DeploymentState::Draft => (t.draft, "muted"),
        DeploymentState::Deploying => (t.deploying, "info"),
        DeploymentState::Live => (t.live, "good"),
        DeploymentState::Failed => (t.failed, "bad"),
        DeploymentState::Removing => (t.removing, "warn"),
        DeploymentState::Removed => (t.removed, "muted"),
    }
}

/// The heading over what happens to resources in the same way.
pub fn effect(t: &Texts, kind: EffectKind) -> &'static str {
    let t = &t.deployment;
    match kind {
        EffectKind::Create => t.will_create,
        EffectKind::Change => t.will_change,
        EffectKind::Keep => t.will_stay,
        EffectKind::Remove => t.will_go,
    }
}
