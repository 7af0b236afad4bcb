import { defined } from '../../values/defined.js';
import type { Risk } from '../../diff/change-kinds.js';
import { parseVars } from '../export/parse-vars.js';
import { STDOUT } from '../files/stdout.js';
import { CannotRun } from '../process/cannot-run.js';
import { readGateway, type GatewayArguments } from '../command/choose-gateway.js';
import { CHOICES } from '../command/choices.js';
import { choose } from '../command/choose.js';
import type { RawArguments } from '../command/raw-arguments.js';
import { readInfo } from '../command/read-info.js';
import { refuseOtherOptions } from '../command/refuse-other-options.js';
import type { ReadSettings } from '../application/read-module.js';
import type { ChangeFormat } from './format-changes.js';

/** The options of its own. */
export interface RawDiffArguments {
  readonly base?: string;
  readonly failOn?: string;
}

/** The documents that are compared, by the option that names the file of each. */
export interface DiffTargets {
  readonly outPrivate?: string;
  readonly outPublic?: string;
  readonly outTerraform?: string;
}

export interface DiffArguments extends DiffTargets, ReadSettings, GatewayArguments {
  /** Absent: the files themselves. */
  readonly base?: string;
  readonly failOn: readonly Risk[];
  readonly format: ChangeFormat;
  readonly vars: ReadonlyMap<string, string>;
}

/** The options of `apigen` that `diff` accepts: those that decide what the documents say. */
export const DIFF_OPTIONS = [
  'title',
  'description',
  'version',
  'outPublic',
  'outPrivate',
  'outTerraform',
  'gateway',
  'inlineIntegrations',
  'dialect',
  'var',
  'format',
  'preview',
  'stackTrace',
] as const satisfies readonly (keyof RawArguments)[];

/**
 * Reads the options of `apigen diff`.
 *
 * @throws CannotRun for invalid values and for options about files to write
 */
export function readDiffArguments({ base, failOn }: RawDiffArguments, raw: RawArguments): DiffArguments {
  refuseOtherOptions('diff', raw, DIFF_OPTIONS);
  const { outPrivate, outPublic, outTerraform } = raw;
  for (const [option, target] of Object.entries({
    '--out-private': outPrivate,
    '--out-public': outPublic,
    '--out-terraform': outTerraform,
  })) {
    if (target === '' || target === STDOUT) {
      throw new CannotRun(
        `error: option '${option}' names the file to compare with: '${target}' is not a file`,
      );
    }
  }
  if (outPrivate !== undefined && outTerraform !== undefined) {
    throw new CannotRun(
      "error: options '--out-private' and '--out-terraform' both name the private document: set one of them",
    );
  }
  if (base?.trim() === '') throw new CannotRun("error: option '--base <file|git-ref>' argument is empty");
  if (
    base === undefined &&
    outPrivate === undefined &&
    outPublic === undefined &&
    outTerraform === undefined
  ) {
    throw new CannotRun(
      'there is nothing to compare with: set `--base <file>`, or the file of the document with `--out-private <file>` and a commit or branch with `--base <git-ref>`',
    );
  }
  const info = readInfo(raw);
  const format = choose('--format <format>', CHOICES.diff.format, raw.format ?? 'text', 'diff');
  return {
    info,
    ...defined({ base, outPrivate, outPublic, outTerraform }),
    ...readGateway(raw),
    failOn: readRisks(failOn),
    format,
    preview: raw.preview ?? true,
    vars: parseVars(raw.var ?? []),
  };
}

function readRisks(text: string | undefined): readonly Risk[] {
  if (text === undefined) return [];
  const names = text.split(',').map((name) => name.trim());
  return names.map((name) => choose('--fail-on <risks>', CHOICES.diff.failOn, name));
}
