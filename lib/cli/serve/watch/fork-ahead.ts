import { fork, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPackage, listBases } from '../../application/find-adapter.js';
import { WORKER } from './worker-messages.js';

/**
 * Starts a worker that loads NestJS and this library, and waits. It loads the application when it is told to: most of the
 * time that a new version takes is over by then.
 */
export function forkAhead(entry: string, args: readonly string[]): ChildProcess {
  return fork(entry, args, {
    execArgv: [...process.execArgv, '--import', `data:text/javascript,${encodeURIComponent(writeWait())}`],
    env: { ...process.env, [WORKER]: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Node evaluates it before the entry file. A worker that nobody needs ends with the process that started it. */
function writeWait(): string {
  const preload = findPreload();
  return `
const told = new Promise((resolve) => process.once('message', resolve));
const end = () => process.exit();
process.once('disconnect', end);
${preload === undefined ? '' : `await import(${JSON.stringify(preload)}).then(({ preload }) => preload());`}
await told;
process.off('disconnect', end);
`;
}

/** The file of this package, in the format of this process. */
function findPreload(): string | undefined {
  const format = typeof module === 'undefined' ? 'esm' : 'cjs';
  const file = findPackage('nestjs-aws-gateway/package.json', listBases());
  return file && pathToFileURL(join(dirname(file), 'dist', format, 'cli/preload.js')).href;
}
