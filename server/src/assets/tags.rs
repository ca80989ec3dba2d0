//! Reads the few tags that Trunk writes. It is no HTML parser: values stand in quotes and contain no `>`.

/// A tag with its attributes.
#[derive(Debug)]
pub(super) struct Tag<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Tag<'a> {
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }
}

/// The tags of a name, in order.
pub(super) fn named<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = Tag<'a>> {
    html.split('<').filter_map(move |piece| {
        let rest = piece.strip_prefix(name)?;
        let (inner, _) = rest.split_once('>')?;
        inner.starts_with(char::is_whitespace).then(|| Tag(attributes(inner)))
    })
}

fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    while let Some((before, after)) = rest.split_once("=\"") {
        let Some((value, tail)) = after.split_once('"') else { break };
        let key = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        found.push((key, value));
        rest = tail;
    }
    found
}
