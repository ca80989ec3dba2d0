//! The entry of the WASM user interface: takes over the page that the server rendered.
#![recursion_limit = "256"]

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(app::App);
}
