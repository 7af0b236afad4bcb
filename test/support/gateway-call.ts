import type { ExplainedStep, GatewayCall } from '../../lib/testing/gateway/local-gateway-ports.js';
import type { SampleRequest } from '../../lib/testing/index.js';
import { deployDocument, findRoute } from '../../lib/testing/gateway/integration-document.js';
import { viewRequest } from '../../lib/testing/gateway/gateway-view.js';
import type { Json } from './tested-route.js';

/** A request that has found its route, and what the steps said of it. */
export interface TestedCall extends GatewayCall {
  readonly steps: ExplainedStep[];
  abort(): void;
}

export interface CallOptions {
  readonly integration?: Json;
  readonly operation?: Json;
  readonly document?: Json;
  /** Such as `GET /things/{name}`. */
  readonly route?: string;
  readonly sample?: SampleRequest;
  readonly rawPath?: string;
  readonly rawQuery?: string;
  readonly body?: string | Uint8Array;
}

export function gatewayCall(options: CallOptions = {}): TestedCall {
  const { route = 'POST /things/{name}', integration = {}, operation = {}, document = {} } = options;
  const [method = '', path = ''] = route.split(' ');
  const deployed = deployDocument(
    {
      paths: {
        [path]: {
          [method.toLowerCase()]: {
            responses: { 200: { description: '' } },
            'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', ...integration },
            ...operation,
          },
        },
      },
      ...document,
    },
    {},
  );
  const found = findRoute(deployed, route);
  const { sample = {}, body = '' } = options;
  const variables = sample.path ?? {};
  const steps: ExplainedStep[] = [];
  const controller = new AbortController();
  return {
    route: found,
    view: viewRequest(found, { ...sample, ...(typeof body === 'string' ? { body } : {}) }),
    rawPath:
      options.rawPath ?? path.replace(/\{(\w+)\+?\}/g, (written, name: string) => variables[name] ?? written),
    rawQuery: options.rawQuery ?? '',
    rawHeaders: Object.entries(sample.headers ?? {}).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value] as const),
    ),
    body: typeof body === 'string' ? Buffer.from(body) : body,
    signal: controller.signal,
    explain: (step) => void steps.push(step),
    steps,
    abort: () => controller.abort(),
  };
}
