//! What the browser downloads once.

use std::{fs, path::Path};

use crate::{journey::assets, report::Row};

pub(crate) fn measure() -> Vec<Row> {
    let assets = assets();
    let assets = Path::new(&assets);
    let index = fs::read_to_string(assets.join("index.html")).expect("the front-end, built");
    let mut words = index.split(['"', '\'', '/']);
    let module = words.find(|word| word.ends_with(".wasm")).expect("the module's name");
    let compressed = fs::metadata(assets.join(format!("{module}.br"))).expect("the module, compressed");
    let bytes = u32::try_from(compressed.len()).expect("a size below 4 GiB");
    vec![Row::new("WASM, brotli, all screens", f64::from(bytes), "bytes").limit(409_600.0)]
}
