import type { AwsGatewayOptions } from '../aws-gateway.options.js';
import type { AwsValidationMode } from '../decorators/aws-validation.decorator.js';
import type { Concern, Declaration } from '../decorators/decorator-metadata.js';
import type { AppSource, SourceRoute } from './app-source.js';
import type {
  Authorizer,
  AuthorizerUse,
  Cors,
  ExcludedRoute,
  FaultPlace,
  GatewayModel,
  GatewayPath,
  Integration,
  OptionFault,
  Origin,
  PathParameter,
  Route,
} from './gateway-model.js';
import { isObject } from '../openapi/openapi.js';
import { isService } from '../services/service-integrations.js';
import { checkOptions, show } from '../options/option-shape.js';
import { AUTHORIZER_USE, EXCLUDE, VALIDATION } from '../options/option-shapes.js';
import { resolveAuthorizer } from './resolve-authorizer.js';
import { listIgnores } from './list-ignores.js';
import { resolveCors } from './resolve-cors.js';
import { resolveIntegration, type IntegrationOf } from './resolve-integration.js';
import { MODULE_OWNER, moduleDeclarations, resolveSettings } from './resolve-settings.js';

/** Builds the model. Reports nothing: what does not resolve stays in the model as a fault. */
export function buildGatewayModel(source: AppSource, options: AwsGatewayOptions): GatewayModel {
  const faults: OptionFault[] = [];
  const { settings, faults: settingsFaults } = resolveSettings(options);
  faults.push(...settingsFaults);
  if ((source.gatewayModules ?? 1) > 1) {
    faults.push({
      code: 'conflicting-options',
      at: {},
      message: `${MODULE_OWNER} is imported ${source.gatewayModules} times, and only the options of the first count`,
      fix: 'Import it once, into the root module.',
    });
  }
  const authorizers: Authorizer[] = [];
  const defaults = moduleDeclarations(options);

  /** Reads a declaration once, however many routes it reaches. */
  const once = <T>(
    resolve: (declaration: Declaration, at: FaultPlace) => { value?: T; faults: readonly OptionFault[] },
  ) => {
    const known = new Map<Declaration, T | undefined>();
    return (declaration: Declaration, at: FaultPlace): T | undefined => {
      if (!known.has(declaration)) {
        const resolved = resolve(declaration, at);
        faults.push(...resolved.faults);
        known.set(declaration, resolved.value);
      }
      return known.get(declaration);
    };
  };

  const readIntegration = once<IntegrationOf>((declaration, at) => {
    const { integration, faults: found } = resolveIntegration(declaration, at);
    return { ...(integration ? { value: integration } : {}), faults: found };
  });
  const readCors = once<Cors>((declaration, at) => {
    const { cors, faults: found } = resolveCors(declaration.args[0], owner(declaration), at);
    return { ...(cors ? { value: cors } : {}), faults: found };
  });
  const readAuthorizer = once<AuthorizerUse>(({ decorator, args: [given, use = {}] }, at) => {
    const { authorizer, faults: found } = resolveAuthorizer(given, owner({ decorator }), at);
    const useFaults = checkOptions(owner({ decorator }), use, AUTHORIZER_USE, at);
    if (!authorizer || useFaults.length > 0) return { faults: [...found, ...useFaults] };
    const scopes = (isObject(use) ? (use['scopes'] as readonly string[] | undefined) : undefined) ?? [];
    if (scopes.length > 0 && authorizer.kind !== 'cognito') {
      const conflict: OptionFault = {
        code: 'conflicting-options',
        at,
        message: `${owner({ decorator })} was given the scopes ${show(scopes)} for an authorizer that knows none`,
        fix: 'Remove `scopes`: only a `CognitoAuthorizer` checks them.',
      };
      return { faults: [conflict] };
    }
    const text = JSON.stringify(authorizer);
    const index = authorizers.findIndex((known) => JSON.stringify(known) === text);
    if (index < 0) authorizers.push(authorizer);
    return { value: { index: index < 0 ? authorizers.length - 1 : index, scopes }, faults: [] };
  });
  const readChecked = once<unknown>(({ decorator, args: [given] }, at) => {
    const found = checkArgument(decorator, given, at);
    return found.length > 0 ? { faults: found } : { value: given, faults: [] };
  });

  const seenConflicts = new Set<string>();
  const pick = (route: SourceRoute, concern: Concern): Picked => {
    const { handler, class: ofClass, base } = route.declarations[concern];
    const [declarations, at, level]: [readonly Declaration[], FaultPlace, Origin['level']] =
      handler.length > 0
        ? [handler, { controller: route.controller, handler: route.handler }, 'handler']
        : ofClass.length > 0
          ? [ofClass, { controller: route.controller }, 'class']
          : [defaults[concern] ?? [], {}, 'module'];
    const key = declarations.length > 1 && `${concern} ${at.controller} ${at.handler}`;
    if (key && !seenConflicts.has(key)) {
      seenConflicts.add(key);
      faults.push({
        code: 'conflicting-options',
        at,
        message: `${declarations.map(owner).join(' and ')} stand side by side, and only one of them can count`,
        fix: 'Keep one of them.',
      });
    }
    const declaration = declarations[0];
    if (!declaration) return { at, origin: { level: 'default' } };
    const inherited = level === 'class' && base !== undefined ? { base } : {};
    return { declaration, at, origin: { level, decorator: declaration.decorator, ...inherited } };
  };

  const { ignores, ignoresOf, faults: ignoreFaults } = listIgnores(source.routes, options);
  faults.push(...ignoreFaults);
  const routes: Route[] = [];
  const excluded: ExcludedRoute[] = [];
  for (const [order, sourceRoute] of source.routes.entries()) {
    const place = {
      controller: sourceRoute.controller,
      handler: sourceRoute.handler,
      method: sourceRoute.method === 'all' ? 'any' : sourceRoute.method,
      path: sourceRoute.path,
    };
    const value = <T>(
      concern: Concern,
      read: (declaration: Declaration, at: FaultPlace) => T | undefined,
    ) => {
      const { declaration, at, origin } = pick(sourceRoute, concern);
      return { declaration, origin, value: declaration && read(declaration, at) };
    };

    const exclude = value('exclude', readChecked);
    if (exclude.declaration) {
      const keepInPublic = isObject(exclude.value) && exclude.value['keepInPublic'] === true;
      excluded.push({
        ...place,
        operations: sourceRoute.operations,
        keepInPublic,
        origin: exclude.origin,
      });
      continue;
    }
    const integration = value('integration', readIntegration);
    const guard = value('authorizer', (declaration, at) =>
      declaration.decorator === 'AwsPublic' ? undefined : readAuthorizer(declaration, at),
    );
    const cors = value('cors', readCors);
    const apiKey = value('apiKey', readChecked);
    const validation = value('validation', readChecked);
    const resolved = integration.value?.(place);
    const operation = sourceRoute.operations[0];
    routes.push({
      ...place,
      pathParameters: readPathParameters(place.path),
      ...(operation ? { operation } : {}),
      operations: sourceRoute.operations,
      ...(resolved ? { integration: resolved } : {}),
      hasIntegration: integration.declaration !== undefined,
      ...(guard.value ? { authorizer: guard.value } : {}),
      public: guard.declaration?.decorator === 'AwsPublic',
      apiKey: apiKey.value === true,
      ...(cors.value ? { cors: cors.value } : {}),
      validation: (validation.value as AwsValidationMode | undefined) ?? defaultValidation(resolved),
      origins: {
        integration: integration.origin,
        authorizer: guard.origin,
        apiKey: apiKey.origin,
        cors: cors.origin,
        validation: validation.origin,
      },
      guards: sourceRoute.guards ?? [],
      ignores: ignoresOf(sourceRoute),
      order,
    });
  }

  const { served, displaced } = serveEachOnce(routes);
  return {
    document: source.document,
    ...(source.hidden ? { hidden: source.hidden } : {}),
    settings,
    routes: served,
    excluded,
    paths: buildPaths(served),
    authorizers,
    strays: source.strays,
    faults,
    displaced,
    ignores,
    answersCors: source.answersCors === true,
    routing: source.routing ?? 'order',
  };
}

interface Picked {
  readonly declaration?: Declaration;
  readonly at: FaultPlace;
  readonly origin: Origin;
}

/** A body that does not fit must not reach a service; a function or a backend checks its own. */
function defaultValidation(integration: Integration | undefined): AwsValidationMode {
  return integration && isService(integration) ? 'all' : 'none';
}

function owner({ decorator }: Pick<Declaration, 'decorator'>): string {
  return decorator.startsWith(MODULE_OWNER) ? decorator : `@${decorator}`;
}

function checkArgument(decorator: string, given: unknown, at: FaultPlace): readonly OptionFault[] {
  if (decorator === 'AwsExclude') return checkOptions('@AwsExclude', given, EXCLUDE, at);
  const shape =
    decorator === 'AwsValidation'
      ? VALIDATION
      : { expected: '`true`, `false` or nothing', accepts: (value: unknown) => typeof value === 'boolean' };
  return shape.accepts(given)
    ? []
    : [
        {
          code: 'invalid-option',
          at,
          message: `${owner({ decorator })} was given ${show(given)}`,
          fix: `Give it ${shape.expected}.`,
        },
      ];
}

function readPathParameters(path: string): readonly PathParameter[] {
  return [...path.matchAll(/\{([^{}]*?)(\+?)\}/g)].map((match) => ({
    name: match[1]!,
    greedy: match[2] === '+',
  }));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** API Gateway knows a route by verb and path alone; the first that Nest registers is the one that answers there. */
function serveEachOnce(
  routes: readonly Route[],
): Pick<GatewayModel, 'displaced'> & { served: readonly Route[] } {
  const served = new Map<string, Route>();
  const displaced: { route: Route; by: Route }[] = [];
  for (const route of routes) {
    const key = `${route.method} ${route.path}`;
    const by = served.get(key);
    if (by) displaced.push({ route, by });
    else served.set(key, route);
  }
  return {
    served: [...served.values()].toSorted((a, b) => byText(a.path, b.path) || byText(a.method, b.method)),
    displaced,
  };
}

function buildPaths(routes: readonly Route[]): readonly GatewayPath[] {
  const paths = new Map<string, Route[]>();
  for (const route of routes) {
    const known = paths.get(route.path);
    if (known) known.push(route);
    else paths.set(route.path, [route]);
  }
  return [...paths].map(([path, ofPath]) => {
    // A handler of the user's own for OPTIONS answers preflights itself, and has no say in the policy.
    const cors = ofPath.find((route) => route.method !== 'options')?.cors;
    return { path, pathParameters: ofPath[0]!.pathParameters, ...(cors ? { cors } : {}), routes: ofPath };
  });
}
