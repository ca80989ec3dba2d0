//! Texts of runs.

use domain::run::{Failure, FailureCode, RunDetail, RunKind, RunState, Step};

use super::Texts;

super::declare! {
    /// Runs.
    Run {
        deploying(name: &str) { en = "Deploying {name}"; de = "{name} wird veröffentlicht"; }
        deployed(name: &str) { en = "{name} is live"; de = "{name} ist live"; }
        removing(name: &str) { en = "Removing {name}"; de = "{name} wird entfernt"; }
        removed(name: &str) { en = "{name} was removed"; de = "{name} wurde entfernt"; }
        failed(name: &str) { en = "{name} was not changed"; de = "{name} wurde nicht geändert"; }
        cancelled(name: &str) { en = "Cancelled: {name}"; de = "Abgebrochen: {name}"; }
        lead_waiting { en = "It begins in a moment. You can close this page; it goes on."; de = "Gleich geht es los. Sie können diese Seite schließen; es geht weiter."; }
        lead_running { en = "You can close this page; it goes on."; de = "Sie können diese Seite schließen; es geht weiter."; }
        lead_left(duration: &str) { en = "Time left, going by earlier runs: {duration}. You can close this page; it goes on."; de = "Verbleibende Zeit, nach früheren Läufen: {duration}. Sie können diese Seite schließen; es geht weiter."; }
        lead_undoing { en = "What was done is being undone. What was live before stays live."; de = "Was geschehen ist, wird rückgängig gemacht. Was vorher live war, bleibt es."; }
        lead_done { en = "Your page answers at this address."; de = "Ihre Seite antwortet unter dieser Adresse."; }
        lead_removed { en = "It no longer answers, and its name is free."; de = "Sie antwortet nicht mehr, und ihr Name ist frei."; }
        lead_failed { en = "What was done is undone. What was live before is live still."; de = "Was geschehen war, ist rückgängig gemacht. Was vorher live war, ist es noch."; }
        lead_cancelled { en = "You can go on where you were."; de = "Sie können dort weitermachen, wo Sie waren."; }
        cancel { en = "Cancel"; de = "Abbrechen"; }
        cancelling { en = "Cancelling"; de = "Wird abgebrochen"; }
        progress { en = "Progress"; de = "Fortschritt"; }
        steps { en = "Steps"; de = "Schritte"; }
        run { en = "Run"; de = "Lauf"; }
        log { en = "Log"; de = "Protokoll"; }
        log_empty { en = "Nothing was said yet."; de = "Noch keine Meldungen."; }
        log_none { en = "Nothing was said."; de = "Keine Meldungen."; }
        log_from(n: u64) { en = "Earlier lines are not shown; this begins at line {n}."; de = "Frühere Zeilen sind nicht gezeigt; dies beginnt bei Zeile {n}."; }
        pause { en = "Pause"; de = "Anhalten"; }
        follow { en = "Follow"; de = "Folgen"; }
        find { en = "Find in the log"; de = "Im Protokoll suchen"; }
        reconnecting { en = "The connection is interrupted. The run goes on; the log continues when you are connected again."; de = "Die Verbindung ist unterbrochen. Der Lauf geht weiter; das Protokoll läuft weiter, sobald Sie wieder verbunden sind."; }
        done_spoken { en = ": done"; de = ": fertig"; }
        failed_spoken { en = ": failed"; de = ": gescheitert"; }
        not_undone_spoken { en = ": could not be undone"; de = ": konnte nicht rückgängig gemacht werden"; }
        not_undone(name: &str) { en = "{name} needs to be looked after"; de = "Um {name} muss sich jemand kümmern"; }
        lead_not_undone { en = "The run failed, and what it had begun could not be undone: what answers now may not be what was live before. Deploy again as soon as the environment can be reached; that puts it right."; de = "Der Lauf ist gescheitert, und was er begonnen hatte, ließ sich nicht rückgängig machen: Was jetzt antwortet, ist vielleicht nicht, was vorher live war. Veröffentlichen Sie noch einmal, sobald die Umgebung erreichbar ist; das bringt es in Ordnung."; }
        undone { en = "Undone"; de = "Rückgängig gemacht"; }
        to_deployment { en = "To the deployment"; de = "Zur Installation"; }
        try_again { en = "Review and deploy again"; de = "Prüfen und noch einmal veröffentlichen"; }
        remove_again { en = "Remove again"; de = "Noch einmal entfernen"; }
        next_title { en = "What to do next"; de = "Wie es weitergeht"; }
        next_open { en = "Open the address and look at it as your visitors will."; de = "Öffnen Sie die Adresse und sehen Sie sie, wie Ihre Besucher sie sehen."; }
        next_share { en = "Hand the address to your community."; de = "Geben Sie die Adresse an Ihre Gemeinschaft weiter."; }
        detail { en = "Technical detail"; de = "Technische Einzelheiten"; }
        preflight { en = "Checked everything first"; de = "Alles geprüft"; }
        evaluate { en = "Worked out the configuration"; de = "Konfiguration berechnet"; }
        build { en = "Built"; de = "Gebaut"; }
        copy { en = "Copied to its machines"; de = "Auf die Maschinen kopiert"; }
        secrets { en = "Handed over secrets"; de = "Geheimnisse übergeben"; }
        activate { en = "Made live"; de = "Live geschaltet"; }
        verify { en = "Checked that it answers"; de = "Geprüft, dass sie antwortet"; }
        publish { en = "Noted what is live"; de = "Festgehalten, was live ist"; }
        deactivate { en = "Taken off the network"; de = "Vom Netz genommen"; }
        release { en = "Given back what it used"; de = "Zurückgegeben, was sie benutzte"; }
        preflight_now { en = "Checking everything first"; de = "Alles wird geprüft"; }
        evaluate_now { en = "Working out the configuration"; de = "Konfiguration wird berechnet"; }
        build_now { en = "Building"; de = "Wird gebaut"; }
        copy_now { en = "Copying to its machines"; de = "Wird auf die Maschinen kopiert"; }
        secrets_now { en = "Handing over secrets"; de = "Geheimnisse werden übergeben"; }
        activate_now { en = "Making it live"; de = "Wird live geschaltet"; }
        verify_now { en = "Checking that it answers"; de = "Wird geprüft, ob sie antwortet"; }
        publish_now { en = "Noting what is live"; de = "Wird festgehalten, was live ist"; }
        deactivate_now { en = "Taking it off the network"; de = "Wird vom Netz genommen"; }
        release_now { en = "Giving back what it used"; de = "Wird zurückgegeben, was sie benutzte"; }
        why_cancelled { en = "Somebody cancelled it."; de = "Jemand hat abgebrochen."; }
        why_environment { en = "The environment did not answer. Tell your hosting provider, and try again when it is back."; de = "Die Umgebung hat nicht geantwortet. Sagen Sie es Ihrem Hosting-Anbieter, und versuchen Sie es wieder, wenn sie zurück ist."; }
        why_not_ready { en = "The environment is not ready for deployments. The technical detail says what is missing: hand it to your hosting provider."; de = "Die Umgebung ist nicht bereit. Was fehlt, steht in den technischen Einzelheiten: Geben Sie sie Ihrem Hosting-Anbieter."; }
        why_no_room { en = "The disk is full. Your hosting provider must make room."; de = "Die Platte ist voll. Ihr Hosting-Anbieter muss Platz schaffen."; }
        why_outdated { en = "The plan no longer fits. Review it again and deploy."; de = "Der Plan passt nicht mehr. Prüfen Sie ihn noch einmal und veröffentlichen Sie dann."; }
        why_evaluation { en = "The configuration could not be worked out. Tell your hosting provider."; de = "Die Konfiguration ließ sich nicht berechnen. Sagen Sie es Ihrem Hosting-Anbieter."; }
        why_limit { en = "It took more time or memory than is allowed, and was ended."; de = "Es hat mehr Zeit oder Speicher gebraucht als erlaubt und wurde beendet."; }
        why_build { en = "The build failed. The log says where."; de = "Der Bau ist gescheitert. Das Protokoll sagt, wo."; }
        why_activation { en = "The environment could not make it live."; de = "Die Umgebung konnte sie nicht live schalten."; }
        why_deactivation { en = "The environment could not take it off the network."; de = "Die Umgebung konnte sie nicht vom Netz nehmen."; }
        why_not_answering { en = "The address did not answer with the new content in time."; de = "Die Adresse hat nicht rechtzeitig mit dem neuen Inhalt geantwortet."; }
        why_internal { en = "The server made a mistake. Tell your hosting provider."; de = "Der Server hat einen Fehler gemacht. Sagen Sie es Ihrem Hosting-Anbieter."; }
    }
}

/// The heading of a run's page.
pub fn title(t: &Texts, detail: &RunDetail) -> String {
    let (t, name) = (&t.run, detail.title.as_str());
    match (detail.run.state, detail.run.kind) {
        (RunState::Succeeded, RunKind::Deploy) => (t.deployed)(name),
        (RunState::Succeeded, RunKind::Remove) => (t.removed)(name),
        (RunState::Failed, _) if detail.left_something() => (t.not_undone)(name),
        (RunState::Failed, _) => (t.failed)(name),
        (RunState::Cancelled, _) => (t.cancelled)(name),
        (_, RunKind::Deploy) => (t.deploying)(name),
        (_, RunKind::Remove) => (t.removing)(name),
    }
}

/// What a step is called once it is done.
pub fn step(t: &Texts, step: Step) -> &'static str {
    let t = &t.run;
    match step {
        Step::Preflight => t.preflight,
        Step::Evaluate => t.evaluate,
        Step::Build => t.build,
        Step::Copy => t.copy,
        Step::Secrets => t.secrets,
        Step::Activate => t.activate,
        Step::Verify => t.verify,
        Step::Publish => t.publish,
        Step::Deactivate => t.deactivate,
        Step::Release => t.release,
    }
}

/// What a step is called before and while it is done.
pub fn step_now(t: &Texts, step: Step) -> &'static str {
    let t = &t.run;
    match step {
        Step::Preflight => t.preflight_now,
        Step::Evaluate => t.evaluate_now,
        Step::Build => t.build_now,
        Step::Copy => t.copy_now,
        Step::Secrets => t.secrets_now,
        Step::Activate => t.activate_now,
        Step::Verify => t.verify_now,
        Step::Publish => t.publish_now,
        Step::Deactivate => t.deactivate_now,
        Step::Release => t.release_now,
    }
}

/// Why a run did not succeed.
pub fn why(t: &Texts, failure: &Failure) -> &'static str {
    let t = &t.run;
    match failure.code {
        FailureCode::ActivationFailed if failure.step == Some(Step::Deactivate) => t.why_deactivation,
        FailureCode::Cancelled => t.why_cancelled,
        FailureCode::EnvironmentUnavailable => t.why_environment,
        FailureCode::EnvironmentNotReady => t.why_not_ready,
        FailureCode::NoRoom => t.why_no_room,
        FailureCode::PlanOutdated => t.why_outdated,
        FailureCode::EvaluationFailed => t.why_evaluation,
        FailureCode::LimitExceeded => t.why_limit,
        FailureCode::BuildFailed => t.why_build,
        FailureCode::ActivationFailed => t.why_activation,
        FailureCode::NotAnswering => t.why_not_answering,
        FailureCode::Internal => t.why_internal,
    }
}
