import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** What the package exports, what a process of `serve --watch` loads ahead, and what the benchmark measures without nest-commander. */
const ENTRIES = [
  'index.js',
  'testing/index.js',
  'cli/index.js',
  'cli/preload.js',
  'cli/export/export-documents.js',
  'cli/export/apigen-arguments.js',
  'cli/process/prefer-short-runs.js',
];

/**
 * Joins the ES modules of a folder into one file an entry, and files that entries share. Node.js takes about half a
 * millisecond to find and link each module, and an application loads this library whenever it starts.
 */
export async function bundleModules(folder) {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ENTRIES,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    chunkNames: 'chunks/[name]-[hash]',
    // Nest shows the names of classes.
    keepNames: true,
    write: false,
  });
  for (const file of readdirSync(folder, { recursive: true })) {
    if (file.endsWith('.js')) rmSync(join(folder, file));
  }
  let keepers = 0;
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      text.replaceAll(NAMED_FUNCTION, '').replace(KEEP_NAME, (_, name, keep) => {
        keepers += 1;
        return `${name} = (target, value) => target.prototype === void 0 ? target : ${keep};`;
      }),
    );
  }
  if (keepers !== 1) throw new Error('esbuild keeps the names of classes in another way');
}

/** How esbuild keeps the name of a function. Nobody asks for it, and it costs time whenever the package is loaded. */
const NAMED_FUNCTION = /^ *__name\((?!this)[\w$]+, "[^"]*"\);\n/gm;

/** How esbuild keeps a name. It does so for arrow functions too, at each time that one is made; nobody asks for those. */
const KEEP_NAME = /^(var __name) = \(target, value\) => (__defProp\(.*\));$/m;
