//! Texts of the catalogue.

use super::Texts;

super::declare! {
    /// The catalogue.
    Application {
        title { en = "Applications"; de = "Anwendungen"; }
        lead { en = "What your community can have. Choose one to set it up."; de = "Was Ihre Gemeinschaft haben kann. Wählen Sie eine, um sie einzurichten."; }
        set_up(application: &str) { en = "Set up {application}"; de = "{application} einrichten"; }
        version { en = "Version"; de = "Version"; }
        needs { en = "Needs"; de = "Braucht"; }
        may_need { en = "If you choose it"; de = "Auf Wunsch"; }
        trusted_by { en = "Answered for by"; de = "Verantwortet von"; }
        runs_on { en = "Runs on"; de = "Läuft auf"; }
        cannot_run(environment: &str, needs: &str) {
            en = "{environment} can't run it: it does not offer {needs}.";
            de = "{environment} kann sie nicht betreiben: Es fehlt {needs}.";
        }
        nowhere { en = "No environment here can run it yet."; de = "Noch keine Umgebung hier kann sie betreiben."; }
        uses { en = "What it uses"; de = "Was sie verbraucht"; }
        people { en = "People"; de = "Personen"; }
        cores { en = "Cores"; de = "Kerne"; }
        one_core { en = "1 core"; de = "1 Kern"; }
        many_cores(n: u32) { en = "{n} cores"; de = "{n} Kerne"; }
        memory { en = "Memory"; de = "Speicher"; }
        disk { en = "Disk"; de = "Platte"; }
        mib(n: u32) { en = "{n} MiB"; de = "{n} MiB"; }
        gib(n: u32) { en = "{n} GiB"; de = "{n} GiB"; }
        tib(n: u32) { en = "{n} TiB"; de = "{n} TiB"; }
        shared { en = "shared"; de = "geteilt"; }
        environment { en = "Where it runs"; de = "Wo sie läuft"; }
        empty_title { en = "The catalogue is empty"; de = "Der Katalog ist leer"; }
        empty_help {
            en = "The hosting provider has not made any application available.";
            de = "Der Hosting-Anbieter hat noch keine Anwendung bereitgestellt.";
        }
        not_allowed {
            en = "Your role can look, but not set up applications.";
            de = "Ihre Rolle darf schauen, aber keine Anwendungen einrichten.";
        }
        static_site { en = "a place for web pages"; de = "ein Platz für Webseiten"; }
        host { en = "a host of its own"; de = "ein eigener Host"; }
        dns_name { en = "a name in the DNS"; de = "ein Name im DNS"; }
        bucket { en = "storage for files"; de = "Speicher für Dateien"; }
        database { en = "a database"; de = "eine Datenbank"; }
        queue { en = "a queue"; de = "eine Warteschlange"; }
        mail_relay { en = "a mail server"; de = "ein Mailserver"; }
        certificate { en = "a certificate"; de = "ein Zertifikat"; }
        secret { en = "a place for secrets"; de = "ein Platz für Geheimnisse"; }
        login_shell { en = "a login"; de = "ein Login"; }
        this_machine { en = "This machine"; de = "Diese Maschine"; }
    }
}

/// What a resource type is called.
pub fn resource_type(t: &Texts, name: &str) -> String {
    let t = &t.application;
    let known = match name {
        "static-site" => t.static_site,
        "host" => t.host,
        "dns-name" => t.dns_name,
        "s3-bucket" => t.bucket,
        "postgresql" | "mariadb" => t.database,
        "redis" => t.queue,
        "mail-relay" => t.mail_relay,
        "tls-certificate" => t.certificate,
        "secret-file" => t.secret,
        "login-shell" => t.login_shell,
        other => other,
    };
    known.to_owned()
}

/// What an environment is called: the name that the server gave its own one is translated, all others are the hosting provider's words.
pub fn environment(t: &Texts, name: &str) -> String {
    if name == super::EN.application.this_machine { t.application.this_machine.to_owned() } else { name.to_owned() }
}

/// A number of processor cores.
pub fn cores(t: &Texts, cores: u32) -> String {
    if cores == 1 { t.application.one_core.to_owned() } else { (t.application.many_cores)(cores) }
}

/// An amount of memory or disk.
pub fn size(t: &Texts, mib: u32) -> String {
    match mib {
        0 => t.application.shared.to_owned(),
        // What isn't whole in the larger unit is said exactly.
        mib if mib % 1024 != 0 => (t.application.mib)(mib),
        mib if mib % (1024 * 1024) != 0 => (t.application.gib)(mib / 1024),
        mib => (t.application.tib)(mib / (1024 * 1024)),
    }
}
