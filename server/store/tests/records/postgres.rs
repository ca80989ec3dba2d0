//! A PostgreSQL server for this test binary, in a directory of its own and without a network port.

use std::{
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use sea_orm::{ConnectionTrait, Database};

/// Runs the server until its standard input ends, which it does with this process, however that ends.
const SUPERVISE: &str = r#"
trap '' PIPE
directory=$(mktemp -d /tmp/records.XXXXXX) || exit 1
initdb -D "$directory/db" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$directory/log" 2>&1 &&
pg_ctl -D "$directory/db" -w -l "$directory/log" -o "-k $directory -c listen_addresses= -c fsync=off -c max_connections=200" start >/dev/null 2>&1 </dev/null ||
{ cat "$directory/log" >&2; rm -rf "$directory"; exit 1; }
echo "$directory"
cat >/dev/null
pg_ctl -D "$directory/db" -m immediate stop >/dev/null 2>&1
rm -rf "$directory"
"#;

struct Server {
    directory: String,
    // Holds the standard input that the server lives by.
    _supervisor: Child,
}

/// The address of a new, empty database.
pub(crate) async fn new_database() -> String {
    static SERVER: OnceLock<Server> = OnceLock::new();
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = SERVER.get_or_init(start);
    let url = |name: &str| format!("postgres://postgres@localhost/{name}?host={}", server.directory);
    let name = format!("test{}", NUMBER.fetch_add(1, Ordering::Relaxed));

    let connection = Database::connect(url("postgres")).await.expect("the server answers");
    connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
    connection.close().await.expect("closed");
    url(&name)
}

fn start() -> Server {
    let programs = programs().display().to_string();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = supervisor();
    // In a process group of its own: what ends the tests must not end it before it has cleaned up.
    command
        .process_group(0)
        .env("PATH", format!("{programs}:{path}"))
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().expect("the server's supervisor starts");
    let mut directory = String::new();
    let said = child.stdout.take().expect("its output");
    BufReader::new(said).read_line(&mut directory).expect("the server's directory");
    assert!(!directory.is_empty(), "PostgreSQL did not start");
    Server { directory: directory.trim().to_owned(), _supervisor: child }
}

/// PostgreSQL refuses to run as root; somebody without rights runs it then.
fn supervisor() -> Command {
    let mut arguments = Vec::new();
    if is_root() {
        let somebody = ["postgres", "nobody"].into_iter().find(|name| id(&["-u", name]).is_some()).expect("a user");
        let group = id(&["-g", somebody]).expect("its group");
        arguments.extend([
            "setpriv".to_owned(),
            format!("--reuid={somebody}"),
            format!("--regid={group}"),
            "--clear-groups".into(),
        ]);
    }
    arguments.extend(["sh".to_owned(), "-c".into(), SUPERVISE.into()]);
    let mut command = Command::new(&arguments[0]);
    command.args(&arguments[1..]);
    command
}

fn is_root() -> bool {
    id(&["-u"]).as_deref() == Some("0")
}

fn id(arguments: &[&str]) -> Option<String> {
    let output = Command::new("id").args(arguments).stderr(Stdio::null()).output().expect("the command id");
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where `pg_ctl` and `initdb` are: on the path, or where Debian keeps them.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).filter(|directory| directory.join("pg_ctl").exists());
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found = on_path.chain(versions.map(|version| version.path().join("bin")));
    found.find(|directory| directory.join("pg_ctl").exists()).expect("PostgreSQL is installed")
}
