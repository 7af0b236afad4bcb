import { promoteWarnings } from '../../diagnostics/promote-warnings.js';
import { listPlaceholders } from '../../model/list-placeholders.js';
import { listPlaceholders as namesIn } from '../../values/deploy-tree.js';
import { checkFiles } from '../files/check-files.js';
import { listAsked } from '../files/outputs.js';
import { refuseForeignFiles, refuseForeignFolders } from '../files/refuse-foreign-files.js';
import { renderFiles, type OutputFile } from '../files/render-files.js';
import { STDOUT } from '../files/stdout.js';
import { writeInFolders } from '../files/write-in-folders.js';
import { locateDiagnostics } from '../places/locate-diagnostics.js';
import { formatFromRepository } from '../places/format-from-repository.js';
import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import { deferSignals } from '../process/defer-signals.js';
import type { Streams } from '../process/streams.js';
import { count } from '../report/count.js';
import type { ApigenArguments } from './apigen-arguments.js';
import { refuseOtherGateway } from '../command/choose-gateway.js';
import { readChosen } from '../command/read-chosen.js';
import { checkPlaceholders } from './check-placeholders.js';
import { chooseTemplate } from './choose-template.js';
import { checkStale } from './check-stale.js';
import { compileFilled } from './compile-filled.js';
import { formatList } from './format-list.js';
import { failsRun, summarize } from './summarize.js';

/** Runs `apigen`, from the module to the files. Returns the exit code: 0, or 1 for errors and stale files. */
export async function exportDocuments(
  module: ApigenModule,
  options: ApigenOptions,
  given: ApigenArguments,
  streams: Streams,
): Promise<0 | 1> {
  const { writeOut, writeErr, out, err } = streams;
  const { source, chosen: gateway } = await readChosen(module, options, given, writeErr);
  streams.step(`compiles ${count(source.routes.length, 'route')}`);
  refuseOtherGateway(gateway, given);
  const writing = { ...given, template: chooseTemplate(gateway, given.template) };
  const hasStage = given.outTerraform !== undefined || given.outPrivate === undefined;
  const compiled = compileFilled(source, gateway, given.vars, hasStage);
  const asked = listAsked(compiled, given);
  const treesOf = (files: typeof asked) =>
    files.filter(({ hasDeployValues }) => hasDeployValues).map(({ content }) => content);
  const faults = [
    ...(await locateDiagnostics(compiled.diagnostics, source, gateway)),
    ...checkPlaceholders(compiled.gatewayOutput, compiled.model, writing, treesOf(asked), () => [
      ...namesIn([compiled.unfilled.gatewayOutput.document, ...treesOf(listAsked(compiled.unfilled, given))]),
      ...listPlaceholders(compiled.unfilled.model).map(({ name }) => name),
    ]),
  ];
  // Warnings do not stop the check for stale files.
  const files = faults.some(failsRun) ? [] : await renderFiles(asked, writing);
  const checked = given.check ? checkFiles(files) : [];
  const diagnostics = [...(given.strict ? promoteWarnings(faults) : faults), ...checkStale(checked)];

  const { format, list, verbose } = given;
  const dataOnStdout = list || asked.some(({ target }) => target === STDOUT);
  const writeDiagnostics = format === 'text' || dataOnStdout ? writeErr : writeOut;
  await writeDiagnostics(formatFromRepository(diagnostics, format, { verbose, paint: err.paint }));
  const { silenced } = compiled;
  if (list) {
    const located = await locateDiagnostics(silenced, source, gateway);
    await writeOut(formatList({ ...compiled, diagnostics, silenced: located }, given, out));
  }
  if (!list && silenced.length > 0) {
    writeErr(
      `apigen: ${count(silenced.length, 'ignored diagnostic')} (--list shows ${silenced.length === 1 ? 'it' : 'them'})\n`,
    );
  }
  for (const { target, stale } of checked) if (!stale) writeErr(`${target}: up to date\n`);

  const failed = diagnostics.some(failsRun);
  if (!failed && !given.check && files.length > 0) await write(files, given.force, streams);
  else writeErr(summarize({ ...given, failed, asked: asked.length > 0 }, compiled.model, diagnostics));
  return failed ? 1 : 0;
}

async function write(
  files: readonly OutputFile[],
  force: boolean,
  { writeOut, writeErr }: Streams,
): Promise<void> {
  const targets = files.filter(({ target }) => target !== STDOUT);
  if (!force) {
    refuseForeignFiles(targets);
    refuseForeignFolders(targets);
  }
  const written = await deferSignals(() => writeInFolders(targets));
  for (const { target, text, content } of files) {
    if (target === STDOUT) await writeOut(text);
    const name = target === STDOUT ? 'stdout' : target;
    const unchanged = written.some((file) => file.target === target && !file.changed);
    writeErr(`${name}: ${content}, ${unchanged ? 'unchanged' : 'written'}\n`);
  }
}
