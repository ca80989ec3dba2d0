//! The log of a run: numbered lines that follow as they come, with a pause and a search.

use domain::run::Line;
use leptos::{html, prelude::*};

use crate::{browser, text::texts};

#[component]
pub fn Log(lines: RwSignal<Vec<Line>>, finished: Memo<bool>) -> impl IntoView {
    let t = &texts().run;
    let following = RwSignal::new(true);
    let sought = RwSignal::new(String::new());
    let list = NodeRef::<html::Ol>::new();
    Effect::new(move |_| {
        lines.track();
        if let Some(list) = list.get().filter(|_| following.get()) {
            browser::scroll_to_end(&list);
        }
    });
    let matching = move || {
        let sought = sought.get().to_lowercase();
        lines.with(|lines| {
            lines
                .iter()
                .filter(|line| sought.is_empty() || line.text.to_lowercase().contains(&sought))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let first = move || lines.with(|lines| lines.first().map(|line| line.number).filter(|number| *number > 1));
    let pause = move || if following.get() { t.pause } else { t.follow };
    view! {
        <section class="section" aria-labelledby="log">
            <header class="title">
                <h2 id="log">{t.log}</h2>
                {move || (!finished.get()).then(|| view! {
                    <button type="button" class="button quiet" on:click=move |_| following.update(|is| *is = !*is)>{pause}</button>
                })}
            </header>
            <div class="field">
                <label for="find">{t.find}</label>
                <input id="find" type="search" autocomplete="off" on:input:target=move |event| sought.set(event.target().value())/>
            </div>
            {move || first().map(|number| view! { <p class="muted small">{(t.log_from)(number)}</p> })}
            {move || lines.with(Vec::is_empty).then(|| {
                view! { <p class="muted">{if finished.get() { t.log_none } else { t.log_empty }}</p> }
            })}
            <ol class="log" tabindex="0" aria-labelledby="log" node_ref=list hidden=move || lines.with(Vec::is_empty)>
                <For each=matching key=|line| line.number children=|line| view! { <li value=line.number>{line.text}</li> }/>
            </ol>
        </section>
    }
}
