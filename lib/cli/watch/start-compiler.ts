import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';

/**
 * Starts `nest build --watch` for the project of this folder. Undefined where the entry is not a compiled file, or the
 * project has no nest CLI: then something else compiles.
 */
export function startCompiler(
  entry: string,
  command: string,
  writeErr: (text: string) => void,
): ChildProcess | undefined {
  const nest = findNest();
  if (extname(entry) === '.ts' || nest === undefined) {
    writeErr(`${command}: something else must compile the application: no nest CLI was found here\n`);
    return undefined;
  }
  // What it prints is for people.
  return spawn(process.execPath, [nest, 'build', '--watch', '--preserveWatchOutput'], {
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
}

function findNest(): string | undefined {
  if (!existsSync('nest-cli.json')) return undefined;
  try {
    const file = createRequire(join(resolve(), 'package.json')).resolve('@nestjs/cli/package.json');
    return join(file, '..', 'bin', 'nest.js');
  } catch {
    return undefined;
  }
}
