//! What another library would change in what is live, for whoever is about to use it.

use std::{fs, path::Path};

use crate::{program::copy_tree, story::Story};

/// A copy of the library in which the homepage is another version, written in another way.
fn change(library: &Path, copy: &Path, version: &str, from: &str, to: &str) {
    copy_tree(library, copy);
    let homepage = copy.join("applications/homepage");
    for (file, from, to) in [("default.nix", "version = \"1.0.0\"", version), ("style.css", from, to)] {
        let file = homepage.join(file);
        let text = fs::read_to_string(&file).expect("a file");
        assert!(text.contains(from), "{from}");
        fs::write(&file, text.replacen(from, to, 1)).expect("written");
    }
}

#[test]
fn what_a_library_would_change_is_told_before_anybody_uses_it() {
    let mut story = Story::begin();
    let deployment = story.create();
    let server = story.place.serve(&[]);
    let run = story.deploy(deployment, "Our town");
    story.ends_well(run);

    let same = story.place.run("outlook", &[]);
    let library = story.place.library.clone();
    story.place.library = story.place.path("newer");
    change(&library, &story.place.library, "version = \"1.1.0\"", ":root", "html:root");
    let newer = story.place.run("outlook", &[]);
    fs::write(story.place.library.join("applications/homepage/default.nix"), "{ types }: builtins.nothing")
        .expect("written");
    let broken = story.place.run("outlook", &[]);

    assert_eq!(same.code, Some(0), "{same:?}");
    assert!(same.out.starts_with(&format!("town, Our town ({deployment}) stays exactly as it is\n")), "{same:?}");
    assert_eq!(newer.code, Some(0), "{newer:?}");
    let lines: Vec<&str> = newer.out.lines().collect();
    assert_eq!(lines[0], format!("town, Our town ({deployment}) keeps its resources, and is built anew"));
    assert_eq!(lines[1], "    homepage 1.0.0 becomes 1.1.0");
    assert_eq!(lines[2], "1 live; 0 would stay exactly as they are, 0 can't go on. Nothing was changed.");
    assert_eq!(broken.code, Some(1), "{broken:?}");
    assert!(broken.out.starts_with(&format!("town, Our town ({deployment}) can't go on as it is\n")), "{broken:?}");
    assert!(broken.out.contains("the expression can't be evaluated: "), "{broken:?}");
    server.terminate();
}
