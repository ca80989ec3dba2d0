//! Texts of the frame around every screen.

super::declare! {
    /// The frame.
    Frame {
        skip { en = "Skip to the content"; de = "Zum Inhalt springen"; }
        menu { en = "Menu"; de = "Menü"; }
        main { en = "Main"; de = "Hauptnavigation"; }
        here { en = "You are here"; de = "Sie sind hier"; }
        self_label { en = "Language and account"; de = "Sprache und Konto"; }
        language { en = "Language:"; de = "Sprache:"; }
        overview { en = "Overview"; de = "Übersicht"; }
        applications { en = "Applications"; de = "Anwendungen"; }
        people { en = "People"; de = "Personen"; }
        provider { en = "Hosting provider"; de = "Hosting-Anbieter"; }
        organisations { en = "Organisations"; de = "Organisationen"; }
        your_organisations { en = "Your organisations"; de = "Ihre Organisationen"; }
        account { en = "Your account"; de = "Ihr Konto"; }
        sign_out { en = "Sign out"; de = "Abmelden"; }
        loading { en = "Loading"; de = "Wird geladen"; }
        no_such_page { en = "There is no such page"; de = "Diese Seite gibt es nicht"; }
        no_such_page_help {
            en = "The address may be mistyped, or what was here was removed. Nothing is lost.";
            de = "Vielleicht ist die Adresse vertippt, oder was hier war, wurde entfernt. Es ist nichts verloren.";
        }
        to_start { en = "To the start"; de = "Zum Anfang"; }
    }
}
