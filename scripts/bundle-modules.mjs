import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** What the package exports, and what the benchmark measures without nest-commander. */
const ENTRIES = [
  'index.js',
  'testing/index.js',
  'cli/index.js',
  'cli/export/export-documents.js',
  'cli/export/apigen-arguments.js',
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
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
}
