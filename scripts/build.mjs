// Builds lib/ twice, as ESM and as CommonJS, each with its own type declarations.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

for (const [folder, project, type] of [
  ['esm', 'tsconfig.build.json', 'module'],
  ['cjs', 'tsconfig.build-cjs.json', 'commonjs'],
]) {
  rmSync(`${root}dist/${folder}`, { recursive: true, force: true });
  execFileSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
  writeFileSync(`${root}dist/${folder}/package.json`, `{ "type": "${type}", "sideEffects": false }\n`);
}
