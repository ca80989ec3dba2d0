//! What the tests start as processes: the site process, and a server that is good for being killed.

use std::{error::Error, future, path::PathBuf, process::ExitCode};

use adapter_local::{Local, LocalConfig, Places, serve_sites};
use domain::plan::Configuration;
use workflow::port::{builder::Build, provider::Fence};

#[tokio::main]
async fn main() -> ExitCode {
    match carry_out(std::env::args().skip(1).collect()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn carry_out(arguments: Vec<String>) -> Result<(), Box<dyn Error>> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["sites", "--directory", directory, "--listen", listen] => {
            Ok(serve_sites(directory.into(), listen.parse()?).await?)
        }
        ["server", directory, store, listen, deployment, configuration] => {
            serve(directory.into(), store.into(), listen, deployment, configuration).await
        }
        _ => Err("there are `sites` and `server`".into()),
    }
}

/// Activates a configuration, says so, and lives on until it is killed.
async fn serve(
    directory: PathBuf,
    store: PathBuf,
    listen: &str,
    deployment: &str,
    configuration: &str,
) -> Result<(), Box<dyn Error>> {
    let places = Places { directory, store: store.clone(), program: std::env::current_exe()? };
    let local = Local::new(places, LocalConfig { listen: listen.parse()?, ..LocalConfig::default() })?;
    let configuration: Configuration = serde_json::from_str(configuration)?;
    let directory = store.join(configuration.out_path.trim_start_matches('/'));
    let build = Build { out_path: configuration.out_path.clone(), directory };
    let fence = Fence { deployment: deployment.parse()?, number: 1 };

    local.preflight().await?;
    local.activate(fence, &configuration, &build).await?;

    println!("active");
    future::pending().await
}
