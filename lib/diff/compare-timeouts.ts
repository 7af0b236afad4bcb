import type { JsonObject } from '../openapi/openapi.js';
import type { Found } from './change.js';
import type { ComparedGateway } from './compared-gateway.js';

/** How long API Gateway waits where the integration does not say it, in milliseconds. */
const DEFAULTS: Readonly<Record<ComparedGateway, number>> = { 'rest-api': 29_000, 'http-api': 30_000 };

/** How long the gateway waits for an answer. The default written out is the default. */
export function compareTimeouts(
  base: JsonObject,
  now: JsonObject,
  gateway: ComparedGateway,
): readonly Found[] {
  return compareTimeout(read(base, gateway), read(now, gateway));
}

/** @param was milliseconds */
export function compareTimeout(was: number, is: number): readonly Found[] {
  if (was === is) return [];
  const message = `the timeout changed from ${was} ms to ${is} ms`;
  return is < was
    ? [{ kind: 'timeout-lowered', message: `${message}: slower answers become a 504` }]
    : [{ kind: 'timeout-raised', message }];
}

function read({ timeoutInMillis }: JsonObject, gateway: ComparedGateway): number {
  return typeof timeoutInMillis === 'number' ? timeoutInMillis : DEFAULTS[gateway];
}
