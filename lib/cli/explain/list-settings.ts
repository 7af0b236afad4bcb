import { isOfAws } from '../../model/api-gateways.js';
import type { ExcludedRoute, Route, RouteConcern } from '../../model/routes/route.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { GatewaySettings, StageSettings } from '../../model/settings/gateway-settings.js';
import { isService } from '../../services/service-integrations.js';
import { DEFAULT_TIMEOUTS } from '../../model/integrations/timeout-of.js';
import { credentialsOf } from '../../model/integrations/credentials-of.js';
import { formatDeployText } from '../../values/deploy-text.js';
import { formatDeployValue, isImportVariable } from '../../values/deploy-value.js';
import { listCorsSettings, type Preflight } from './list-cors-settings.js';
import { formatIntegration } from '../report/list-routes.js';
import { byDefault, fromOrigin, type Setting, type Source } from './setting.js';

/** Every setting of a route, with its origin. */
export function listSettings(
  route: Route,
  { authorizers, settings }: GatewayModel,
  preflight: Preflight | undefined,
): readonly Setting[] {
  const { integration, authorizer, cors, controller, origins } = route;
  const from = (concern: RouteConcern, reason = ''): Source =>
    fromOrigin(origins[concern], concern, controller, reason);
  const used = authorizer && authorizers[authorizer.index];
  // A concern that is missing here does not compile.
  const byConcern: Readonly<Record<RouteConcern, readonly Setting[]>> = {
    integration: [
      {
        name: 'integration',
        value: integration ? formatIntegration(integration) : null,
        ...noted(from('integration', 'none'), route.hasIntegration && !integration),
      },
    ],
    authorizer: [
      {
        name: 'authorizer',
        value: used ? formatDeployValue(used.name) : null,
        ...noted(from('authorizer', 'none, so the route is open'), !used && !route.public),
      },
      ...(authorizer
        ? [
            {
              name: 'scopes',
              value: authorizer.scopes,
              ...(authorizer.scopes.length > 0 ? from('authorizer') : byDefault('none')),
            },
          ]
        : []),
    ],
    apiKey: [{ name: 'apiKey', value: route.apiKey, ...from('apiKey', 'no key is required') }],
    cors: cors
      ? listCorsSettings(cors, from('cors'), preflight)
      : [{ name: 'cors', value: null, ...from('cors', 'none') }],
    validation: [
      {
        name: 'validation',
        value: route.validation,
        ...from(
          'validation',
          integration && isService(integration)
            ? 'invalid requests must not reach a service'
            : 'the backend validates requests',
        ),
      },
    ],
    ...listStageSettings(route, from),
  };
  return [
    ...Object.values(byConcern).flat(),
    ...listCallSettings(route, settings, from('integration')),
    ...(['region', 'partition', 'accountId'] as const).map((name): Setting => {
      const value = formatDeployValue(settings[name]);
      return settings[name]['@deploy'].some(isImportVariable)
        ? { name, value, ...byDefault('API Gateway fills it in on import') }
        : { name, value, ...fromOrigin({ level: 'module' }, name, controller, '') };
    }),
    { name: 'gateway', value: settings.gateway, ...byDefault('--gateway, or forRoot({ gateway })') },
    listPublic(route),
  ];
}

/** A declared setting without a value cannot be read. A diagnostic reports why. */
function noted(source: Source, isMissing: boolean): Source {
  return isMissing && source.origin.level !== 'default'
    ? { ...source, from: `${source.from}, whose options cannot be read` }
    : source;
}

/** The settings of the stage, which are not in the document. A route without a declaration has those of all routes. */
function listStageSettings(
  { stage: { throttle, cache, logging }, origins }: Route,
  from: (concern: RouteConcern) => Source,
): Readonly<Record<keyof StageSettings, readonly Setting[]>> {
  const declared = (concern: RouteConcern, values: Readonly<Record<string, Setting['value']>>) =>
    origins[concern].level === 'default'
      ? []
      : Object.entries(values).map(([name, value]): Setting => ({ name, value, ...from(concern) }));
  return {
    throttle: declared('throttle', {
      throttle: throttle ? `${throttle.rate} a second, ${throttle.burst} at once` : null,
    }),
    cache: declared('cache', {
      cache: cache ? `${cache.ttl} seconds` : null,
      'cache.keys': cache?.keys.map((key) => `${key.from}.${key.name}`) ?? null,
    }),
    logging: declared('logging', {
      logging: logging ? Object.entries(logging).map(([name, value]) => `${name} ${value}`) : null,
    }),
  };
}

/** How API Gateway calls the integration. */
function listCallSettings(
  { integration, controller, timeout }: Route,
  settings: GatewaySettings,
  from: Source,
): readonly Setting[] {
  if (!integration || integration.kind === 'mock') return [];
  const own = credentialsOf(integration);
  const ofModule = isService(integration) ? settings.credentials : undefined;
  const credentials: Omit<Setting, 'name'> =
    own !== undefined
      ? { value: formatDeployText(own), ...from }
      : ofModule
        ? {
            value: formatDeployValue(ofModule),
            ...fromOrigin({ level: 'module' }, 'credentials', controller, ''),
          }
        : {
            value: null,
            ...byDefault(
              integration.kind === 'lambda' ? 'the resource policy of the function allows the call' : 'none',
            ),
          };
  return [
    { name: 'credentials', ...credentials },
    timeout === undefined
      ? {
          name: 'timeout',
          value: DEFAULT_TIMEOUTS[settings.gateway],
          ...byDefault(
            isOfAws(settings.gateway)
              ? 'the limit of API Gateway, in milliseconds'
              : 'as API Gateway has it, in milliseconds',
          ),
        }
      : { name: 'timeout', value: timeout, ...from },
  ];
}

/** Whether the public document shows the route. */
export function listPublic({ operations }: Pick<Route | ExcludedRoute, 'operations'>): Setting {
  const source = operations[0]?.source;
  if (source === 'document')
    return { name: 'public', value: true, ...byDefault('NestJS documents the route') };
  return source === 'hidden'
    ? {
        name: 'public',
        value: false,
        origin: { level: 'swagger' },
        from: 'Swagger decorators or options hide the route',
      }
    : { name: 'public', value: false, ...byDefault('the document shows another route there') };
}
