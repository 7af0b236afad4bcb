import { fileURLToPath } from 'node:url';
import type { Recorded } from '../../places/record-place.js';
import type { Position } from './position.js';

/** Where a call stands in the code that Node runs, before source maps. */
export function readCall({ call, own = 0 }: Recorded): Position | undefined {
  if (!call) return undefined;
  // The positions of other hooks, such as those of Node's own source maps, are not needed here.
  const { prepareStackTrace } = Error;
  let frames: readonly NodeJS.CallSite[] = [];
  Error.prepareStackTrace = (_, sites): string => {
    frames = sites;
    return '';
  };
  // V8 formats the stack when it is read for the first time.
  void call.stack;
  Error.prepareStackTrace = prepareStackTrace!;
  const frame = frames[own];
  const [name, line, column] = [frame?.getFileName(), frame?.getLineNumber(), frame?.getColumnNumber()];
  return name && line && column ? { file: toPath(name), line, column } : undefined;
}

export function toPath(name: string): string {
  return name.startsWith('file:') ? fileURLToPath(name) : name;
}
