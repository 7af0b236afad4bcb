import type { DiagnosticFormat } from '../../diagnostics/format-diagnostics.js';
import { parseVars } from '../export/parse-vars.js';
import { CannotRun } from '../process/cannot-run.js';
import { readGateway, type GatewayArguments } from '../command/choose-gateway.js';
import { CHOICES } from '../command/choices.js';
import { choose } from '../command/choose.js';
import type { RawArguments } from '../command/raw-arguments.js';
import { readInfo } from '../command/read-info.js';
import type { ReadSettings } from '../application/read-module.js';
import { refuseOtherOptions } from '../command/refuse-other-options.js';

/** The options of its own. */
export interface RawVerifyArguments {
  readonly endpoint?: string;
  readonly pluginDir?: string;
  readonly allowRemote?: true;
}

export interface VerifyArguments extends ReadSettings, Pick<GatewayArguments, 'gateway'> {
  /** URL of the emulator, without a slash at the end. */
  readonly endpoint: string;
  /** Directory with the AWS provider. Absent: Terraform finds it as always. */
  readonly pluginDir?: string;
  readonly vars: ReadonlyMap<string, string>;
  readonly verbose: boolean;
  readonly format: DiagnosticFormat;
}

/** The options of `apigen` that `verify` accepts. */
export const VERIFY_OPTIONS = [
  'title',
  'description',
  'version',
  'gateway',
  'var',
  'format',
  'verbose',
  'preview',
  'stackTrace',
] as const satisfies readonly (keyof RawArguments)[];

const OPTION = '--endpoint <url>';

/**
 * Reads the options of `apigen verify`.
 *
 * @throws CannotRun for invalid values, and for an endpoint that is not on this machine
 */
export function readVerifyArguments(own: RawVerifyArguments, raw: RawArguments): VerifyArguments {
  refuseOtherOptions('verify', raw, VERIFY_OPTIONS);
  const { endpoint, pluginDir, allowRemote } = own;
  if (endpoint === undefined || endpoint === '') {
    throw new CannotRun(
      `error: 'verify' needs the URL of an emulator of AWS: start one, such as moto_server, and add '--endpoint http://127.0.0.1:5000'`,
    );
  }
  if (pluginDir?.trim() === '') throw new CannotRun("error: option '--plugin-dir <dir>' argument is empty");
  const info = readInfo(raw);
  const format = choose('--format <format>', CHOICES.verify.format, raw.format ?? 'text', 'verify');
  return {
    info,
    endpoint: readEndpoint(endpoint, allowRemote ?? false),
    ...(pluginDir === undefined ? {} : { pluginDir }),
    ...readGateway(raw),
    vars: parseVars(raw.var ?? []),
    verbose: raw.verbose ?? false,
    preview: raw.preview ?? true,
    format,
  };
}

/** Names and addresses of this machine. An address of AWS is never one of them. */
const LOCAL = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

function readEndpoint(text: string, allowRemote: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search + url.hash !== '') {
    throw refuse(text, 'is invalid: write it as http://127.0.0.1:5000');
  }
  if (url.username !== '' || url.password !== '') {
    throw refuse(url.origin, 'is invalid: it must not contain credentials');
  }
  if (/(?:^|\.)amazonaws\.com(?:\.cn)?$/.test(url.hostname)) {
    throw refuse(text, 'is AWS itself: name an emulator');
  }
  if (!allowRemote && !LOCAL.test(url.hostname)) {
    throw refuse(text, "is not on this machine: add '--allow-remote' if it is an emulator");
  }
  return url.origin;
}

function refuse(value: string, reason: string): CannotRun {
  return new CannotRun(`error: option '${OPTION}' argument '${value}' ${reason}`);
}
