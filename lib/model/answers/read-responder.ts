import type { Integration, RawIntegration } from '../integrations/integration.js';
import type { Responder, Route } from '../routes/route.js';
import { viewRawIntegration } from '../integrations/view-raw-integration.js';

/** A kind that is missing here does not compile. */
const RESPONDERS: {
  readonly [Kind in Integration['kind']]: (integration: Extract<Integration, { kind: Kind }>) => Responder;
} = {
  lambda: ({ mode }) => ({ kind: 'function', proxied: mode === 'proxy' }),
  http: () => ({ kind: 'backend', proxied: true }),
  mock: () => ({ kind: 'gateway', proxied: false }),
  raw: readRaw,
  dynamodb: ofService,
  s3: ofService,
  sns: ofService,
  sqs: ofService,
  'step-functions': ofService,
  eventbridge: ofService,
  kinesis: ofService,
  service: ofService,
};

/** Who answers a route with this integration. */
export function readResponder(integration: Integration, origin: Route['origins']['integration']): Responder {
  const read = RESPONDERS[integration.kind] as (given: Integration) => Responder;
  const responder = read(integration);
  // The backend that gets the route under its own path is the application.
  const isApplication =
    origin.level === 'module' || (integration.kind === 'http' && integration.baseUrl !== undefined);
  return responder.proxied && isApplication ? { ...responder, kind: 'application' } : responder;
}

function ofService(): Responder {
  return { kind: 'service', proxied: false };
}

/** What only deployment tells is taken for a function. */
function readRaw(integration: RawIntegration): Responder {
  const { type, target, proxied } = viewRawIntegration(integration);
  if (type === 'mock') return { kind: 'gateway', proxied };
  if (!type.startsWith('aws')) return { kind: 'backend', proxied };
  return { kind: target ?? 'function', proxied };
}
