use std::{fs, path::Path};

use adapter_nix::{Nix, NixConfig, OutsideModules};
use workflow::port::evaluator::Evaluator;

use crate::fixture::{self, Directory};

/// Nix with the project's library and a directory of modules of others, which is empty.
fn with_modules(directory: &Directory) -> Nix {
    let modules = directory.path().join("modules");
    fs::create_dir(&modules).expect("a directory");
    let settings = vec![
        OutsideModules { path: modules, trusted_by: "Ada".into() },
        OutsideModules { path: directory.path().join("nowhere"), trusted_by: "Ada".into() },
    ];
    let config = fixture::config(&fixture::library(), &directory.path().join("state"));
    Nix::new(NixConfig { modules: settings, ..config }).expect("Nix")
}

/// The module that outside developers begin with, under a name.
fn begin(directory: &Directory, name: &str) {
    copy(&fixture::library().join("conformance/skeleton"), &directory.path().join("modules").join(name), name);
}

fn copy(from: &Path, to: &Path, name: &str) {
    fs::create_dir(to).expect("a directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place, name);
        } else {
            let text = fs::read_to_string(entry.path()).expect("a file");
            fs::write(place, text.replace("noticeboard", name)).expect("a file");
        }
    }
}

async fn catalogue(nix: &Nix) -> Vec<String> {
    let pin = nix.pin().await.expect("a pin");
    let catalogue = nix.catalogue(&pin).await.expect("a catalogue");
    catalogue.applications.into_iter().map(|module| module.name).collect()
}

#[tokio::test]
async fn a_module_of_others_comes_and_goes_without_a_restart() {
    let directory = Directory::new();
    let nix = with_modules(&directory);
    let before = catalogue(&nix).await;
    let pinned = nix.pin().await.expect("a pin");

    begin(&directory, "wiki");
    let with = catalogue(&nix).await;
    let changed = nix.pin().await.expect("a pin");
    let modules = nix.catalogue(&changed).await.expect("a catalogue").applications;
    let trusted = modules.into_iter().filter_map(|module| Some((module.name, module.trusted_by?)));
    assert_eq!(trusted.collect::<Vec<_>>(), [("wiki".to_owned(), "Ada".to_owned())]);
    fs::remove_dir_all(directory.path().join("modules/wiki")).expect("its end");
    let after = catalogue(&nix).await;

    assert!(!before.contains(&"wiki".into()), "{before:?}");
    assert_eq!(with.iter().filter(|name| *name != "wiki").collect::<Vec<_>>(), before.iter().collect::<Vec<_>>());
    assert_eq!((with.len(), after), (before.len() + 1, before));
    assert_ne!(pinned, changed, "the pin names what is evaluated");
    assert!(
        nix.catalogue(&changed).await.is_ok_and(|known| known.application("wiki").is_some()),
        "a pin stays what it was"
    );
}

#[tokio::test]
async fn a_module_that_breaks_the_contract_spoils_no_other_one() {
    let directory = Directory::new();
    let nix = with_modules(&directory);
    let before = catalogue(&nix).await;

    for name in ["wiki", "broken", "endless", "homepage"] {
        begin(&directory, name);
    }
    let place = |name: &str| directory.path().join("modules").join(name).join("requirements.nix");
    fs::write(place("broken"), "options: { ${options.domain}.host = null; }").expect("a file");
    fs::write(place("endless"), "options: let f = x: 1 + f x; in assert f 0 > 0; { }").expect("a file");
    let after = catalogue(&nix).await;

    let mut expected = before;
    expected.push("wiki".into());
    expected.sort();
    assert_eq!(after, expected, "the one that is right is there, once, and nothing else changed");
}
