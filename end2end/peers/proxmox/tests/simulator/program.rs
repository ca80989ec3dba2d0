//! The program, as tests in another process use it.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use serde_json::{Value, json};

struct Program {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_peer-proxmox"))
            .arg("start")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("an output"));
        Self { child, input, output }
    }

    fn line(&mut self) -> Value {
        let mut line = String::new();
        self.output.read_line(&mut line).expect("a line");
        serde_json::from_str(&line).expect("JSON")
    }

    fn ask(&mut self, command: &Value) -> Value {
        let input = self.input.as_mut().expect("an input");
        writeln!(input, "{command}").expect("a program that listens");
        self.line()
    }

    fn end(&mut self) -> std::process::ExitStatus {
        self.input = None;
        self.child.wait().expect("an end")
    }
}

#[test]
fn it_says_where_it_is_obeys_and_ends_with_its_input() {
    let mut program = Program::start(&["--version", "8.4"]);

    let said = program.line();
    let obeyed = program.ask(&json!({"fault": "status", "path": "/version", "status": 500}));
    let machines = program.ask(&json!({"command": "machines"}));
    let changed = program.ask(&json!({"fault": "new-certificate"}));
    let fingerprint = program.ask(&json!({"command": "fingerprint"}));
    let ended = program.end();

    assert!(said["url"].as_str().expect("a URL").starts_with("https://127.0.0.1:"));
    assert_eq!(said["fingerprint"].as_str().map(str::len), Some(95));
    assert!(said["token"].as_str().expect("a token").starts_with("fediversity@pve!deploy="));
    assert_eq!((obeyed, changed), (json!({}), json!({})));
    assert_eq!(machines, json!({"machines": {}}));
    assert_ne!(fingerprint["fingerprint"], said["fingerprint"]);
    assert!(ended.success());
}

#[test]
fn a_version_that_is_not_simulated_is_refused() {
    let output = Command::new(env!("CARGO_BIN_EXE_peer-proxmox"))
        .args(["start", "--version", "7.4"])
        .stdin(Stdio::null())
        .output()
        .expect("the program");

    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("no version 7.4 is simulated"));
}
