import type { PrivateDocument } from '../integration-document.js';
import type { GatewayRequest } from '../local/gateway-request.js';
import type { RawAnswer } from '../local-gateway-ports.js';

interface CorsConfiguration {
  readonly allowOrigins?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly allowCredentials?: boolean;
  readonly maxAge?: number;
}

/** The CORS settings of an HTTP API, and what it does with them by itself. */
export interface HttpCors {
  isPreflight(request: GatewayRequest): boolean;
  answerPreflight(request: GatewayRequest): RawAnswer;
  /** The answer with the headers of the API instead of those of the backend. */
  addHeaders(request: GatewayRequest, answer: RawAnswer): RawAnswer;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export function readHttpCors(document: PrivateDocument): HttpCors | undefined {
  const cors = document['x-amazon-apigateway-cors'] as CorsConfiguration | undefined;
  if (!cors) return undefined;
  const { exposeHeaders = [] } = cors;
  return {
    isPreflight: (request) =>
      request.method === 'OPTIONS' &&
      find(request, 'origin') !== undefined &&
      find(request, 'access-control-request-method') !== undefined,
    answerPreflight: (request) => ({
      status: 204,
      headers: [...allowOrigin(cors, find(request, 'origin')), ...allowRest(cors, find(request, 'origin'))],
      body: new Uint8Array(),
    }),
    addHeaders: (request, answer) => {
      const origin = find(request, 'origin');
      const kept = answer.headers.filter(([name]) => !name.toLowerCase().startsWith('access-control-'));
      const own = allowOrigin(cors, origin);
      const exposed = own.length > 0 ? listHeader('access-control-expose-headers', exposeHeaders) : [];
      return { ...answer, headers: [...kept, ...own, ...exposed] };
    },
  };
}

type Lines = RawAnswer['headers'];

/** Nothing for an origin that is not allowed. */
function allowOrigin(
  { allowOrigins = [], allowCredentials }: CorsConfiguration,
  origin: string | undefined,
): Lines {
  const allowed = origin === undefined ? undefined : allowOrigins.find((one) => fits(one, origin));
  if (allowed === undefined) return [];
  return [
    ['access-control-allow-origin', allowed === '*' && !allowCredentials ? '*' : origin!],
    ...(allowCredentials ? [['access-control-allow-credentials', 'true'] as const] : []),
  ];
}

/** `*`, `https://*`, or an origin. */
function fits(allowed: string, origin: string): boolean {
  return allowed === origin || (allowed.endsWith('*') && origin.startsWith(allowed.slice(0, -1)));
}

function allowRest(cors: CorsConfiguration, origin: string | undefined): Lines {
  if (allowOrigin(cors, origin).length === 0) return [];
  const { allowMethods = [], allowHeaders = [], maxAge } = cors;
  return [
    ...listHeader('access-control-allow-methods', allowMethods),
    ...listHeader('access-control-allow-headers', allowHeaders),
    ...(maxAge === undefined ? [] : [['access-control-max-age', String(maxAge)] as const]),
  ];
}

function listHeader(name: string, values: readonly string[]): Lines {
  return values.length === 0 ? [] : [[name, values.join(',')]];
}

function find({ rawHeaders }: GatewayRequest, name: string): string | undefined {
  return rawHeaders.find(([written]) => written.toLowerCase() === name)?.[1];
}
