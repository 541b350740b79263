// Trains a workload with the engine of TensorFlow Playground: node playground_driver.mjs CHECKOUT WORKLOAD.json
// Of the checkout it reads src/nn.ts only. Then, for each line on its input: a number of updates to run, answered by the
// seconds of the processor; or 0, answered by the parameters.
import {mkdtempSync, readFileSync, readSync, rmSync, writeFileSync, writeSync} from "node:fs";
import * as module from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

const [checkout, given] = process.argv.slice(2);

// Not console.log: what does not fit into the pipe would be written later, and nothing here ever lets that happen.
function say(text) {
  let left = Buffer.from(text + "\n");
  while (left.length) left = left.subarray(writeSync(1, left));
}

function toJavaScript(text) {
  try {
    const typescript = module.createRequire(join(checkout, "package.json"))("typescript");
    return typescript.transpile(text, {module: "es2015", target: "es2017"});
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
  }
  if (module.stripTypeScriptTypes) return module.stripTypeScriptTypes(text);
  say("needs TypeScript: npm install in the checkout, or node 22.13 or newer");
  process.exit(3);
}

async function engine() {
  const folder = mkdtempSync(join(tmpdir(), "nnviz-"));
  try {
    const file = join(folder, "nn.mjs");
    writeFileSync(file, toJavaScript(readFileSync(join(checkout, "src", "nn.ts"), "utf8")));
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

const nn = await engine();
const work = JSON.parse(readFileSync(given, "utf8"));
const kinds = {sigmoid: nn.Activations.SIGMOID, tanh: nn.Activations.TANH};
// Its own squared error is 0.5 (a - y)²; cross-entropy is given to it as one more error function.
const errors = {
  "half-squared": nn.Errors.SQUARE,
  "binary-cross-entropy": {
    error: (a, y) => -y * Math.log(a) - (1 - y) * Math.log(1 - a),
    der: (a, y) => (a - y) / (a * (1 - a)),
  },
};
const error = errors[work.loss];
const names = Array.from({length: work.sizes[0]}, (_, i) => "x" + i);
const network = nn.buildNetwork(work.sizes, kinds[work.hidden], kinds[work.output], null, names, false);
work.parameters.forEach(([weights, biases], layer) => network[layer + 1].forEach((node, i) => {
  node.bias = biases[i][0];
  node.inputLinks.forEach((link, k) => { link.weight = weights[i][k]; });
}));
const outputs = network[network.length - 1];

let next = 0;
function run(count) {
  for (let update = 0; update < count; update++) {
    for (let sample = 0; sample < work.batch; sample++) {
      const y = work.y[next];
      nn.forwardProp(network, work.x[next]);
      // It knows one output; of others it takes the derivative that it finds.
      for (let i = 1; i < outputs.length; i++) outputs[i].outputDer = error.der(outputs[i].output, y[i]);
      nn.backProp(network, y[0], error);
      next = next + 1 === work.x.length ? 0 : next + 1;
    }
    nn.updateWeights(network, work.eta, 0);
  }
}

function parameters() {
  const layers = network.slice(1);
  return layers.flatMap(layer => [
    ...layer.flatMap(node => node.inputLinks.map(link => link.weight)), ...layer.map(node => node.bias),
  ]);
}

function ask() {
  const byte = Buffer.alloc(1);
  let line = "";
  while (readSync(0, byte, 0, 1, null) === 1) {
    if (byte[0] === 10) return line;
    line += byte.toString();
  }
  process.exit(0);
}

for (;;) {
  const count = Number(ask());
  if (count === 0) {
    say(parameters().join(" "));
  } else {
    const begin = process.cpuUsage().user;
    run(count);
    say((process.cpuUsage().user - begin) / 1e6);
  }
}
