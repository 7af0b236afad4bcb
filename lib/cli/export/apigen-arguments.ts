import { defined } from '../../values/defined.js';
import type { DiagnosticFormat } from '../../diagnostics/format-diagnostics.js';
import { CannotRun } from '../process/cannot-run.js';
import { readGateway, type GatewayArguments } from '../command/choose-gateway.js';
import { CHOICES } from '../command/choices.js';
import { choose } from '../command/choose.js';
import type { RawArguments } from '../command/raw-arguments.js';
import { readInfo } from '../command/read-info.js';
import type { ReadSettings } from '../application/read-module.js';
import { parseVars } from './parse-vars.js';
import type { PageFormat } from './format-list.js';
import type { OutputTargets } from '../files/outputs.js';
import type { Template, WriteSettings } from '../files/render-files.js';
import { isSameFile } from '../files/same-file.js';
import { STDOUT } from '../files/stdout.js';

export interface ApigenArguments
  extends OutputTargets, Omit<WriteSettings, 'template'>, ReadSettings, GatewayArguments {
  /** Absent: that of the gateway. */
  readonly template?: Template;
  readonly check: boolean;
  /** Overwrite files of any content. */
  readonly force: boolean;
  readonly strict: boolean;
  /** Run again after each change. */
  readonly watch: boolean;
  readonly format: DiagnosticFormat;
  /** The list is a page. */
  readonly page?: PageFormat;
  /** It also names resources, placeholders and source files. */
  readonly private?: true;
  readonly list: boolean;
  /** Print every diagnostic in full. */
  readonly verbose: boolean;
}

/**
 * Reads the command's options.
 *
 * @throws CannotRun for invalid values and for options that contradict each other
 */
export function readArguments(raw: RawArguments): ApigenArguments {
  const {
    outPublic,
    outPrivate,
    outIam,
    outPlaceholders,
    outTerraform,
    check = false,
    list = false,
    watch = false,
  } = raw;
  const outputs = {
    '--out-public': outPublic,
    '--out-private': outPrivate,
    '--out-iam': outIam,
    '--out-placeholders': outPlaceholders,
    '--out-terraform': outTerraform,
  };
  if (outTerraform === STDOUT) {
    throw new CannotRun("error: option '--out-terraform <dir>' writes several files: set a directory");
  }
  for (const [option, target] of Object.entries(outputs)) {
    if (target?.trim() === '') {
      const what = option === '--out-terraform' ? 'dir' : 'file';
      throw new CannotRun(
        `error: option '${option} <${what}>' argument is empty: set a ${what === 'dir' ? 'directory' : 'file'}`,
      );
    }
    if (target === STDOUT && check) {
      throw new CannotRun(`error: option '--check' compares files: set a file in '${option}'`);
    }
    if (target === STDOUT && watch) {
      throw new CannotRun(`error: option '--watch' writes a file again and again: set a file in '${option}'`);
    }
    if (target === STDOUT && list) {
      throw new CannotRun(`error: options '--list' and '${option} -' would both write to stdout`);
    }
  }
  const info = readInfo(raw);
  refuseSameFile(Object.entries(outputs));
  return {
    info,
    ...defined({ outPublic, outPrivate, outIam, outPlaceholders, outTerraform }),
    ...readGateway(raw),
    check,
    force: raw.force ?? false,
    strict: raw.strict ?? false,
    watch,
    ...readFormat(raw, list),
    preview: raw.preview ?? true,
    list,
    verbose: raw.verbose ?? false,
    ...(raw.template === undefined
      ? {}
      : { template: choose('--template <kind>', CHOICES.apigen.template, raw.template) }),
    vars: parseVars(raw.var ?? []),
  };
}

function refuseSameFile(outputs: readonly (readonly [option: string, target: string | undefined])[]): void {
  for (const [index, [option, target]] of outputs.entries()) {
    for (const [other, otherTarget] of outputs.slice(index + 1)) {
      if (target === undefined || otherTarget === undefined || !isSameFile(target, otherTarget)) continue;
      throw new CannotRun(
        target === STDOUT
          ? `error: options '${option} -' and '${other} -' would both write to stdout`
          : `error: options '${option} ${target}' and '${other} ${otherTarget}' name the same file`,
      );
    }
  }
}

/** Only the list is a page. Everything else is then text. */
function readFormat(
  { format: given = 'text', private: isPrivate = false }: RawArguments,
  list: boolean,
): Pick<ApigenArguments, 'format' | 'page' | 'private'> {
  const format = choose('--format <format>', CHOICES.apigen.format, given);
  const isPage = format === 'html' || format === 'markdown';
  if (isPage && !list) {
    throw new CannotRun(`error: option '--format ${format}' is a page of the routes: add --list`);
  }
  if (isPrivate && !isPage) {
    throw new CannotRun("error: option '--private' is for pages: add --list and --format html or markdown");
  }
  return isPage ? { format: 'text', page: format, ...(isPrivate ? { private: true } : {}) } : { format };
}
