// Prints a Markdown table: the library beside plain Nest, each as a whole process, by number of routes.
// Arguments: [runs] [size,size,...]; a size is a number of routes, `chain-LEVELS` or `dtos-COUNT`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateApplication } from './generate-application.mjs';
import { generateChain, generateDtos } from './generate-worst-case.mjs';
import { median } from './median.mjs';
import { runProcess } from './run-process.mjs';

const [runs = '5', sizes = '10,100,1000,3000,10000,dtos-5000,chain-18'] = process.argv.slice(2);
const repeat = (action) => Array.from({ length: Number(runs) }, action);
const VARIANTS = ['nest', 'library'];
const MEASURES = [
  ['wall', 'ms'],
  ['cpu', 'ms'],
  ['memory', 'MiB'],
];

const GENERATORS = { routes: generateApplication, dtos: generateDtos, chain: generateChain };

// Inside the package, so that the applications find it and Nest by name.
const parent = fileURLToPath(new URL('.applications', import.meta.url));
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(join(parent, 'run-'));
try {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(
    `${new Date().toISOString().slice(0, 10)}, Node.js ${process.version}, ${process.platform} ${process.arch}, ` +
      `${cpus().length} × ${cpu.model}, ${memory} GiB; medians of ${runs} runs.\n`,
  );
  const columns = MEASURES.flatMap(([name, unit]) => [
    `${name} Nest, ${unit}`,
    `with library, ${unit}`,
    'ratio',
  ]);
  console.log(`| size | ${columns.join(' | ')} |\n| ${'---: | '.repeat(columns.length + 1)}`.trim());
  for (const size of sizes.split(',')) console.log(measureRow(size));

  const imports = repeat(() => runProcess('measure-import.mjs').wall);
  console.log(`\nImport of the package once its peers are loaded: ${median(imports).toFixed(1)} ms.`);
} finally {
  rmSync(parent, { recursive: true, force: true });
}

function measureRow(size) {
  const [count, kind = 'routes'] = size.split('-').toReversed();
  const roots = Object.fromEntries(
    VARIANTS.map((variant) => {
      const application = join(folder, `${variant}-${size}`);
      return [variant, GENERATORS[kind](application, Number(count), variant === 'library')];
    }),
  );
  // Interleaved, so that a machine that changes its pace changes it for both; the first pair warms the disk's cache.
  const pair = () => VARIANTS.map((variant) => runProcess('measure.mjs', roots[variant], variant, folder));
  pair();
  const pairs = repeat(pair);
  const cells = MEASURES.flatMap(([name]) => {
    const [nest, library] = [0, 1].map((side) => median(pairs.map((results) => results[side][name])));
    return [nest.toFixed(0), library.toFixed(0), (library / nest).toFixed(2)];
  });
  return `| ${[size, ...cells].join(' | ')} |`;
}
