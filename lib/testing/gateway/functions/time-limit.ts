import type { TestedRoute } from '../integration-document.js';

/** Milliseconds: what API Gateway waits for an integration that does not say. */
const USUAL = 29_000;

export function timeLimit({ integration }: TestedRoute): number {
  return integration.timeoutInMillis ?? USUAL;
}
