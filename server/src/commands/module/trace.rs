//! What Nix says of a module that can't be evaluated, for whoever writes it: their file and line first, then what is wrong
//! and the lines there. Frames of the library are left out wherever one of the author's is known.

use std::path::Path;

/// What the library adds where it looks into a module (`conformance/check/origin.nix`): a path, and often file and line.
const WITHIN: &str = "… in the module: ";

/// `what` is where it ended, for errors that know nothing better. Without any place of the author's, all stays as Nix said
/// it.
pub(super) fn told(said: &str, directory: &Path, what: &str) -> String {
    let lines: Vec<&str> = said.lines().collect();
    let begin = lines.iter().rposition(|line| line.trim_start().starts_with("error:")).unwrap_or_default();
    let (frames, error) = lines.split_at(begin);
    let within = frames.iter().rev().find_map(|line| line.trim_start().strip_prefix(WITHIN));
    let is_line = |place: &str| place.rsplit_once(':').is_some_and(|(_, line)| line.parse::<u32>().is_ok());
    let (inner, known) = match within.and_then(|within| within.rsplit_once(", ")).filter(|(_, place)| is_line(place)) {
        Some((inner, place)) => (Some(inner), Some(place)),
        None => (within, None),
    };
    let found = place(error, directory).or_else(|| place(frames, directory));
    let Some(at) = found.map(|(at, _)| at).or(known) else {
        return format!("{}: can't be evaluated: {said}", inner.unwrap_or(what));
    };

    let own = |line: &&&str| !is_place(line) && !is_snippet(line) && !line.trim().is_empty();
    let words: Vec<&str> = error.iter().filter(own).map(|line| line.trim()).collect();
    let words = words.join(" ");
    let message = words.strip_prefix("error:").unwrap_or(&words).trim();
    let mut told = format!("{at}: {} can't be evaluated: {message}", inner.unwrap_or(what));
    for line in found.map(|(_, snippet)| snippet).unwrap_or_default() {
        told.push_str("\n  ");
        told.push_str(line.trim_start());
    }
    told
}

/// The last place in the module's directory, and the lines of the file that stand after it.
fn place<'a, 'b>(lines: &'b [&'a str], directory: &Path) -> Option<(&'a str, &'b [&'a str])> {
    let begin = format!("at {}/", directory.display());
    let (index, at) = lines
        .iter()
        .enumerate()
        .rev()
        .find_map(|(index, line)| Some((index, line.trim_start().strip_prefix(&begin)?)))?;
    let after = &lines[index + 1..];
    let snippet = after.iter().take_while(|line| is_snippet(line)).count();
    Some((at.trim_end().trim_end_matches(':'), &after[..snippet]))
}

fn is_place(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("at /") || line.starts_with("at «")
}

/// A line of a file as Nix shows it, with its number or with the mark below it.
fn is_snippet(line: &str) -> bool {
    line.trim_start().trim_start_matches(|character: char| character.is_ascii_digit()).starts_with('|')
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAMES: &str = "error:
       … while evaluating attribute 'findings'
         at /library/conformance/check/hosts.nix:102:3:
          102|   findings = [ ];
             |   ^

       … in the module: nixos.services.wiki.name, nixos.nix:27

       (stack trace truncated; use '--show-trace' to show the full, detailed trace)

";

    fn told_of(said: &str) -> String {
        told(said, Path::new("/home/ada/wiki"), "nixos")
    }

    #[test]
    fn the_authors_file_comes_first_and_the_frames_of_the_library_go() {
        let said = format!(
            "{FRAMES}       error: attribute 'nothing' missing
       at /home/ada/wiki/nixos.nix:73:19:
           72|   services.nginx = {{
           73|     name = resources.nothing.name;
             |            ^
       Did you mean name?"
        );

        assert_eq!(
            told_of(&said),
            "nixos.nix:73:19: nixos.services.wiki.name can't be evaluated: attribute 'nothing' missing Did you mean name?
  72|   services.nginx = {
  73|     name = resources.nothing.name;
  |            ^"
        );
    }

    #[test]
    fn where_nix_knows_no_place_or_one_of_the_library_the_library_tells_it() {
        let without = format!("{FRAMES}       error: expected a set but found null: null");
        let elsewhere =
            format!("{FRAMES}       error: no 'max'\n       at /library/text.nix:5:1:\n            5| {{\n");

        assert_eq!(
            told_of(&without),
            "nixos.nix:27: nixos.services.wiki.name can't be evaluated: expected a set but found null: null"
        );
        assert_eq!(told_of(&elsewhere), "nixos.nix:27: nixos.services.wiki.name can't be evaluated: no 'max'");
    }

    #[test]
    fn what_is_not_the_authors_stays_whole() {
        let said = "error:\n       at /library/default.nix:1:1:\n\n       error: broken";

        assert_eq!(told_of(said), format!("nixos: can't be evaluated: {said}"));
    }
}
