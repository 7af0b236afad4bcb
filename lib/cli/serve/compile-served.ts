import { compileFilled, type CompiledFilled } from '../export/compile-filled.js';
import { locateDiagnostics } from '../places/locate-diagnostics.js';
import type { ApigenModule, ApigenOptions } from '../process/apigen-options.js';
import { chooseGateway } from '../process/choose-gateway.js';
import { readModule } from '../process/read-module.js';
import { writeTree } from '../../values/deploy-tree.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ServeArguments } from './serve-arguments.js';

/** An application as it is served. */
export interface Served {
  readonly compiled: CompiledFilled;
  /** The private document, with its placeholders as they are written. */
  readonly document: object;
  /** With their places in the source. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and compiles the application. */
export async function compileServed(
  module: ApigenModule,
  options: ApigenOptions,
  { gateway, preview, vars }: Pick<ServeArguments, 'gateway' | 'preview' | 'vars'>,
  writeErr: (text: string) => void,
): Promise<Served> {
  const read = await readModule(module, options, { info: {}, preview }, writeErr);
  const chosen = chooseGateway(read.options, gateway === undefined ? {} : { gateway });
  const compiled = compileFilled(read.source, chosen, vars);
  return {
    compiled,
    document: writeTree(compiled.gatewayOutput.document) as object,
    diagnostics: await locateDiagnostics(compiled.diagnostics, read.source, chosen),
  };
}
