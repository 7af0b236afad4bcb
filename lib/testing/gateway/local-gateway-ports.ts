import type { ServiceRequest } from './exchange-types.js';
import type { Explain } from './explained-step.js';
import type { GatewayView } from './gateway-view.js';
import type { TestedRoute } from './integration-document.js';
import { NotServed } from './not-served.js';

export type { ExplainedStep } from './explained-step.js';

/** A request that has found its route, on its way through the gateway. */
export interface GatewayCall {
  readonly route: TestedRoute;
  /** The request as mappings and templates see it: parameters, `$context`, stage variables. */
  readonly view: GatewayView;
  /** The path as the caller sent it, percent-encoded, without the stage and without the query. */
  readonly rawPath: string;
  /** The query as the caller sent it, without `?`; empty without one. */
  readonly rawQuery: string;
  /** Every header line as the caller sent it, in order. */
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  /** The body as it arrived; empty without one. */
  readonly body: Uint8Array;
  /** Aborts when the caller goes away or the time limit of the integration is over. */
  readonly signal: AbortSignal;
  /** Tells `--explain` and the page of the gateway what a step did. */
  readonly explain: Explain;
}

/** What an authorizer, IAM and the API key let through. */
export interface Authorization {
  /** `$context.authorizer`; absent without an authorizer. */
  readonly authorizer?: Readonly<Record<string, unknown>>;
  /** More of `$context.identity`, such as `apiKey`, `userArn`. */
  readonly identity?: Readonly<Record<string, unknown>>;
}

/**
 * Decides for the whole request: authorizer, IAM, API key and usage plan, in the order of API Gateway.
 *
 * @throws GatewayFault for a refusal, such as `UNAUTHORIZED`, `ACCESS_DENIED`, `INVALID_API_KEY`, `THROTTLED`
 * @throws NotServed for what the local gateway cannot decide
 */
export type Authorize = (call: GatewayCall) => Promise<Authorization>;

/** The answer of a backend or of a function, in bytes. */
export interface RawAnswer {
  readonly status: number;
  /** Every header line, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** An iterable where the answer is streamed. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

/**
 * Answers a route of type `aws_proxy` that names a function: makes the event (of the integration's payload format),
 * invokes the function and reads what it returns.
 *
 * @throws GatewayFault where API Gateway returns 502, 504 or 500 by itself
 * @throws NotServed without a local function
 */
export type InvokeFunction = (call: GatewayCall) => Promise<RawAnswer>;

/** A request to the service behind a route, with its body in bytes (`request.body` is the same as text). */
export interface ServiceCall {
  readonly request: ServiceRequest;
  readonly body: Uint8Array;
}

/**
 * Sends the mapped request of a route of type `aws`, `http` or `http_proxy`, and of an HTTP API's service integrations. A
 * function behind type `aws` is a service too: its answer has the status 200, and an error is a body with `errorMessage`.
 *
 * @throws GatewayFault such as `INTEGRATION_FAILURE`, `INTEGRATION_TIMEOUT`
 * @throws NotServed without an endpoint to send it to
 */
export type CallService = (call: GatewayCall, sent: ServiceCall) => Promise<RawAnswer>;

/** What a local gateway needs of the world around it. */
export interface LocalGatewayPorts {
  readonly authorize: Authorize;
  readonly invokeFunction: InvokeFunction;
  readonly callService: CallService;
}

/** Serves nothing that needs more than the document: routes with an authorizer, a function or a service return 501. */
export const NO_PORTS: LocalGatewayPorts = {
  authorize: async ({ route }) => {
    const security = route.operation['security'];
    if (!Array.isArray(security) || security.length === 0) return {};
    throw new NotServed(`${route.method} ${route.path} has an authorizer, and none runs here`);
  },
  invokeFunction: async ({ route }) => {
    throw new NotServed(`no local function for ${route.integration.uri ?? 'the route'}`);
  },
  callService: async (_, { request }) => {
    throw new NotServed(`no endpoint for ${request.service ?? request.uri}`, { request });
  },
};
