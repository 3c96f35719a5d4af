/**
 * Bundle each *.test.ts(x) beside this file and run them under `node --test`.
 *
 *   node run.mjs [words of a file name]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { workerText } from "../../../widgets/worker_text.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const widgets = join(here, "../../../widgets");
const { build } = createRequire(join(widgets, "package.json"))("esbuild");

const wanted = process.argv[2] ?? "";
const tests = readdirSync(here).filter((name) => /\.test\.tsx?$/.test(name) && name.includes(wanted));
// Inside node_modules, so that packages left outside the bundle are found.
const out = mkdtempSync(join(widgets, "node_modules", ".front-tests-"));

try {
  await build({
    entryPoints: tests.map((name) => join(here, name)),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22",
    mainFields: ["module", "main"],
    jsx: "automatic",
    jsxImportSource: "preact",
    nodePaths: [join(widgets, "node_modules")],
    external: ["jsdom"],
    plugins: [workerText],
    sourcemap: "inline",
    logLevel: "warning",
  });
  const files = readdirSync(out).map((name) => join(out, name));
  const done = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit" });
  process.exitCode = done.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
