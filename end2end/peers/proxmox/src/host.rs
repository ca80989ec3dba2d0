//! How a host answers a request: who asks, whether it is well-formed, who may, and then the call itself.

use std::sync::Arc;

use crate::{
    access::Caller,
    calls::{self, Answer, Call},
    faults::Fault,
    journal::{Entry, Verdict},
    refusal::Refusal,
    schema::{Api, Permission, Valid, Violation},
    wire::{Ending, Reply, Request},
    world::{State, World},
};

pub(crate) fn answer(world: &Arc<World>, request: Request) -> Ending {
    let mut state = world.state();
    let met = state.faults.on_call(&request.method, &request.path);
    let mut entry = Entry {
        method: request.method.clone(),
        path: request.path.clone(),
        parameters: request.parameters.clone(),
        caller: None,
        verdict: Verdict::Faulted,
        is_answered: true,
    };
    let ending = match met {
        Some(Fault::Hang { .. }) => Ending::Hang,
        Some(Fault::Reset { .. }) => Ending::Reset,
        Some(Fault::Status { status, message, .. }) => {
            let message = message.unwrap_or_else(|| "a fault that was asked for".into());
            let refusal = Refusal { is_bare: status >= 595 || status == 401, ..Refusal::new(status, message) };
            Ending::Reply(Reply::refused(&refusal, world.version))
        }
        lost => {
            let result = carry_out(world, &mut state, request, &mut entry);
            match lost {
                Some(Fault::AnswerLost { hangs: true, .. }) => Ending::Hang,
                Some(_) => Ending::Reset,
                None => Ending::Reply(reply(world, result)),
            }
        }
    };
    entry.is_answered = matches!(ending, Ending::Reply(_));
    world.journal.add(entry);
    ending
}

fn reply(world: &World, result: Result<Answer, Refusal>) -> Reply {
    result.map_or_else(|refusal| Reply::refused(&refusal, world.version), Reply::done)
}

fn carry_out(world: &Arc<World>, state: &mut State, request: Request, entry: &mut Entry) -> Result<Answer, Refusal> {
    let result = identify(world, state, &request).and_then(|caller| {
        entry.caller = caller.as_ref().map(Caller::to_string);
        // Nobody can only make calls that everybody may make.
        let caller = caller.unwrap_or_else(|| Caller::user(""));
        perform(world, state, request, caller, entry)
    });
    if !matches!(entry.verdict, Verdict::Invalid(_)) {
        entry.verdict = match &result {
            Ok(_) => Verdict::Done,
            Err(refusal) => Verdict::Refused { status: refusal.status, message: refusal.message.clone() },
        };
    }
    result
}

fn identify(world: &World, state: &State, request: &Request) -> Result<Option<Caller>, Refusal> {
    let found = Api::of(world.version).find(&request.method, &request.path);
    let is_open = found.as_ref().is_some_and(|(endpoint, _)| endpoint.permissions == Permission::World);
    match state.access.caller(&request.shown, request.method != "GET") {
        Ok(caller) => {
            let takes_tokens = found.is_none_or(|(endpoint, _)| endpoint.token_allowed);
            if caller.token.is_some() && !takes_tokens {
                return Err(Refusal::forbidden("Permission check failed - not allowed for API tokens"));
            }
            Ok(Some(caller))
        }
        Err(_) if is_open => Ok(None),
        Err(denied) => Err(Refusal { is_bare: true, ..Refusal::new(401, denied.to_string()) }),
    }
}

fn perform(
    world: &Arc<World>,
    state: &mut State,
    request: Request,
    caller: Caller,
    entry: &mut Entry,
) -> Result<Answer, Refusal> {
    let api = Api::of(world.version);
    let refuse = |violation: Violation, entry: &mut Entry| {
        entry.verdict = Verdict::Invalid(violation.clone());
        Refusal::from(violation)
    };
    let Valid { endpoint, parameters } =
        api.check(&request.method, &request.path, request.parameters).map_err(|violation| refuse(violation, entry))?;
    let call = calls::find(endpoint).ok_or_else(|| {
        let message = format!("Method '{} {}' is not simulated", request.method, endpoint.path);
        Refusal::new(501, message)
    })?;
    if endpoint.in_path("node") {
        state.cluster.node(parameters.text("node").unwrap_or_default())?;
    }
    let pool_of = |path: &str| state.cluster.pool_of(path);
    state.access.check(&caller, &endpoint.permissions, &parameters, &pool_of).map_err(Refusal::forbidden)?;
    call(&mut Call { world, state, api, caller, parameters, upload: request.upload })
}
