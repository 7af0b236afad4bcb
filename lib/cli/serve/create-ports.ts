import { readFileSync } from 'node:fs';
import { createAuthorizer } from '../../testing/gateway/authorizers/create-authorizer.js';
import type { TokenSettings } from '../../testing/gateway/authorizers/find-keys.js';
import { createFunctionInvoker } from '../../testing/gateway/functions/create-function-invoker.js';
import type { FunctionSettings } from '../../testing/gateway/functions/local-function.js';
import type { LocalGatewayPorts } from '../../testing/gateway/local-gateway-ports.js';
import { createServiceCaller } from '../../testing/gateway/services/create-service-caller.js';
import type { ServiceSettings } from '../../testing/gateway/services/service-endpoint.js';
import { CannotRun } from '../process/cannot-run.js';
import type { ServeOptions } from '../application/serve-options.js';
import { createAppFunction } from './app/create-app-function.js';
import type { AppTargets } from './app/find-app-targets.js';
import { loadFunctions } from './load-functions.js';
import type { ServeArguments } from './serve-arguments.js';

/** The started application, and where it is deployed. */
export interface ServedApp extends AppTargets {
  readonly url: string;
}

/** The ports, and the functions behind them. */
export interface NamedPorts extends FunctionSettings {
  readonly ports: LocalGatewayPorts;
}

/** What the gateway needs of the world: functions, services, backends, keys and callers, as the user has named them. */
export async function createPorts(
  options: ServeOptions,
  given: ServeArguments,
  app: ServedApp | undefined,
): Promise<NamedPorts> {
  const functions = nameFilled(
    {
      ...(app && mapNames(app.functions, () => createAppFunction(app.url))),
      ...options.functions,
      ...(given.functions === undefined ? {} : await loadFunctions(given.functions)),
    },
    given.vars,
  );
  const backends = {
    ...(app && mapNames(app.backends, () => app.url)),
    ...options.backends,
    ...given.backends,
  };
  return {
    functions,
    ports: {
      authorize: createAuthorizer({ functions, ...authorizerSettings(options, given) }),
      invokeFunction: createFunctionInvoker({ functions }),
      callService: createServiceCaller({ functions, backends, ...serviceSettings(given) }),
    },
  };
}

/** A function that goes by the name of a placeholder is found by the value of it, too. */
function nameFilled<Value>(
  named: Readonly<Record<string, Value>>,
  vars: ReadonlyMap<string, string>,
): Readonly<Record<string, Value>> {
  const filled = Object.entries(named).flatMap(([name, value]) => {
    const arn = vars.get(name);
    return arn === undefined ? [] : [[arn, value] as const];
  });
  return { ...Object.fromEntries(filled), ...named };
}

function mapNames<Value>(names: readonly string[], make: () => Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(names.map((name) => [name, make()]));
}

function authorizerSettings(
  options: ServeOptions,
  { apiKeys, jwks, principal, trustUnsigned }: ServeArguments,
): Omit<Parameters<typeof createAuthorizer>[0], 'functions'> {
  const keys = [...(options.apiKeys ?? []), ...apiKeys];
  const signedWith = jwks === undefined ? options.jwks : readJwks(jwks);
  return {
    ...(keys.length > 0 ? { apiKeys: keys } : {}),
    ...(signedWith === undefined ? {} : { jwks: signedWith }),
    ...(principal === undefined ? {} : { iam: { principal: { userArn: principal } } }),
    ...(principal === undefined && options.iam ? { iam: options.iam } : {}),
    trustUnsigned,
  };
}

function readJwks(jwks: string): NonNullable<TokenSettings['jwks']> {
  if (/^https?:\/\//.test(jwks)) return jwks;
  try {
    return JSON.parse(readFileSync(jwks, 'utf8')) as NonNullable<TokenSettings['jwks']>;
  } catch (error) {
    throw new CannotRun(`cannot read the keys of --jwks ${jwks}`, { cause: error });
  }
}

function serviceSettings({ endpoints, aws }: ServeArguments): ServiceSettings {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  const credentials =
    aws && AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY
      ? {
          accessKeyId: AWS_ACCESS_KEY_ID,
          secretAccessKey: AWS_SECRET_ACCESS_KEY,
          ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
        }
      : undefined;
  return {
    ...(Object.keys(endpoints).length > 0 ? { endpoint: endpoints } : {}),
    aws,
    ...(credentials ? { credentials } : {}),
  };
}
