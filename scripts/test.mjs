// `node scripts/test.mjs <quick|deep|e2e> [pattern…] [Jest's options]` runs one tier, or the specs whose path matches a
// pattern, whatever their tier. Quick specs share a module registry, in which Nest is evaluated once for all of them; many
// share two, one a processor.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build-if-stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The specs of the slow tiers, by the start of their path. Every other spec is quick. */
const SLOW = {
  deep: [
    'test/backends/http-api/limits/',
    'test/docs.spec.ts',
    'test/fixtures-large.spec.ts',
    'test/http-import-judge/',
    'test/import-faults.spec.ts',
    'test/import-judge/',
    'test/properties/',
    'test/services/services.spec.ts',
    'test/testing/apache-velocity.spec.ts',
    'test/testing/laid-out-templates.spec.ts',
    'test/testing/service-answers.spec.ts',
    'test/testing/service-requests.spec.ts',
  ],
  e2e: ['test/e2e/'],
};

/** Jest's options whose value is an argument of its own. */
const WITH_VALUE = new Set(['-t', '--testNamePattern', '--outputFile', '-w', '--maxWorkers', '--seed']);

const tierOf = (spec) =>
  Object.keys(SLOW).find((tier) => SLOW[tier].some((start) => spec.startsWith(start))) ?? 'quick';

function listSpecs() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.spec.ts'))
    .toSorted();
}

/** What names no spec any more would let one run in the wrong tier. */
function findUnused(specs) {
  return Object.values(SLOW)
    .flat()
    .filter((start) => !specs.some((spec) => spec.startsWith(start)));
}

function readArguments(given) {
  const patterns = [];
  const options = [];
  given.forEach((argument, index) => {
    const isOption = argument.startsWith('-') || WITH_VALUE.has(given[index - 1]);
    (isOption ? options : patterns).push(argument);
  });
  return { patterns, options };
}

/** Jest's own options, and three of this script. */
function readOptions(options) {
  return options.flatMap((option) => {
    if (option === '--update') return [];
    if (option === '--times')
      return ['--reporters=default', '--reporters=<rootDir>/scripts/report-times.mjs'];
    // Jest's `--watch` picks files by what they import, and the shared registry imports by path.
    return option === '--watch' ? ['--watchAll'] : [option];
  });
}

const [tier, ...given] = process.argv.slice(2);
const { patterns, options } = readArguments(given);
const chosen = patterns.map((pattern) => new RegExp(pattern, 'i'));
const all = listSpecs();
if (findUnused(all).length > 0) {
  process.stderr.write(`scripts/test.mjs names specs that do not exist: ${findUnused(all).join(', ')}\n`);
  process.exit(1);
}
const specs = all.filter((spec) =>
  chosen.length > 0 ? chosen.some((pattern) => pattern.test(join(root, spec))) : tierOf(spec) === tier,
);
if (specs.length === 0) {
  process.stderr.write(`no spec matches ${patterns.join(' ') || tier}\n`);
  process.exit(1);
}

/** From how many specs on a second registry saves more than it costs. */
const MANY = 100;

/** Those that compare the wording of messages share the first registry, which then has seen every message. */
function splitSpecs(quick) {
  if (quick.length < MANY) return { first: quick, second: [] };
  const worded = new Set(
    quick.filter((spec) => /\/(?:test-rule|wording)\.js'/.test(readFileSync(join(root, spec), 'utf8'))),
  );
  const others = quick.filter((spec) => !worded.has(spec));
  const second = new Set(others.slice(-Math.ceil(quick.length / 2)));
  return { first: quick.filter((spec) => !second.has(spec)), second: [...second] };
}

const picksTests = options.some((option) => /^(-t|--testNamePattern)\b/.test(option));
const quick = specs.filter((spec) => tierOf(spec) === 'quick');
const { first, second } = splitSpecs(quick);
const apart = specs.filter((spec) => quick.length === 1 || tierOf(spec) !== 'quick');
if (specs.some((spec) => tierOf(spec) === 'e2e')) await buildIfStale();
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...(specs.length > 1 ? ['--verbose=false'] : []),
    ...(second.length > 0 && !options.some((option) => /^(-w|--maxWorkers|-i|--runInBand)\b/.test(option))
      ? ['--maxWorkers=2']
      : []),
    ...readOptions(options),
    '--runTestsByPath',
    ...(quick.length > 1 ? ['test/loop/first-registry.ts'] : []),
    ...(second.length > 0 ? ['test/loop/second-registry.ts'] : []),
    ...apart,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      FIRST_SPECS: first.join('\n'),
      SECOND_SPECS: second.join('\n'),
      ONLY_QUICK: quick.length === specs.length ? '1' : '0',
      ...(options.includes('--update') ? { UPDATE_EXPECTED: '1' } : {}),
      ...(tier === 'quick' && patterns.length === 0 && !picksTests ? { EVERY_QUICK_SPEC: '1' } : {}),
    },
  },
);
process.exit(status ?? 1);
