//! `check-environment`: what a hosting provider is told of a machine that is not ready, and of one that is.

use super::hall::Unprepared;

#[test]
fn what_is_missing_is_told_with_the_line_to_add() {
    let unprepared = Unprepared::new("linux", "");
    unprepared.place.serve(&[]).terminate();

    let before = unprepared.place.run("check-environment", &[]);

    assert_eq!(before.code, Some(1), "{before:?}");
    let signer = before.out.lines().next().and_then(|line| line.strip_prefix("Closures are signed with "));
    let signer = signer.expect("the key").to_owned();
    for missing in [
        format!(
            "MISSING  alpha  Signatures: its Nix does not trust our signatures; \
             add “extra-trusted-public-keys = {signer}” to its /etc/nix/nix.conf and restart nix-daemon"
        ),
        "MISSING  alpha  Long names: nginx has no room for long names; \
         add “server_names_hash_bucket_size 512;” to its block http"
            .to_owned(),
        "MISSING  alpha  nginx: nginx does not include /var/www/fediversity/*/nginx.conf; \
         add “include /var/www/fediversity/*/nginx.conf;” to its block http"
            .to_owned(),
    ] {
        assert!(before.out.contains(&missing), "{missing}\n{}", before.out);
    }
    assert!(before.out.contains("ok       alpha  Connection"), "{}", before.out);

    let hall = unprepared.prepare();
    let after = hall.story.place.run("check-environment", &["Hall"]);
    assert_eq!(after.code, Some(0), "{after:?}");
    assert!(!after.out.contains("MISSING"), "{}", after.out);
}

#[test]
fn an_environment_that_the_file_does_not_name_is_refused() {
    let unprepared = Unprepared::new("linux", "");
    unprepared.place.serve(&[]).terminate();

    let said = unprepared.place.run("check-environment", &["Elsewhere"]);

    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("the configuration file names no environment \"Elsewhere\""), "{said:?}");
}
