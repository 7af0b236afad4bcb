import { relative, resolve } from 'node:path';
import { compileGateway } from '../../compile-gateway.js';
import { countDiagnostics } from '../../diagnostics/count-diagnostics.js';
import { promoteWarnings } from '../../diagnostics/promote-warnings.js';
import { isOfAws } from '../../model/api-gateways.js';
import { gatewayOf } from '../../model/settings/gateway-of.js';
import { formatFromRepository } from '../places/format-from-repository.js';
import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import { CannotRun } from '../process/cannot-run.js';
import { readChosen } from '../command/read-chosen.js';
import type { Streams } from '../process/streams.js';
import type { CheckArguments } from './check-arguments.js';
import { checkTerraform } from './check-terraform.js';
import { readApiFacts } from './documents/api-facts.js';
import { listKnownFiles } from './documents/list-known-files.js';
import { loadHclParser } from './hcl/parse-hcl.js';

/**
 * Runs `apigen check`: compares a Terraform configuration with the application. Returns the exit code: 0, or 1 for
 * errors.
 *
 * @throws CannotRun for a configuration that cannot be read
 */
export async function checkApplication(
  module: ApigenModule,
  options: ApigenOptions,
  given: CheckArguments,
  { writeOut, writeErr, err }: Streams,
): Promise<0 | 1> {
  const parser = await loadHclParser();
  const { source, chosen: gateway } = await readChosen(module, options, given, writeErr);
  const id = gatewayOf(gateway);
  if (!isOfAws(id)) {
    throw new CannotRun(
      `error: 'check' compares Terraform for API Gateway, but this run is for '${id}': add '--gateway rest-api' or '--gateway http-api'`,
    );
  }
  const compiled = compileGateway(source, gateway);
  const known = await listKnownFiles(compiled, source, gateway, given);
  const { diagnostics: found, files } = checkTerraform(
    given.terraform,
    known,
    readApiFacts(compiled),
    parser,
  );
  const diagnostics = given.strict ? promoteWarnings(found) : found;
  const { format, verbose, terraform } = given;
  const write = format === 'text' ? writeErr : writeOut;
  await write(formatFromRepository(diagnostics, format, { verbose, paint: err.paint }));
  if (diagnostics.length === 0) {
    const shown = relative(process.cwd(), resolve(terraform)) || '.';
    writeErr(`apigen: ${shown}: ${files}, ${countDiagnostics(diagnostics) || 'no diagnostics'}\n`);
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
