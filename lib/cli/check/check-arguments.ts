import type { DiagnosticFormat } from '../../diagnostics/format-diagnostics.js';
import { CannotRun } from '../process/cannot-run.js';
import { readGateway, type GatewayArguments } from '../process/choose-gateway.js';
import type { RawArguments } from '../process/raw-arguments.js';
import type { ReadSettings } from '../process/read-module.js';

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

const FORMATS: readonly DiagnosticFormat[] = ['text', 'json', 'github'];

/**
 * Reads the options of `apigen check`.
 *
 * @throws CannotRun for options that it does not have, and without a directory
 */
export function readCheckArguments(
  { terraform }: { readonly terraform?: string },
  raw: RawArguments,
): CheckArguments {
  const taken: readonly string[] = CHECK_OPTIONS;
  const [other] = Object.keys(raw).filter((name) => !taken.includes(name));
  if (other !== undefined) {
    const flag = other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new CannotRun(`error: option '--${flag}' has no effect on 'check', which writes no files`);
  }
  if (terraform === undefined || terraform === '') {
    throw new CannotRun(
      "error: 'check' needs the directory of a Terraform configuration: add '--terraform <dir>'",
    );
  }
  const { title, description, version, outPrivate, outIam, format = 'text' } = raw;
  if (version === true) throw new CannotRun("error: option '--version <text>' argument missing");
  const chosen = FORMATS.find((one) => one === format);
  if (!chosen) {
    throw new CannotRun(
      `error: option '--format <format>' argument '${format}' is invalid. Allowed choices are ${FORMATS.join(', ')}.`,
    );
  }
  return {
    terraform,
    info: {
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(version === undefined ? {} : { version }),
    },
    ...(outPrivate === undefined ? {} : { outPrivate }),
    ...(outIam === undefined ? {} : { outIam }),
    ...readGateway(raw),
    strict: raw.strict ?? false,
    verbose: raw.verbose ?? false,
    preview: raw.preview ?? true,
    format: chosen,
  };
}
