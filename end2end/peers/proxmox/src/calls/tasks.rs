//! Calls about tasks.

use serde_json::{Map, Value, json};

use super::{Answer, Call};
use crate::{refusal::Refusal, tasks::Task};

pub(super) fn list_all(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let visible = call.state.tasks.newest().filter(|task| may_see(call, task));
    Ok(visible.map(|task| json!({"upid": task.upid.to_string()})).collect::<Value>().into())
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let parameters = &call.parameters;
    let start = parameters.number("start").unwrap_or(0);
    let limit = parameters.number("limit").unwrap_or(50);
    let vmid = parameters.text("vmid");
    let kind = parameters.text("typefilter");
    let user = parameters.text("userfilter");
    let only_errors = parameters.is_set("errors");
    let source = parameters.text("source").unwrap_or("archive");
    let chosen: Vec<Value> = call
        .state
        .tasks
        .newest()
        .filter(|task| task.upid.node == call.text("node") && may_see(call, task))
        .filter(|task| vmid.is_none_or(|vmid| vmid == task.upid.id))
        .filter(|task| kind.is_none_or(|kind| kind == task.upid.kind))
        .filter(|task| user.is_none_or(|user| task.caller.user.contains(user)))
        .filter(|task| !only_errors || task.end.as_ref().is_some_and(|(_, text)| text != "OK"))
        .filter(|task| match source {
            "active" => task.end.is_none(),
            "archive" => task.end.is_some(),
            _ => true,
        })
        .map(row)
        .collect();
    let beside = total(chosen.len());
    Ok(Answer { data: chosen.into_iter().skip(start).take(limit).collect(), beside })
}

pub(super) fn status(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let task = wanted(call)?;
    let mut data = described(task);
    data["status"] = json!(if task.end.is_some() { "stopped" } else { "running" });
    if let Some((_, text)) = &task.end {
        data["exitstatus"] = json!(text);
    }
    data["user"] = json!(task.caller.user);
    if let Some(token) = &task.caller.token {
        data["tokenid"] = json!(token);
    }
    Ok(data.into())
}

pub(super) fn log(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let lines = wanted(call)?.log.clone();
    let start = call.parameters.number("start").unwrap_or(0);
    let limit = call.parameters.number("limit").unwrap_or(50);
    let limit = if limit == 0 { usize::MAX } else { limit };
    let beside = total(lines.len());
    let numbered = lines.into_iter().enumerate().skip(start).take(limit);
    Ok(Answer { data: numbered.map(|(index, text)| json!({"n": index + 1, "t": text})).collect(), beside })
}

pub(super) fn stop(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let task = wanted_by(call, &["Sys.Modify"])?.upid.clone();
    call.state.stop_task(&task);
    Ok(Value::Null.into())
}

fn wanted<'a>(call: &'a Call<'_>) -> Result<&'a Task, Refusal> {
    wanted_by(call, &["Sys.Audit"])
}

/// A task of the caller, or of somebody else with a privilege on its node.
fn wanted_by<'a>(call: &'a Call<'_>, privileges: &[&str]) -> Result<&'a Task, Refusal> {
    let task = call.state.tasks.find(call.text("upid"))?;
    if task.upid.node != call.text("node") {
        return Err(Refusal::new(400, "no such task"));
    }
    if task.caller.user != call.caller.user {
        call.require(&format!("/nodes/{}", task.upid.node), privileges, false)?;
    }
    Ok(task)
}

fn may_see(call: &Call<'_>, task: &Task) -> bool {
    task.caller.user == call.caller.user || call.may(&format!("/nodes/{}", task.upid.node), &["Sys.Audit"])
}

fn described(task: &Task) -> Value {
    let upid = &task.upid;
    json!({
        "upid": upid.to_string(), "node": upid.node, "pid": upid.process, "pstart": upid.process_start,
        "starttime": upid.start, "type": upid.kind, "id": upid.id,
    })
}

fn row(task: &Task) -> Value {
    let mut row = described(task);
    row["user"] = json!(task.caller.to_string());
    if let Some((end, text)) = &task.end {
        row["endtime"] = json!(end);
        row["status"] = json!(text);
    }
    row
}

fn total(count: usize) -> Map<String, Value> {
    Map::from_iter([("total".to_owned(), json!(count))])
}
