import { compileGateway } from '../../compile-gateway.js';
import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import { chooseGateway } from '../command/choose-gateway.js';
import type { ExplainArguments } from './explain-arguments.js';
import { explainRoute } from './explain-route.js';
import type { Streams } from '../process/streams.js';
import { findRoutes } from './find-routes.js';
import { formatExplanation } from './format-explanation.js';
import { locateDiagnostics } from '../places/locate-diagnostics.js';
import { readModule } from '../application/read-module.js';

/**
 * Runs `apigen explain`: prints the settings of the requested routes. Their errors are part of the output and do not
 * change the exit code.
 *
 * @throws CannotRun if no route matches
 */
export async function explainApplication(
  module: ApigenModule,
  options: ApigenOptions,
  query: string,
  { format, preview, ...chosen }: ExplainArguments,
  { writeOut, writeErr, out }: Streams,
): Promise<void> {
  const { source, options: gateway } = await readModule(module, options, { info: {}, preview }, writeErr);
  const compiled = compileGateway(source, chooseGateway(gateway, chosen), true);
  const located = {
    ...compiled,
    diagnostics: await locateDiagnostics(compiled.diagnostics, source, gateway),
    silenced: await locateDiagnostics(compiled.silenced, source, gateway),
  };
  const explanations = findRoutes(compiled.model, query).map((found) => explainRoute(found, located));
  await writeOut(
    format === 'json'
      ? `${JSON.stringify(explanations, null, 2)}\n`
      : explanations.map((one) => formatExplanation(one, out)).join('\n'),
  );
}
