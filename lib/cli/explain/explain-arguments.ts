import type { RawArguments } from '../process/raw-arguments.js';
import { readGateway, type GatewayArguments } from '../process/choose-gateway.js';
import { CannotRun } from '../process/cannot-run.js';

export interface ExplainArguments extends Pick<GatewayArguments, 'gateway'> {
  readonly format: 'text' | 'json';
  readonly preview: boolean;
}

/** The options of `apigen` that `explain` accepts. */
export const EXPLAIN_OPTIONS = [
  'format',
  'gateway',
  'preview',
  'stackTrace',
] as const satisfies readonly (keyof RawArguments)[];

/**
 * Reads the options of `apigen explain`.
 *
 * @throws CannotRun for options about documents and files
 */
export function readExplainArguments(raw: RawArguments): ExplainArguments {
  const taken: readonly string[] = EXPLAIN_OPTIONS;
  const [other] = Object.keys(raw).filter((name) => !taken.includes(name));
  if (other !== undefined) {
    const flag = other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new CannotRun(`error: option '--${flag}' has no effect on 'explain', which writes no files`);
  }
  const { format = 'text', preview = true } = raw;
  if (format === 'text' || format === 'json') return { format, preview, ...readGateway(raw) };
  throw new CannotRun(
    `error: option '--format <format>' argument '${format}' is invalid. Allowed choices for 'explain' are text, json.`,
  );
}
