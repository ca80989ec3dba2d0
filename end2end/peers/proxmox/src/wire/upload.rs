use std::path::Path;

use http_body_util::BodyDataStream;
use hyper::body::Incoming;
use multer::{Field, Multipart};
use tempfile::{Builder, TempPath};
use tokio::{fs::File, io::AsyncWriteExt};

use super::Checksum;
use crate::{
    refusal::Refusal,
    schema::{Parameter, Parameters},
};

/// A file that was sent.
#[derive(Debug)]
pub(crate) struct Upload {
    /// Goes where nobody keeps it.
    pub file: TempPath,
    /// Bytes.
    pub size: u64,
    /// By the algorithm that an earlier field named.
    pub checksum: Option<String>,
}

/// Reads a multipart body: the fields, and then the file, which is written while it comes.
pub(super) async fn receive(
    body: Incoming,
    boundary: String,
    directory: &Path,
) -> Result<(Parameters, Option<Upload>), Refusal> {
    let mut parts = Multipart::new(BodyDataStream::new(body), boundary);
    let mut parameters = Parameters::default();
    let mut upload = None;
    while let Some(mut part) = parts.next_field().await.map_err(|error| broken(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        if upload.is_some() {
            return Err(Refusal::new(400, format!("upload failed - field '{name}' comes behind the file")));
        }
        if let Some(file_name) = part.file_name().filter(|_| name == "filename").map(str::to_owned) {
            let checksum = parameters.text("checksum-algorithm").and_then(Checksum::new);
            parameters.set("filename", Parameter::One(file_name));
            upload = Some(store(&mut part, checksum, directory).await?);
        } else {
            parameters.add(&name, part.text().await.map_err(|error| broken(&error))?);
        }
    }
    Ok((parameters, upload))
}

async fn store(part: &mut Field<'_>, mut checksum: Option<Checksum>, directory: &Path) -> Result<Upload, Refusal> {
    let made = Builder::new().prefix("pveupload-").tempfile_in(directory).map_err(|error| broken(&error))?;
    let (file, path) = made.into_parts();
    let mut file = File::from_std(file);
    let mut size = 0;
    while let Some(chunk) = part.chunk().await.map_err(|error| broken(&error))? {
        if let Some(checksum) = &mut checksum {
            checksum.update(&chunk);
        }
        size += chunk.len() as u64;
        file.write_all(&chunk).await.map_err(|error| broken(&error))?;
    }
    file.flush().await.map_err(|error| broken(&error))?;
    Ok(Upload { file: path, size, checksum: checksum.map(Checksum::finish) })
}

fn broken(error: &dyn std::error::Error) -> Refusal {
    Refusal::new(400, format!("upload failed - {error}"))
}
