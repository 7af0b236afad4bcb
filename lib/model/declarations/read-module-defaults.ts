import type { AwsGatewayIntegration, AwsGatewayOptions } from '../../aws-gateway.options.js';
import type { Concern, DecoratorOf } from '../../decorators/decorator-metadata.js';
import { isObject } from '../../openapi/openapi.js';
import { STAGE_OPTIONS, VALIDATION } from '../../options/option-shapes.js';
import type { ShapeOf } from '../../options/option-shape.js';
import type { Given } from './given.js';
import type { ModuleDefaults } from './pick-declaration.js';

/** What messages call the module. */
export const MODULE_OWNER = '`forRoot`';

export const INTEGRATION_DECORATORS: Readonly<
  Record<AwsGatewayIntegration['kind'], DecoratorOf<'integration'>>
> = {
  lambda: 'AwsLambda',
  http: 'AwsHttp',
  mock: 'AwsMock',
  integration: 'AwsIntegration',
};

export function isIntegrationKind(kind: unknown): kind is AwsGatewayIntegration['kind'] {
  return typeof kind === 'string' && Object.hasOwn(INTEGRATION_DECORATORS, kind);
}

/** JavaScript may pass any value as options. The check reports it. */
export function readable(options: AwsGatewayOptions): AwsGatewayOptions {
  return isObject(options) ? options : {};
}

/** The default of each concern as a declaration of its decorator; absent if the options have no default or an invalid one. */
const DEFAULTS: {
  readonly [C in Concern]: (
    options: AwsGatewayOptions,
  ) => (Given & { readonly decorator: DecoratorOf<C> }) | undefined;
} = {
  integration: ({ integration }) => {
    if (integration === undefined || !isIntegrationKind(integration?.kind)) return undefined;
    const { kind, ...rest } = integration;
    return {
      decorator: INTEGRATION_DECORATORS[kind],
      owner: '`forRoot({ integration })`',
      args: [rest],
    };
  },
  authorizer: ({ authorizer, scopes }) =>
    authorizer === undefined
      ? undefined
      : {
          decorator: 'AwsAuthorizer',
          owner: '`forRoot({ authorizer })`',
          args: [authorizer, scopes === undefined ? {} : { scopes }],
        },
  apiKey: ({ apiKey }) =>
    typeof apiKey === 'boolean' ? { decorator: 'AwsApiKey', args: [apiKey] } : undefined,
  cors: ({ cors }) =>
    cors === undefined ? undefined : { decorator: 'AwsCors', owner: '`forRoot({ cors })`', args: [cors] },
  validation: ({ validation }) => ifValid('AwsValidation', VALIDATION, validation),
  throttle: ({ throttle }) => ifValid('AwsThrottle', STAGE_OPTIONS.throttle, throttle),
  cache: ({ cache }) => ifValid('AwsCache', STAGE_OPTIONS.cache, cache),
  logging: ({ logging }) => ifValid('AwsLogging', STAGE_OPTIONS.logging, logging),
  // The module excludes no route, and its `ignore` is a list.
  exclude: () => undefined,
  ignore: () => undefined,
};

function ifValid<Decorator extends DecoratorOf<Concern>>(
  decorator: Decorator,
  shape: Pick<ShapeOf<unknown>, 'accepts'>,
  value: unknown,
): (Given & { readonly decorator: Decorator }) | undefined {
  return value !== undefined && shape.accepts(value) ? { decorator, args: [value] } : undefined;
}

/** The module's defaults, for routes whose handler and class declare nothing. */
export function readModuleDefaults(options: AwsGatewayOptions): ModuleDefaults {
  const defaults = Object.entries(DEFAULTS).flatMap(([concern, read]) => {
    const given = read(readable(options));
    return given ? [[concern, given]] : [];
  });
  return Object.fromEntries(defaults) as ModuleDefaults;
}
