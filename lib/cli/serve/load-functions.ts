import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provideStreaming } from '../../testing/gateway/functions/stream-function.js';
import type { LocalFunction } from '../../testing/gateway/functions/local-function.js';
import { CannotRun } from '../process/cannot-run.js';

/**
 * The functions that a module exports: by their names, or as the members of its default export.
 *
 * @throws CannotRun if the module cannot be loaded or exports nothing of use
 */
export async function loadFunctions(file: string): Promise<Readonly<Record<string, LocalFunction | string>>> {
  provideStreaming();
  let loaded: Readonly<Record<string, unknown>>;
  try {
    loaded = (await import(pathToFileURL(resolve(file)).href)) as typeof loaded;
  } catch (error) {
    throw new CannotRun(`cannot load the functions of ${file}`, { cause: error });
  }
  const found = listFunctions(loaded);
  if (found.length > 0) return Object.fromEntries(found);
  throw new CannotRun(
    `${file} exports no functions: export each under the name of its placeholder, such as \`export async function get_user_function_arn(event) {}\``,
  );
}

function listFunctions(
  module: Readonly<Record<string, unknown>>,
): readonly (readonly [string, LocalFunction | string])[] {
  const { default: all } = module;
  const members = { ...(typeof all === 'object' && all !== null ? all : {}), ...module };
  return Object.entries(members).flatMap(([name, value]) =>
    name !== 'default' && (typeof value === 'function' || isUrl(value))
      ? [[name, value as LocalFunction | string] as const]
      : [],
  );
}

function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value);
}
