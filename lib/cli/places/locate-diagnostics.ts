import { isAbsolute, relative } from 'node:path';
import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import type { AppSource } from '../../model/app-source.js';
import { createTargetChooser, type Located, type Target } from './choose-target.js';
import { findFunctions } from './find-functions.js';
import { createPositionMapper } from './map-position.js';
import type { Position } from './position.js';
import { readCall } from './read-call.js';
import { createSourceReader } from './source-reader.js';

/**
 * Adds the file, line and column of the source to diagnostics: of the decorator that each is about, otherwise of the
 * handler or the class. Files are relative to the working directory.
 */
export async function locateDiagnostics<Found extends Located>(
  diagnostics: readonly Found[],
  source: AppSource,
  options: AwsGatewayOptions,
): Promise<readonly Found[]> {
  if (diagnostics.length === 0) return diagnostics;
  const targets = diagnostics.map(createTargetChooser(source, options));
  const functions = targets.flatMap((target) => (target?.function ? [target.function.value] : []));
  const locate = createLocator(await findFunctions([...new Set(functions)]));
  return diagnostics.map((diagnostic, index) => {
    const target = targets[index];
    const position = target && locate(target);
    if (!position || !isAbsolute(position.file)) return diagnostic;
    const { line, column } = position;
    const file = relative(process.cwd(), position.file).replaceAll('\\', '/');
    return { ...diagnostic, at: { ...diagnostic.at, file, line, column } };
  });
}

function createLocator(functions: ReadonlyMap<object, Position>): (target: Target) => Position | undefined {
  const map = createPositionMapper();
  const { near, above } = createSourceReader();

  const locateFunction = ({ name, value }: NonNullable<Target['function']>): Position | undefined => {
    const compiled = functions.get(value);
    // A function of a package stands in for one of the application.
    if (!compiled || /[\\/]node_modules[\\/]/.test(compiled.file)) return undefined;
    const position = map(compiled);
    return near(position, new RegExp(`(?<![@\\w$])${escape(name)}(?![\\w$])`, 'g')) ?? position;
  };
  return ({ call, function: decorated }) => {
    const compiled = call?.recorded && readCallOnce(call.recorded);
    const mapped = compiled && map(compiled);
    const name = call && new RegExp(`@?\\b${escape(call.name)}(?=[<(])`, 'g');
    if (name && mapped && !mapped.isGuess) return near(mapped, name) ?? mapped;
    const position = decorated && locateFunction(decorated);
    if (name && position) return above(position, name) ?? position;
    return position ?? mapped;
  };
}

function escape(name: string): string {
  return name.replace(/\W/g, '\\$&');
}

type RecordedCall = Parameters<typeof readCall>[0];

const calls = new WeakMap<RecordedCall, Position | undefined>();

/** V8 formats a stack only once. */
function readCallOnce(recorded: RecordedCall): Position | undefined {
  if (!calls.has(recorded)) calls.set(recorded, readCall(recorded));
  return calls.get(recorded);
}
