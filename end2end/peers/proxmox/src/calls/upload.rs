use std::path::PathBuf;

use super::{Answer, Call};
use crate::{clock, cluster::Volume, refusal::Refusal, tasks::Work};

pub(super) fn upload(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let node = call.node();
    let content = call.text("content").to_owned();
    let storage = call.state.cluster.storage_for(call.text("storage"), &content)?;
    if !storage.kind.has_files() {
        return Err(Refusal::failed(format!("can't upload to storage type '{}'", storage.kind.name())));
    }
    let (storage, is_shared) = (storage.name.clone(), storage.is_shared);
    let name = file_name(call.text("filename"), &content)?;
    let upload = call.upload.take().ok_or_else(|| Refusal::parameter("filename", "no file was sent"))?;
    let file = upload.file.keep().map_err(|error| Refusal::failed(format!("import failed: {error}")))?;
    let expected = call.parameters.text("checksum").map(str::to_owned);
    let (_, format) = name.rsplit_once('.').unwrap_or(("", "raw"));
    let volume = Volume {
        id: format!("{storage}:{content}/{name}"),
        node: (!is_shared).then(|| node.clone()),
        format: format.to_owned(),
        content,
        size: upload.size,
        machine: None,
        made: clock::seconds(),
        file: Some(file.clone()),
        parent: None,
        notes: None,
        is_protected: false,
    };
    let work = Work::new("imgcopy", "", move |state, upid| {
        state.tasks.log(upid, format!("target node: {node}"));
        check_sum(upload.checksum.as_deref(), expected.as_deref())?;
        if volume.size > state.cluster.free(&node, &storage) {
            return Err(Refusal::failed("import failed: No space left on device"));
        }
        // A file of the same name is replaced.
        state.cluster.volumes.retain(|known| known.id != volume.id || !known.is_on(&node));
        state.cluster.volumes.push(volume);
        Ok(())
    });
    Ok(call.begin(work.or_undo(move |_| discard(&file))))
}

/// A name without its directories, if such content may have it.
fn file_name(given: &str, content: &str) -> Result<String, Refusal> {
    let name = given.rsplit(['/', '\\']).next().unwrap_or_default().replace(char::is_whitespace, "_");
    let endings: &[&str] = match content {
        "iso" => &[".iso", ".img"],
        "import" => &[".qcow2", ".raw", ".vmdk", ".ova"],
        _ => &[".tar.gz", ".tar.xz", ".tar.zst"],
    };
    let fits = endings.iter().any(|ending| name.len() > ending.len() && name.ends_with(ending))
        && name.chars().all(|sign| sign.is_ascii_alphanumeric() || "-.+=_".contains(sign));
    if fits { Ok(name) } else { Err(Refusal::parameter("filename", "invalid filename or wrong extension")) }
}

fn check_sum(computed: Option<&str>, expected: Option<&str>) -> Result<(), Refusal> {
    match (computed, expected) {
        (Some(computed), Some(expected)) if !computed.eq_ignore_ascii_case(expected) => {
            Err(Refusal::failed(format!("checksum mismatch: got '{computed}' != expect '{expected}'")))
        }
        (None, Some(_)) => Err(Refusal::failed("the checksum's algorithm came behind the file")),
        _ => Ok(()),
    }
}

fn discard(file: &PathBuf) {
    // The whole directory goes at the end; what can't be removed now goes then.
    let _removed = std::fs::remove_file(file);
}
