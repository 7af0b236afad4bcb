// Builds lib/ twice, as ESM and as CommonJS, each with its own type declarations.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { bundleModules } from './bundle-modules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

/** As package.json names them: the nearest package.json is what a bundler reads. */
const sideEffects = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).sideEffects.map((path) =>
  path.replace('./dist/*/', './'),
);

for (const [format, project, type] of [
  ['esm', 'tsconfig.build.json', 'module'],
  ['cjs', 'tsconfig.build-cjs.json', 'commonjs'],
]) {
  const [target, fresh, old] = ['', '.new', '.old'].map((suffix) => `${root}dist/${format}${suffix}`);
  rmSync(fresh, { recursive: true, force: true });
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', fresh], { cwd: root, stdio: 'inherit' });
  if (format === 'esm') await bundleModules(fresh);
  else {
    finishSchematics(`${fresh}/schematics`);
    removeComments(fresh);
  }
  keepPublicDeclarations(fresh);
  writeFileSync(`${fresh}/package.json`, `${JSON.stringify({ type, sideEffects })}\n`);
  // Swapped whole: a process that runs meanwhile finds either build, and no half of one.
  rmSync(old, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true });
}

/** Removes the declarations that no entry of the package refers to: they are most of them. */
function keepPublicDeclarations(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.d.ts'));
  const kept = new Set(['index.d.ts', 'testing/index.d.ts', 'cli/index.d.ts']);
  for (const file of kept) {
    const paths = readFileSync(join(folder, file), 'utf8').matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/g);
    for (const [, path] of paths) {
      const next = join(dirname(file), `${path}.d.ts`);
      // An example in a comment imports files of an application.
      if (files.includes(next)) kept.add(next);
    }
  }
  for (const file of files) if (!kept.has(file)) rmSync(join(folder, file));
}

/** Removes the comments of the code, a sixth of the package. The declarations keep theirs. */
function removeComments(folder) {
  for (const file of readdirSync(folder, { recursive: true }).filter((one) => one.endsWith('.js'))) {
    const path = join(folder, file);
    writeFileSync(path, transformSync(readFileSync(path, 'utf8'), { legalComments: 'none' }).code);
  }
}

/** The schematics CLI reads the collection as JSON, and loads its code by `require`. */
function finishSchematics(folder) {
  for (const file of ['collection.json', 'schema.json']) {
    cpSync(`${root}lib/schematics/${file}`, `${folder}/${file}`);
  }
}
