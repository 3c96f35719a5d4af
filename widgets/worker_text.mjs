/**
 * For esbuild: `import code from "./some_worker?worker"` is that module and all it imports,
 * bundled, as text. An exercise is one file loaded from a blob, so a worker's file has no
 * address that it could be fetched from; the page starts it from a blob of its own.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

const MARK = /\?worker$/;

export const workerText = {
  name: "worker-text",
  setup(build) {
    build.onResolve({ filter: MARK }, ({ path, resolveDir }) => {
      const file = `${join(resolveDir, path.replace(MARK, ""))}.ts`;
      if (existsSync(file)) return { path: file, namespace: "worker-text" };
      return { errors: [{ text: `${path}: no such file ${file}` }] };
    });
    build.onLoad({ filter: /.*/, namespace: "worker-text" }, async ({ path }) => {
      const { target, minify } = build.initialOptions;
      const { outputFiles, metafile } = await build.esbuild.build({
        entryPoints: [path],
        bundle: true,
        format: "iife",
        write: false,
        metafile: true,
        legalComments: "none",
        logLevel: "silent", // what is wrong is told once, by the build that asked
        target,
        minify,
      });
      const watchFiles = Object.keys(metafile.inputs).map((name) => join(process.cwd(), name));
      return { contents: outputFiles[0].text, loader: "text", watchFiles };
    });
  },
};
