/**
 * Bundle every exercise into one module, and the style sheets into one.
 *
 *   node build.mjs            release: minified, no source map
 *   node build.mjs --watch    for work on the front end: readable, rebuilt on change
 *
 * ATTUNEMENT_TOKENS names the look's tokens.css where the course is not beside this folder.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { workerText } from "./worker_text.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const out = join(here, "attunement_widgets", "static");
const tokens = resolve(
  process.env.ATTUNEMENT_TOKENS ?? join(here, "../course/attunement_course/look/tokens.css"),
);
const watching = process.argv.includes("--watch");

function exercises() {
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map((entry) => entry.name).filter((name) => existsSync(join(source, name, "index.ts")));
}

function needed(path, mend) {
  if (existsSync(path)) return;
  console.error(`build: ${path} is missing; ${mend}`);
  process.exit(1);
}

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: !watching,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};

const scripts = {
  ...shared,
  entryPoints: Object.fromEntries(exercises().map((name) => [name, join(source, name, "index.ts")])),
  outdir: out,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  plugins: [workerText],
};

const styles = {
  ...shared,
  entryPoints: { attunement: join(source, "attunement.css") },
  outdir: out,
  alias: { "@look/tokens.css": tokens },
};

function report(result) {
  for (const file of Object.keys(result.metafile.outputs)) {
    const size = (statSync(join(here, file)).size / 1024).toFixed(1);
    console.log(`${file}  ${size} KiB`);
  }
}

needed(tokens, "set ATTUNEMENT_TOKENS to the course's look/tokens.css");
needed(join(source, "generated", "stdlib.js"), "make the models from the Python first");
for (const options of [scripts, styles]) {
  if (watching) await (await esbuild.context(options)).watch();
  else report(await esbuild.build(options));
}
