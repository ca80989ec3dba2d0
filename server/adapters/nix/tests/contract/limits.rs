use std::time::{Duration, Instant};

use adapter_nix::Limits;
use workflow::port::evaluator::{EvaluationError, Evaluator, Limit};

use crate::fixture::Fixture;

fn small() -> Limits {
    Limits {
        evaluation_seconds: 6,
        evaluation_cpu_seconds: 60,
        evaluation_memory_mib: 1024,
        evaluation_output_mib: 1,
        ..Limits::default()
    }
}

async fn ends_with(expression: &str, limits: Limits) -> Result<Limit, EvaluationError> {
    let library = format!("{{ input ? null, system ? null }}: {{ catalogue = {expression}; }}");
    let fixture = Fixture::with(&library, limits);
    let pin = fixture.nix.pin().await.expect("a pin");
    let started = Instant::now();
    let ended = fixture.nix.catalogue(&pin).await;
    assert!(started.elapsed() < Duration::from_secs(60), "it went on");
    match ended {
        Err(EvaluationError::Limit(limit)) => Ok(limit),
        Err(error) => Err(error),
        Ok(_) => panic!("it succeeded"),
    }
}

#[tokio::test]
async fn endless_recursion_is_too_deep() {
    let ended = ends_with("let f = x: 1 + f (x + 1); in f 0", small()).await;

    assert_eq!(ended.expect("a limit"), Limit::Depth);
}

#[tokio::test]
async fn a_function_that_only_calls_itself_is_too_deep() {
    let ended = ends_with("let f = x: f (x + 1); in f 0", small()).await;

    assert_eq!(ended.expect("a limit"), Limit::Depth);
}

#[tokio::test]
async fn deep_json_is_too_deep() {
    let json = r#"let many = text: builtins.concatStringsSep "" (builtins.genList (_: text) 200000); in
        builtins.fromJSON (many "[" + many "]")"#;

    let ended = ends_with(json, small()).await;

    assert_eq!(ended.expect("a limit"), Limit::Depth);
}

/// Twenty-seven thousand million additions, which need no memory.
const BUSY: &str = "let l = builtins.genList (x: x) 3000; in \
    builtins.foldl' (sum: a: builtins.foldl' (sum: b: builtins.foldl' (sum: c: sum + c) sum l) sum l) 0 l";

#[tokio::test]
async fn an_endless_loop_ends_by_the_clock() {
    let ended = ends_with(BUSY, small()).await;

    assert_eq!(ended.expect("a limit"), Limit::Time);
}

#[tokio::test]
async fn an_endless_loop_ends_by_the_processor_too() {
    let limits = Limits { evaluation_seconds: 60, evaluation_cpu_seconds: 2, ..small() };

    let ended = ends_with(BUSY, limits).await;

    assert_eq!(ended.expect("a limit"), Limit::Time);
}

#[tokio::test]
async fn a_closure_without_end_ends() {
    let closure =
        "builtins.genericClosure { startSet = [ { key = 0; } ]; operator = item: [ { key = item.key + 1; } ]; }";

    let ended = ends_with(closure, small()).await.expect("a limit");

    assert!(matches!(ended, Limit::Time | Limit::Memory));
}

#[tokio::test]
async fn a_list_of_a_thousand_million_is_too_much_memory() {
    let ended = ends_with("builtins.genList (x: x) 1000000000", small()).await;

    assert_eq!(ended.expect("a limit"), Limit::Memory);
}

#[tokio::test]
async fn text_that_doubles_without_end_is_too_much_memory() {
    let text = r#"builtins.foldl' (text: _: text + text) "xxxxxxxxxxxxxxxx" (builtins.genList (x: x) 40)"#;

    let ended = ends_with(text, small()).await;

    assert_eq!(ended.expect("a limit"), Limit::Memory);
}

#[tokio::test]
async fn an_answer_or_messages_without_end_are_too_much_output() {
    let answer = r#"builtins.foldl' (text: _: text + text) "xxxxxxxxxxxxxxxx" (builtins.genList (x: x) 18)"#;
    let messages =
        r#"builtins.foldl' (_: x: builtins.trace "a message of some length" x) 0 (builtins.genList (x: x) 1000000)"#;

    assert_eq!(ends_with(answer, small()).await.expect("a limit"), Limit::Output);
    assert_eq!(ends_with(messages, small()).await.expect("a limit"), Limit::Output);
}
