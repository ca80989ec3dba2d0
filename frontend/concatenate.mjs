// Writes frontend/main.css: the files of style/ in the order of style/order.txt, one request for the browser.
import { readFileSync, writeFileSync } from "node:fs";

const style = new URL("../style/", import.meta.url);

const names = readFileSync(new URL("order.txt", style), "utf8").split("\n").filter((name) => name !== "");
const sheets = names.map((name) => readFileSync(new URL(name, style), "utf8"));
writeFileSync(new URL("main.css", import.meta.url), sheets.join("\n"));
