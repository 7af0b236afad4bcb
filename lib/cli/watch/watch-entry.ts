import { dirname } from 'node:path';
import { startCompiler } from './start-compiler.js';
import { untilStopped } from './until-stopped.js';
import { watchFolder } from './watch-folder.js';

/** Has the project compiled, and starts something now and after each change of the built files, until a signal. */
export async function watchEntry(
  entry: string,
  command: string,
  writeErr: (text: string) => void,
  start: () => void,
): Promise<void> {
  const compiler = startCompiler(entry, command, writeErr);
  const watcher = watchFolder(dirname(entry), start);
  start();
  await untilStopped();
  watcher.close();
  compiler?.kill();
}
