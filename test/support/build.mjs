// Jest's globalSetup: builds the package once when a test of this run may need it and `lib/` is newer.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const LOCK = join(root, 'dist/.building');
/** A build that died leaves its lock behind; milliseconds. */
const LOCK_AGE = 120_000;

export default async function build({ testPathPatterns }) {
  if (!needsPackage(testPathPatterns.patterns) || isFresh()) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  while (!takeLock()) await new Promise((done) => setTimeout(done, 500));
  try {
    if (!isFresh()) execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** The tests that run the built package are those in test/e2e. */
function needsPackage(patterns) {
  const specs = readdirSync(join(root, 'test/e2e'), { recursive: true })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => join(root, 'test/e2e', file));
  return (
    patterns.length === 0 ||
    specs.some((spec) => patterns.some((pattern) => new RegExp(pattern, 'i').test(spec)))
  );
}

function isFresh() {
  // Each is written when its build is done.
  const built = ['dist/esm/package.json', 'dist/cjs/package.json'].map((file) => join(root, file));
  if (!built.every((file) => existsSync(file))) return false;
  const since = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return readdirSync(join(root, 'lib'), { recursive: true }).every(
    (file) => statSync(join(root, 'lib', file)).mtimeMs < since,
  );
}

function takeLock() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    if (Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LOCK_AGE) {
      rmSync(LOCK, { recursive: true, force: true });
    }
    return false;
  }
}
