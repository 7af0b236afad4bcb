import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isOfAws, type ApiGatewayId } from '../../model/api-gateways.js';
import { gatewayOf } from '../../model/settings/gateway-of.js';
import { createHttpGateway } from '../../testing/gateway/http-api/create-http-gateway.js';
import { deployDocument } from '../../testing/gateway/integration-document.js';
import { createLocalGateway, type LocalGateway } from '../../testing/gateway/local/create-local-gateway.js';
import { listPlaceholders, writeTree } from '../../values/deploy-tree.js';
import { compileFilled } from '../export/compile-filled.js';
import { failsRun } from '../export/summarize.js';
import { locateDiagnostics } from '../places/locate-diagnostics.js';
import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import { CannotRun } from '../process/cannot-run.js';
import { chooseGateway } from '../command/choose-gateway.js';
import { openModule } from '../application/read-module.js';
import { findAppTargets } from './app/find-app-targets.js';
import { startApplication } from './app/start-application.js';
import { createPorts } from './create-ports.js';
import { nameRoutes, type NamedRoute } from './name-routes.js';
import { listDifferences } from './report/list-differences.js';
import { listUnserved } from './report/list-unserved.js';
import { listNeeded, requireValues } from './require-values.js';
import type { ServeArguments } from './serve-arguments.js';

/** What runs a document, and the stage without `--stage`. A kind of API that is missing here does not compile. */
const ENGINES: Readonly<
  Record<ApiGatewayId, { readonly create: typeof createLocalGateway; readonly stage: string }>
> = {
  'rest-api': { create: createLocalGateway, stage: 'local' },
  'http-api': { create: createHttpGateway, stage: '$default' },
};

/** An application that is ready to be served, or why it is not. */
export interface LoadedGateway {
  /** Sorted, with their places in the source. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent: the application has errors. */
  readonly serving?: ServingGateway;
}

export interface ServingGateway {
  readonly gateway: LocalGateway;
  /** The routes of the application, by `METHOD /path`. */
  readonly names: ReadonlyMap<string, NamedRoute>;
  /** What it cannot do as AWS does, one line for each. */
  readonly notices: readonly string[];
  /** Bytes from which answers are compressed. Absent: never. */
  readonly compressFrom: number | undefined;
  readonly isHttpApi: boolean;
  close(): Promise<void>;
}

/** Compiles the application, starts it where it is wanted, and puts the gateway before it. */
export async function loadGateway(
  module: ApigenModule,
  options: ApigenOptions,
  given: ServeArguments,
  writeErr: (text: string) => void,
): Promise<LoadedGateway> {
  // The application that is to answer is the one that is read.
  const preview = given.preview && !given.app;
  const opened = await openModule(module, options, { info: {}, preview }, writeErr);
  const { app, source } = opened;
  let keepsApp = false;
  try {
    const chosen = chooseGateway(
      opened.options,
      given.gateway === undefined ? {} : { gateway: given.gateway },
    );
    const id = gatewayOf(chosen);
    if (!isOfAws(id)) {
      throw new CannotRun(
        `'serve' runs REST APIs and HTTP APIs, but this run is for the gateway '${id}': add '--gateway rest-api', which serves the same routes as a REST API`,
      );
    }
    const compiled = compileFilled(source, chosen, given.vars);
    const diagnostics = await locateDiagnostics(compiled.diagnostics, source, chosen);
    if (diagnostics.some(failsRun)) return { diagnostics };
    const document = deployDocument(writeTree(compiled.gatewayOutput.document), {});
    const url = given.app ? await startApplication(app, writeErr) : undefined;
    keepsApp = url !== undefined;
    const unfilled = listPlaceholders(compiled.gatewayOutput.document);
    const { ports, ...functions } = await createPorts(
      options.serve ?? {},
      given,
      url === undefined ? undefined : { url, ...findAppTargets(compiled.model) },
    );
    const { stage, stageVariables } = given;
    const engine = ENGINES[id];
    const size = document['x-amazon-apigateway-minimum-compression-size'];
    return {
      diagnostics,
      serving: {
        gateway: engine.create(
          document,
          {
            stage: stage ?? engine.stage,
            prefix: stage === undefined ? '' : `/${stage}`,
            stageVariables,
            apiId: 'local',
            accountId: '123456789012',
          },
          { ...ports, callService: requireValues(ports.callService, unfilled) },
        ),
        names: nameRoutes(compiled.model),
        notices: [
          ...listUnserved(compiled.model, functions, given),
          ...listNeeded(document, unfilled).map(
            (name) => `no value for \`${name}\`: set --var ${name}=VALUE`,
          ),
          ...listDifferences(document, given),
        ],
        isHttpApi: id === 'http-api',
        compressFrom: typeof size === 'number' ? size : undefined,
        close: async () => {
          if (keepsApp) await app.close();
        },
      },
    };
  } finally {
    if (!keepsApp) await app.close();
  }
}
