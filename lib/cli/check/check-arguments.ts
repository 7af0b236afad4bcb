import { defined } from '../../values/defined.js';
import type { DiagnosticFormat } from '../../diagnostics/format-diagnostics.js';
import { CannotRun } from '../process/cannot-run.js';
import { readGateway, type GatewayArguments } from '../command/choose-gateway.js';
import { CHOICES } from '../command/choices.js';
import { choose } from '../command/choose.js';
import type { RawArguments } from '../command/raw-arguments.js';
import { readInfo } from '../command/read-info.js';
import { refuseOtherOptions } from '../command/refuse-other-options.js';
import type { ReadSettings } from '../application/read-module.js';

/** The options of its own. */
export interface RawCheckArguments {
  readonly terraform?: string;
}

export interface CheckArguments extends ReadSettings, Pick<GatewayArguments, 'gateway'> {
  /** The directory of the configuration. */
  readonly terraform: string;
  readonly outPrivate?: string;
  readonly outIam?: string;
  readonly strict: boolean;
  readonly verbose: boolean;
  readonly format: DiagnosticFormat;
}

/** The options of `apigen` that `check` accepts. */
export const CHECK_OPTIONS = [
  'title',
  'description',
  'version',
  'outPrivate',
  'outIam',
  'gateway',
  'strict',
  'format',
  'verbose',
  'preview',
  'stackTrace',
] as const satisfies readonly (keyof RawArguments)[];

/**
 * Reads the options of `apigen check`.
 *
 * @throws CannotRun for options that it does not have, and without a directory
 */
export function readCheckArguments({ terraform }: RawCheckArguments, raw: RawArguments): CheckArguments {
  refuseOtherOptions('check', raw, CHECK_OPTIONS);
  if (terraform === undefined || terraform === '') {
    throw new CannotRun(
      "error: 'check' needs the directory of a Terraform configuration: add '--terraform <dir>'",
    );
  }
  const { outPrivate, outIam } = raw;
  const info = readInfo(raw);
  const format = choose('--format <format>', CHOICES.check.format, raw.format ?? 'text');
  return {
    terraform,
    info,
    ...defined({ outPrivate, outIam }),
    ...readGateway(raw),
    strict: raw.strict ?? false,
    verbose: raw.verbose ?? false,
    preview: raw.preview ?? true,
    format,
  };
}
