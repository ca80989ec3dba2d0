// Writes a Brotli and a gzip copy beside each script, module and stylesheet that Trunk has just built.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const directory = process.env.TRUNK_STAGING_DIR;

for (const name of readdirSync(directory).filter((name) => /\.(css|js|wasm)$/.test(name))) {
  const file = join(directory, name);
  const content = readFileSync(file);
  // Distances in WASM are often even.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    [constants.BROTLI_PARAM_NPOSTFIX]: 1,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
