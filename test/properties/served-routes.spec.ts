import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import { asJson, type Json } from '../support/json.js';
import { buildApplication } from './build-application.js';
import { compileApplication, fillPlaceholders } from './compile-application.js';

const ANY = 'x-amazon-apigateway-any-method';

describe('the routes that Express serves for any application', () => {
  it('stand in the private document, each once, unless they are excluded', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const document = fillPlaceholders(await compileApplication(spec));
        expect(exportedRoutes(document)).toEqual(await servedRoutes(withoutExcluded(spec)));
      }),
      { numRuns: 20 },
    ));
});

function exportedRoutes(document: Json): readonly string[] {
  return Object.entries(asJson(document['paths']))
    .flatMap(([path, item]) =>
      Object.entries(asJson(item))
        // A preflight is of no handler, and has no id. Where `@All()` hides a handler, its operation has no extension.
        .filter(([key, operation]) => key !== 'options' || 'operationId' in asJson(operation))
        // Neither is the catch-all of the module.
        .filter(([, operation]) => !String(asJson(operation)['operationId']).startsWith('AwsGatewayModule_'))
        .map(([key]) => `${key === ANY ? 'any' : key} ${path}`),
    )
    .toSorted();
}

/** Starts the application and reads what Express itself routes, in API Gateway's notation. */
async function servedRoutes(spec: ApplicationSpec): Promise<readonly string[]> {
  const handlers = spec.modules.flatMap(({ controllers }) => controllers).flatMap((one) => one.handlers);
  // Without a route of its own, what Express routes is Nest's 404.
  if (handlers.length === 0) return [];
  const { app } = await buildApplication(spec, { preview: false });
  try {
    await app.init();
    const { router } = app.getHttpAdapter().getInstance() as { router: { stack: readonly ExpressLayer[] } };
    const first = router.stack.findIndex(({ route }) => route);
    // What follows the routes answers 404, by Nest itself, on each path that is kept outside the global prefix.
    const end = router.stack.findIndex(({ route }, index) => index > first && !route);
    const routes = router.stack.slice(first < 0 ? end : first, end).flatMap(({ route }) => {
      if (!route) return [];
      const verbs = Object.keys(route.methods);
      const verb = verbs.includes('_all') || verbs.length > 8 ? 'any' : verbs[0]!;
      return gatewayPaths(route.path).map((path) => `${verb} ${path}`);
    });
    return [...new Set(routes)].toSorted();
  } finally {
    await app.close();
  }
}

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** `/a/:id` is `/a/{id}`, `/a/*rest` is `/a/{rest+}`, and `/a{/:id}` stands for both with and without. */
function gatewayPaths(path: string): readonly string[] {
  const [group] = /\{[^{}]*\}/.exec(path) ?? [];
  if (group) return [group.slice(1, -1), ''].flatMap((ending) => gatewayPaths(path.replace(group, ending)));
  const written = path.replace(/:(\w+)/g, '{$1}').replace(/\*(\w+)/g, '{$1+}');
  return [`/${written.split('/').filter(Boolean).join('/')}`];
}

function withoutExcluded(spec: ApplicationSpec): ApplicationSpec {
  return {
    ...spec,
    modules: spec.modules.map((module) => ({
      ...module,
      controllers: module.controllers.map((controller) => ({
        ...controller,
        handlers: controller.handlers.filter(({ decorations }) =>
          decorations.every(({ decorator }) => decorator !== 'AwsExclude'),
        ),
      })),
    })),
  };
}
