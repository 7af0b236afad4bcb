import { inspect } from 'node:util';

/** A thrown value in words, with its stack only on request. */
export function describeError(error: unknown, stackTrace: boolean): string {
  if (stackTrace) return inspect(error, { depth: 4 });
  const words = describe(error);
  const cause = error instanceof Error && error.cause !== undefined ? describe(error.cause) : '';
  return cause && !words.includes(cause) ? `${words}\ncaused by: ${cause}` : words;
}

function describe(error: unknown): string {
  if (!isError(error)) return typeof error === 'string' ? error : inspect(error);
  // Node writes the files of a failed `require` below its message.
  const message = String(error.message).split('\nRequire stack:')[0]!.trim();
  // These names add nothing to the message.
  return ['Error', ''].includes(error.name) || message === '' || error.name.endsWith('Exception')
    ? message || error.name || 'Error'
    : `${error.name}: ${message}`;
}

/** By shape: an error may come from another realm. */
function isError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error && 'name' in error;
}
