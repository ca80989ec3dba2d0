//! Modules of outside developers: begun, checked, and refused with what is wrong.

use std::{fs, path::Path};

use crate::program::{Place, Said};

/// Tests share the machine; what is about limits sets its own.
const GENEROUS: &str = "[nix]\nevaluation_seconds = 120\nevaluation_cpu_seconds = 60\n";

/// A module that was just begun, with some texts of one of its files replaced.
fn module(place: &Place, file: &str, changes: &[(&str, &str)]) {
    let begun = place.run_words(&["module", "new"], &["wiki", "--in", &path(place, "")]);
    assert_eq!(begun.code, Some(0), "{begun:?}");
    let file = place.path("wiki").join(file);
    let mut text = fs::read_to_string(&file).expect("a file");
    for (old, new) in changes {
        assert!(text.contains(old), "{old} is not in {}", file.display());
        text = text.replace(old, new);
    }
    fs::write(file, text).expect("a file");
}

fn path(place: &Place, name: &str) -> String {
    place.path(name).to_str().expect("a path").to_owned()
}

fn check(place: &Place) -> Said {
    check_within(place, GENEROUS)
}

fn check_within(place: &Place, limits: &str) -> Said {
    place.write("fediversity.toml", limits);
    place.run_words(&["module", "check"], &[&path(place, "wiki")])
}

fn assert_told(said: &Said, parts: &[&str]) {
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{said:?}");
    for part in parts {
        assert!(said.err.contains(part), "“{part}” is not in {}", said.err);
    }
    assert!(said.err.lines().last().is_some_and(|line| line.contains("does not keep the contract")), "{said:?}");
}

#[test]
fn a_module_that_was_just_begun_keeps_the_contract() {
    let place = Place::new();
    module(&place, "README.md", &[]);

    let said = check(&place);

    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    assert!(said.out.contains("wiki keeps the contract") && said.out.contains("20 sets of options"), "{said:?}");
    let written = fs::read_to_string(place.path("wiki/default.nix")).expect("the module");
    assert!(written.contains("name = \"wiki\"") && written.contains("en = \"Wiki\""), "{written}");
}

#[test]
fn a_whole_module_that_was_just_begun_keeps_the_contract() {
    let place = Place::new();
    let begun = place.run_words(&["module", "new"], &["--full", "wiki", "--in", &path(&place, "")]);
    assert_eq!(begun.code, Some(0), "{begun:?}");

    let said = check(&place);

    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    let written = fs::read_to_string(place.path("wiki/operation.nix")).expect("the module");
    assert!(written.contains("\"wiki-administrator\""), "{written}");
}

#[test]
fn the_authors_file_and_line_come_first() {
    let place = Place::new();
    module(&place, "nixos.nix", &[("forceSSL = true;", "forceSSL = resources.nothing;")]);

    let said = check(&place);

    assert_told(&said, &["can't be evaluated: attribute 'nothing' missing"]);
    assert!(said.err.starts_with("nixos.nix:"), "{said:?}");
    assert!(!said.err.contains("conformance/check"), "{said:?}");
}

#[test]
fn a_bound_that_is_misspelt_is_named_with_the_file_of_its_option() {
    let place = Place::new();
    module(&place, "options/page.nix", &[("max = 5000;", "mx = 5000;")]);

    assert_told(&check(&place), &["options/page.nix:", "options.text.type can't be evaluated"]);
}

#[test]
fn the_generated_options_of_a_number_are_shown() {
    let place = Place::new();
    module(&place, "README.md", &[]);
    place.write("fediversity.toml", GENEROUS);

    let said = place.run_words(&["module", "check"], &["--show", "3", &path(&place, "wiki")]);

    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    assert!(said.out.contains("\"domain\""), "{said:?}");
}

#[test]
fn a_name_that_the_library_has_is_taken() {
    let place = Place::new();
    let begun = place.run_words(&["module", "new"], &["homepage", "--in", &path(&place, "")]);
    assert_eq!(begun.code, Some(0), "{begun:?}");
    place.write("fediversity.toml", GENEROUS);

    let said = place.run_words(&["module", "check"], &[&path(&place, "homepage")]);

    assert_told(&said, &["name: is the name of an application of the library"]);
}

#[test]
fn an_option_that_the_readme_does_not_name_is_named() {
    let place = Place::new();
    module(&place, "README.md", &[("option `text`", "its text")]);

    assert_told(&check(&place), &["options.text: is an option that README.md does not name"]);
}

#[test]
fn what_is_thrown_is_named() {
    let place = Place::new();
    module(&place, "nixos.nix", &[("forceSSL = true;", "forceSSL = throw \"never\";")]);

    assert_told(&check(&place), &["virtualHosts.<domain>.forceSSL: throws"]);
}

#[test]
fn a_shell_in_the_place_of_a_program_is_named() {
    let place = Place::new();
    let administrator = "administrator = { options, ... }: {\n    user = \"root\";\n    command = [ \"sh\" \"-c\" \"echo ${options.domain}\" ];\n  };\n  state =";
    module(&place, "operation.nix", &[("state =", administrator)]);
    let default = place.path("wiki/default.nix");
    let text =
        fs::read_to_string(&default).expect("a file").replace("    address\n", "    address\n    administrator\n");
    fs::write(default, text).expect("a file");

    assert_told(&check(&place), &["wiki.administrator.command: hands a text to a shell"]);
}

#[test]
fn every_application_of_the_project_keeps_the_contract() {
    let place = Place::new();
    let applications = Path::new(env!("CARGO_MANIFEST_DIR")).join("../nix/applications");
    place.write("fediversity.toml", GENEROUS);
    let mut checked = 0;

    for entry in fs::read_dir(applications).expect("applications") {
        let directory = entry.expect("an entry").path();
        let said = place.run_words(&["module", "check"], &[directory.to_str().expect("a path")]);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{}: {said:?}", directory.display());
        checked += 1;
    }

    assert!(checked > 0, "there is no application");
}

#[test]
fn nothing_is_written_over_and_no_other_name_is_taken() {
    let place = Place::new();
    module(&place, "README.md", &[]);

    for (name, part) in [("wiki", "is there already"), ("Wiki", "is not a name"), ("../x", "is not a name")] {
        let said = place.run_words(&["module", "new"], &[name, "--in", &path(&place, "")]);
        assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{said:?}");
        assert!(said.err.contains(part), "{said:?}");
    }
}

#[test]
fn what_is_no_module_is_named() {
    let place = Place::new();

    let said = place.run_words(&["module", "check"], &[&path(&place, "nowhere")]);

    assert!(said.code == Some(1) && said.err.contains("has no default.nix"), "{said:?}");
}

#[test]
fn missing_and_misspelt_attributes_are_named() {
    let place = Place::new();
    module(&place, "default.nix", &[("  version =", "  versions ="), ("name = \"wiki\"", "name = \"other\"")]);

    assert_told(
        &check(&place),
        &[
            "version: is missing",
            "versions: is nothing that the contract knows",
            "name: is not what its directory is called",
        ],
    );
}

#[test]
fn a_missing_label_is_named() {
    let place = Place::new();
    module(&place, "options/page.nix", &[("        en = \"Text\";\n        de = \"Text\";", "        en = \"Text\";")]);

    assert_told(&check(&place), &["options.text.label.de: is missing"]);
}

#[test]
fn an_example_that_is_no_text_is_named() {
    let place = Place::new();
    module(&place, "options/address.nix", &[("example = \"notices.example.org\";", "example = 5;")]);

    assert_told(&check(&place), &["options.domain.example: is not a text (5)"]);
}

#[test]
fn a_default_that_does_not_pass_is_named() {
    let place = Place::new();
    module(&place, "options/size.nix", &[("max = 16;\n      default = 1;", "max = 16;\n      default = 17;")]);

    assert_told(&check(&place), &["options.cores.default: is too small or too large (17)"]);
}

#[test]
fn names_that_depend_on_values_are_named() {
    for (file, old, new, part) in [
        (
            "requirements.nix",
            "  name.dns-name =",
            "  ${options.domain}.dns-name =",
            "requirements: depends on the values",
        ),
        (
            "requirements.nix",
            "certificate.tls-certificate",
            "certificate.tls",
            "requirements.certificate: is no type of resource (“tls”)",
        ),
        ("nixos.nix", "  services.nginx", "  services.${options.domain}", "nixos.services: depends on the values"),
        ("nixos.nix", "in\n{", "in\nif options.cores > 1 then { } else\n{", "nixos: depends on the values"),
    ] {
        let place = Place::new();
        module(&place, file, &[(old, new)]);

        assert_told(&check(&place), &[part]);
    }
}

#[test]
fn requests_that_are_refused_are_named() {
    let place = Place::new();
    module(
        &place,
        "requirements.nix",
        &[("machine.leading options.domain", "{ name = options.domain; ipv4 = [ (pointer \"machine\" \"ipv4\") ]; }")],
    );

    assert_told(
        &check(&place),
        &["wiki.name.dns-name.ipv4.0: names what is not there", "with the generated options number"],
    );
}

#[test]
fn a_lasting_secret_that_nobody_keeps_is_named() {
    let place = Place::new();
    let secret = "  key.secret-file = {\n    name = \"key\";\n    generator = \"hex-128\";\n    lasting = true;\n  };\n  name.dns-name =";
    module(&place, "requirements.nix", &[("  name.dns-name =", secret)]);

    assert_told(&check(&place), &["wiki.state: has to be kept, and is not in `state` (“key”)"]);
}

#[test]
fn a_secret_in_the_store_is_named() {
    for value in
        ["./key.txt", "\"${./key.txt}\"", "\"${pkgs.writeText \"key\" options.text}\"", "[ \"key:${./key.txt}\" ]"]
    {
        let place = Place::new();
        let secret = format!("{{\n  systemd.services.wiki.serviceConfig.LoadCredential = {value};\n  services.nginx");
        module(&place, "nixos.nix", &[("{\n  services.nginx", &secret)]);
        place.write("wiki/key.txt", "hunter2");

        assert_told(&check(&place), &["LoadCredential", "is a secret in the store"]);
    }
}

#[test]
fn an_operators_text_in_a_script_is_named() {
    let place = Place::new();
    let script = "{\n  systemd.services.wiki.script = \"echo ${options.text}\";\n  services.nginx";
    module(&place, "nixos.nix", &[("{\n  services.nginx", script)]);

    assert_told(&check(&place), &["nixos.systemd.services.wiki.script: has an operator's text in it as it is"]);
}

#[test]
fn a_text_that_is_quoted_may_stand_in_a_script() {
    let place = Place::new();
    let script = "{\n  systemd.services.wiki.script = \"echo ${lib.escapeShellArg options.text}\";\n  services.nginx";
    module(&place, "nixos.nix", &[("{\n  services.nginx", script), ("{ pkgs, ... }", "{ lib, pkgs, ... }")]);

    let said = check(&place);

    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
}

#[test]
fn an_evaluation_without_an_end_is_named_with_what_has_none() {
    let busy = "in\nassert (let l = builtins.genList (x: x) 3000; each = f: builtins.foldl' (sum: _: f sum) 0 l; in \
        each (_: each (_: each (sum: sum + 1))) >= 0);\n{";
    for (file, old, new, part) in [
        (
            "requirements.nix",
            "in\n{",
            "in\nlet f = x: 1 + f x; in assert f 0 > 0;\n{",
            "what requirements and nixos name: functions call each other too deeply",
        ),
        (
            "requirements.nix",
            "in\n{",
            "in\nlet x = x + 1; in assert x > 0;\n{",
            "what requirements and nixos name can't be evaluated: infinite recursion",
        ),
        (
            "operation.nix",
            "state = _: [ ];",
            "state = _: let f = x: [ x ] ++ f x; in f 0;",
            "what it requires, or says of being run: functions call each other too deeply",
        ),
        (
            "requirements.nix",
            "in\n{",
            busy,
            "what requirements and nixos name: the evaluation took longer than 20 s, or 4 s of a processor",
        ),
    ] {
        let place = Place::new();
        module(&place, file, &[(old, new)]);

        assert_told(&check_within(&place, "[nix]\nevaluation_seconds = 20\nevaluation_cpu_seconds = 4\n"), &[part]);
    }
}

#[test]
fn an_evaluation_that_takes_too_much_is_named() {
    let place = Place::new();
    let heavy =
        "in\nassert builtins.length (builtins.filter (x: x == 0) (builtins.genList (x: x * 2) 4000000)) == 1;\n{";
    module(&place, "requirements.nix", &[("in\n{", heavy)]);

    assert_told(&check(&place), &["one evaluation takes", "allowed: 150 ms", "allowed: 100 MiB"]);
}

#[test]
fn a_case_of_the_module_that_fails_is_named() {
    let place = Place::new();
    module(&place, "tests.nix", &[("expected = 4;", "expected = 5;")]);

    assert_told(
        &check(&place),
        &["tests.nix.the host is as large as it was chosen to be: is not what is expected (“4”); expected: “5”"],
    );
}

#[test]
fn what_the_module_reads_elsewhere_is_refused() {
    let place = Place::new();
    let elsewhere = "in\nassert builtins.readFile \"/etc/hostname\" != \"\";\n{";
    module(&place, "requirements.nix", &[("in\n{", elsewhere)]);

    let said = check(&place);

    assert_told(&said, &["can't be evaluated", "/etc/hostname"]);
}
