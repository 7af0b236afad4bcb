import { isOfHttpApi, type TestedRoute } from '../integration-document.js';

/** Milliseconds: what API Gateway waits for an integration that does not say; a REST API, and an HTTP API. */
const USUAL = 29_000;
const USUAL_OF_HTTP = 30_000;

export function timeLimit(route: TestedRoute): number {
  const usual = isOfHttpApi(route) ? USUAL_OF_HTTP : USUAL;
  return route.integration.timeoutInMillis ?? usual;
}
