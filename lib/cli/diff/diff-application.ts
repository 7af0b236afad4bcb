import { formatDiagnostics } from '../../diagnostics/format-diagnostics.js';
import { RISKS } from '../../diff/change-kinds.js';
import { compileFilled } from '../export/compile-filled.js';
import { locateDiagnostics } from '../places/locate-diagnostics.js';
import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import { CannotRun } from '../process/cannot-run.js';
import { refuseOtherGateway } from '../command/choose-gateway.js';
import { readChosen } from '../command/read-chosen.js';
import type { Streams } from '../process/streams.js';
import { count } from '../report/count.js';
import { compareWithBases } from './compare-with-bases.js';
import type { DiffArguments } from './diff-arguments.js';
import { formatChanges } from './format-changes.js';
import { listBases } from './list-bases.js';
import { readDocument } from './read-document.js';
import { placeChanges, type PlacedChange } from './place-changes.js';

/**
 * Runs `apigen diff`: prints what changed since the base, and writes no files. Returns the exit code: 0, or 1 for a change
 * of a risk in `--fail-on`.
 *
 * @throws CannotRun if there is nothing to compare
 */
export async function diffApplication(
  module: ApigenModule,
  options: ApigenOptions,
  given: DiffArguments,
  { writeOut, writeErr, out, err }: Streams,
): Promise<0 | 1> {
  const bases = listBases(given);
  const { source, chosen } = await readChosen(module, options, given, writeErr);
  refuseOtherGateway(chosen, given);
  const compiled = compileFilled(source, chosen, given.vars);
  const { gateway } = compiled;
  // Before the errors of the application, which may come from an option that the base does not fit.
  const read = await Promise.all(
    bases.map(async (one) => {
      const role = one.role === 'public' ? 'public' : 'private';
      return { ...one, document: await readDocument(one.file, role, gateway) };
    }),
  );
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    writeErr(
      formatDiagnostics(await locateDiagnostics(errors, source, chosen), 'text', {
        verbose: false,
        paint: err.paint,
      }),
    );
    throw new CannotRun(
      `the application has ${count(errors.length, 'error')}, so there is no document to compare`,
    );
  }
  const found = await compareWithBases(read, compiled, { gateway, vars: given.vars });
  const changes = await placeChanges(found, compiled, source, chosen);
  const { format, failOn } = given;
  const base = given.base ?? bases.map(({ file }) => file.name).join(' and ');
  await writeOut(formatChanges(changes, format, { base, failOn, paint: out.paint }));
  writeErr(`${summarize(changes, base)}\n`);
  return changes.some(({ risk }) => failOn.includes(risk)) ? 1 : 0;
}

/** `apigen: 3 changes since main: 1 security, 2 cosmetic` */
function summarize(changes: readonly PlacedChange[], base: string): string {
  if (changes.length === 0) return `apigen: no changes since ${base}`;
  const counts = RISKS.map((risk) => ({ risk, found: changes.filter((one) => one.risk === risk).length }));
  const list = counts.filter(({ found }) => found > 0).map(({ risk, found }) => `${found} ${risk}`);
  return `apigen: ${count(changes.length, 'change')} since ${base}: ${list.join(', ')}`;
}
