import type { FunctionSettings, LocalFunction } from './local-function.js';

/** A function as an integration names it. */
export interface FunctionReference {
  /** What stands between `functions/` and `/invocations`: an ARN, or a placeholder that nothing has filled. */
  readonly arn: string;
  /** The name to show, without account and version. */
  readonly name: string;
}

/** The function of an invocation URI, or of a bare ARN, as an HTTP API takes it; undefined for any other URI. */
export function readFunctionUri(uri: string): FunctionReference | undefined {
  const [, inside] = /\/functions\/(.+?)\/(?:response-streaming-)?invocations$/.exec(uri) ?? [];
  const arn =
    inside ?? (/^(?:arn:[^:]*:lambda:[^:]*:[^:]*:function:|\$\{\w+\}$)/.test(uri) ? uri : undefined);
  return arn === undefined ? undefined : { arn, name: nameFunction(arn) };
}

function nameFunction(arn: string): string {
  return /:function:([^:]+)/.exec(arn)?.[1] ?? /^\$\{(\w+)\}$/.exec(arn)?.[1] ?? arn;
}

/** What runs for the function here: by its ARN, by its ARN without version, or by its name. */
export function findFunction(
  { arn, name }: FunctionReference,
  { functions = {} }: FunctionSettings,
): LocalFunction | string | undefined {
  const unqualified = /^(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+)/.exec(arn)?.[1] ?? arn;
  return [arn, unqualified, name].flatMap((key) =>
    Object.hasOwn(functions, key) ? [functions[key]!] : [],
  )[0];
}
