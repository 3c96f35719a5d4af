// Calls functions of transpiled models: JSON lines {function: "dialogue.fit", arguments: […]}
// in, {result, arguments} out, with the arguments as the call left them.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const modules = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const call = JSON.parse(line);
  const [module, name] = call.function.split(".");
  if (!modules.has(module)) {
    modules.set(module, await import(pathToFileURL(`${folder}/${module}.js`).href));
  }
  const result = modules.get(module)[name](...call.arguments);
  process.stdout.write(JSON.stringify({ result: result ?? null, arguments: call.arguments }) + "\n");
}
