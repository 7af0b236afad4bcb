import type { TestedRoute } from '../integration-document.js';

/** What guards a route, as the document says it. */
export type Guard =
  | LambdaGuard
  | {
      readonly kind: 'cognito';
      readonly name: string;
      readonly source: string;
      readonly poolArns: readonly string[];
      readonly validation?: string;
      readonly scopes: readonly string[];
    }
  | {
      readonly kind: 'jwt';
      readonly name: string;
      readonly source: string;
      readonly issuer?: string;
      readonly audience: readonly string[];
      readonly scopes: readonly string[];
    }
  | { readonly kind: 'iam'; readonly name: string };

export interface LambdaGuard {
  readonly kind: 'token' | 'request';
  readonly name: string;
  /** Invocation URI of the function. */
  readonly uri: string;
  /** Where the caller's identity is read, such as `method.request.header.Authorization`. */
  readonly sources: readonly string[];
  /** Seconds. */
  readonly ttl: number;
  /** What a token must match before the function is called. */
  readonly validation?: string;
  /** `2.0` only of an HTTP API. Absent: a REST API. */
  readonly payloadFormat?: '1.0' | '2.0';
  readonly simpleResponses: boolean;
}

export interface Requirements {
  readonly guard?: Guard;
  readonly needsApiKey: boolean;
}

interface Scheme {
  readonly name?: string;
  readonly in?: string;
  readonly openIdConnectUrl?: string;
  readonly 'x-amazon-apigateway-authtype'?: string;
  readonly 'x-amazon-apigateway-authorizer'?: Readonly<Record<string, unknown>>;
}

type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** By operation: a request asks for them each time. */
const known = new WeakMap<object, Requirements>();

/** The authorizer and the API key that a route asks for. Several entries of `security` are all required, as at import. */
export function listRequirements({
  operation,
  document,
}: Pick<TestedRoute, 'operation' | 'document'>): Requirements {
  const found = known.get(operation);
  if (found) return found;
  const security = (operation['security'] ?? document['security'] ?? []) as Security;
  const schemes = (
    document.components as { readonly securitySchemes?: Readonly<Record<string, Scheme>> } | undefined
  )?.securitySchemes;
  const guards: Guard[] = [];
  let needsApiKey = false;
  for (const [name, scopes] of security.flatMap((entry) => Object.entries(entry))) {
    const scheme = schemes?.[name];
    const guard = scheme && readGuard(name, scheme, scopes);
    if (guard) guards.push(guard);
    else if (scheme) needsApiKey = true;
  }
  const auth = operation['x-amazon-apigateway-auth'] as { readonly type?: string } | undefined;
  if (auth?.type?.toUpperCase() === 'AWS_IAM') guards.push({ kind: 'iam', name: 'iam' });
  const [guard] = guards;
  const requirements = { ...(guard ? { guard } : {}), needsApiKey };
  known.set(operation, requirements);
  return requirements;
}

/** Seconds. */
const USUAL_TTL = 300;

function readGuard(name: string, scheme: Scheme, scopes: readonly string[]): Guard | undefined {
  const authorizer = scheme['x-amazon-apigateway-authorizer'];
  if (!authorizer) {
    return scheme['x-amazon-apigateway-authtype']?.toLowerCase() === 'awssigv4'
      ? { kind: 'iam', name }
      : undefined;
  }
  const header = `method.request.header.${scheme.name ?? 'Authorization'}`;
  const text = (field: string): string | undefined => {
    const value = authorizer[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const validation = text('identityValidationExpression');
  const validated = validation === undefined ? {} : { validation };
  const type = text('type')?.toLowerCase();
  switch (type) {
    case 'cognito_user_pools':
      return {
        kind: 'cognito',
        name,
        source: header,
        poolArns: (authorizer['providerARNs'] ?? []) as readonly string[],
        ...validated,
        scopes,
      };
    case 'jwt': {
      const { issuer, audience = [] } = (authorizer['jwtConfiguration'] ?? {}) as {
        readonly issuer?: string;
        readonly audience?: readonly string[];
      };
      const url = issuer ?? scheme.openIdConnectUrl?.replace(/\/\.well-known\/openid-configuration$/, '');
      const source = readSources(authorizer['identitySource'])[0] ?? '$request.header.Authorization';
      return { kind: 'jwt', name, source, ...(url === undefined ? {} : { issuer: url }), audience, scopes };
    }
    default: {
      const isToken = type === 'token';
      const format = text('authorizerPayloadFormatVersion') as '1.0' | '2.0' | undefined;
      return {
        kind: isToken ? 'token' : 'request',
        name,
        uri: text('authorizerUri') ?? '',
        sources: isToken ? [text('identitySource') ?? header] : readSources(authorizer['identitySource']),
        ttl: Number(authorizer['authorizerResultTtlInSeconds'] ?? USUAL_TTL),
        ...validated,
        ...(format === undefined ? {} : { payloadFormat: format }),
        simpleResponses: authorizer['enableSimpleResponses'] === true,
      };
    }
  }
}

/** A list, or names in one text. */
function readSources(given: unknown): readonly string[] {
  const list = Array.isArray(given)
    ? (given as readonly string[])
    : typeof given === 'string'
      ? given.split(',')
      : [];
  return list.map((source) => source.trim()).filter((source) => source !== '');
}
