import { CHOICES } from '../command/choices.js';
import { choose } from '../command/choose.js';
import type { RawArguments } from '../command/raw-arguments.js';
import { refuseOtherOptions } from '../command/refuse-other-options.js';
import { readGateway, type GatewayArguments } from '../command/choose-gateway.js';

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
  refuseOtherOptions('explain', raw, EXPLAIN_OPTIONS);
  const format = choose('--format <format>', CHOICES.explain.format, raw.format ?? 'text', 'explain');
  return { format, preview: raw.preview ?? true, ...readGateway(raw) };
}
