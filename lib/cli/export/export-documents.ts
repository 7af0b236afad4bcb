import { BACK_ENDS } from '../../backends/index.js';
import { compile } from '../../compile.js';
import { countDiagnostics, formatDiagnostics } from '../../diagnostics/format-diagnostics.js';
import type { ApigenArguments } from './apigen-arguments.js';
import { STDOUT } from '../files/stdout.js';
import type { Streams } from '../process/streams.js';
import type { ApigenModule, ApigenOptions } from '../process/apigen-options.js';
import { checkFiles } from '../files/check-files.js';
import { checkPlaceholders } from './check-placeholders.js';
import { listLimits } from '../report/list-limits.js';
import { listRoutes } from '../report/list-routes.js';
import { listSilenced } from '../report/list-silenced.js';
import { readModule } from '../process/read-module.js';
import { listAsked } from '../files/outputs.js';
import { renderFiles, type OutputFile } from '../files/render-files.js';
import { count } from '../report/count.js';
import { writeFiles } from '../files/write-files.js';

/** What `apigen` does, from the module to the files. The answer is the exit code: 0, or 1 for faults and stale files. */
export async function exportDocuments(
  module: ApigenModule,
  options: ApigenOptions,
  given: ApigenArguments,
  { writeOut, writeErr }: Streams,
): Promise<0 | 1> {
  const { source, options: gateway } = await readModule(module, options, given, writeErr);
  const compiled = compile(source, gateway, BACK_ENDS);
  const { model, outputs } = compiled;
  const asked = listAsked(compiled, given);
  const beside = asked.filter(({ hasDeployValues }) => hasDeployValues).map(({ content }) => content);
  const diagnostics = [
    ...compiled.diagnostics,
    ...checkPlaceholders(outputs['rest-api'], model, given, beside),
  ];
  const { check, format, list, strict } = given;

  const dataOnStdout = list || asked.some(({ target }) => target === STDOUT);
  const writeDiagnostics = format === 'text' || dataOnStdout ? writeErr : writeOut;
  writeDiagnostics(formatDiagnostics(diagnostics, format));
  const { silenced, limits } = compiled;
  if (list) {
    const tables = [
      listRoutes(model),
      listLimits(limits),
      ...(silenced.length > 0 ? [listSilenced(silenced)] : []),
    ];
    writeOut(tables.join('\n'));
  } else if (silenced.length > 0) {
    writeErr(`apigen: ${count(silenced.length, 'diagnostic')} kept silent (--list shows them)\n`);
  }

  const failed = diagnostics.some(({ severity }) => severity === 'error' || strict);
  if (failed) {
    if (asked.length > 0 && !check) writeErr('apigen: nothing was written\n');
    return 1;
  }
  if (asked.length === 0) {
    if (list) return 0;
    const faults = countDiagnostics(diagnostics) || 'no faults';
    const routes = count(model.routes.length, 'route');
    writeErr(`apigen: ${routes}, ${faults}; name a file with --out-private or --out-public to write it\n`);
    return 0;
  }
  const files = await renderFiles(asked, given);
  return check ? reportStale(files, writeErr) : write(files, { writeOut, writeErr });
}

function write(files: readonly OutputFile[], { writeOut, writeErr }: Streams): 0 {
  const written = new Map(
    writeFiles(files.filter(({ target }) => target !== STDOUT)).map(({ target, changed }) => [
      target,
      changed,
    ]),
  );
  for (const { target, text, content } of files) {
    if (target === STDOUT) writeOut(text);
    const name = target === STDOUT ? 'stdout' : target;
    writeErr(`${name}: ${content}, ${written.get(target) === false ? 'unchanged' : 'written'}\n`);
  }
  return 0;
}

function reportStale(files: readonly OutputFile[], writeErr: Streams['writeErr']): 0 | 1 {
  const checked = checkFiles(files);
  for (const { target, difference } of checked) {
    writeErr(
      difference === undefined
        ? `${target}: up to date\n`
        : `${target}: stale, ${difference.replace(/\n/g, '\n  ')}\n`,
    );
  }
  return checked.some(({ difference }) => difference !== undefined) ? 1 : 0;
}
