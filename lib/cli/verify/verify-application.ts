import { locateDiagnostics } from '../places/locate-diagnostics.js';
import { formatFromRepository } from '../places/format-from-repository.js';
import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import { readChosen } from '../command/read-chosen.js';
import type { Streams } from '../process/streams.js';
import { count } from '../report/count.js';
import { compareAll } from './compare/compare-all.js';
import { connect } from './emulator/connect.js';
import { recognizeEmulator } from './emulator/recognize.js';
import { prepare } from './prepare.js';
import { readHttpApi } from './http-api/read-http-api.js';
import { readRestApi } from './rest-api/read-rest-api.js';
import { deploy } from './terraform/deploy.js';
import type { VerifyArguments } from './verify-arguments.js';

const READERS = { 'rest-api': readRestApi, 'http-api': readHttpApi };

/**
 * Runs `apigen verify`: deploys the generated module to an emulator, compares what the emulator then has with the
 * application, and removes it. Returns the exit code: 0, or 1 for differences.
 *
 * @throws CannotRun if nothing can be deployed
 */
export async function verifyApplication(
  module: ApigenModule,
  options: ApigenOptions,
  given: VerifyArguments,
  { writeOut, writeErr }: Streams,
): Promise<0 | 1> {
  const { endpoint, pluginDir, format, verbose } = given;
  const emulator = await recognizeEmulator(endpoint);
  const { source, chosen } = await readChosen(module, options, given, writeErr);
  const prepared = await prepare(source, chosen, { ...given, emulator }, writeErr);
  const { gateway, region, routes } = prepared;
  const connection = connect(endpoint, region);
  const where = `${endpoint} (${emulator.name})`;
  writeErr(`apigen: deploying ${count(routes, 'route')} to ${where}\n`);
  const { result, secondPlan } = await deploy(
    { endpoint, ...(pluginDir === undefined ? {} : { pluginDir }), files: prepared.files, writeErr },
    async (applied) => ({ applied, actual: await READERS[gateway](connection, applied.id, applied.stage) }),
  );
  const { applied, actual } = result;
  const expected = prepared.describe(applied);
  const found = await locateDiagnostics(
    compareAll({ ...expected, actual, secondPlan, emulator, gateway }),
    source,
    chosen,
  );
  const write = format === 'text' ? writeErr : writeOut;
  await write(formatFromRepository(found, format, { verbose }));
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const parts = count(expected.expected.length, 'part');
  writeErr(
    errors === 0
      ? `apigen: ${where} has all ${parts} of the API as the application describes them\n`
      : `apigen: ${where}: ${count(errors, 'difference')} in ${parts} of the API\n`,
  );
  return errors > 0 ? 1 : 0;
}
