// Builds the package when `lib/` is newer than the build. Several processes may ask at once: one of them builds.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCK = join(root, 'dist/.building');
/** A build that died leaves its lock behind; milliseconds. */
const LOCK_AGE = 120_000;

export async function buildIfStale() {
  if (isFresh()) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  while (!takeLock()) await new Promise((done) => setTimeout(done, 500));
  try {
    if (!isFresh()) execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
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
