import { createSchemaLookup, readDataType, type DataType } from './data-type.js';
import type { GatewayModel, Route } from './gateway-model.js';
import { isObject, type OpenApiOperation } from './openapi.js';

/** What a route's documentation says about its data, for the rules and the templates that follow it. */
export interface RouteView {
  readonly model: GatewayModel;
  readonly operation: OpenApiOperation;
  /** The first 2xx status that the operation declares. */
  readonly successStatus: string;
  /** The JSON body, when there is one. */
  readonly requestType: DataType | undefined;
  /** The JSON answer under the success status, when one is declared. */
  readonly responseType: DataType | undefined;
  /** Media types of the body other than JSON. */
  readonly otherContentTypes: readonly string[];
}

export function findOperation({ operation }: Route, model: GatewayModel): OpenApiOperation {
  if (!operation) return {};
  const document = operation.source === 'hidden' ? model.hidden : model.document;
  return (document?.paths[operation.path]?.[operation.method] ?? {}) as OpenApiOperation;
}

export function viewRoute(route: Route, model: GatewayModel): RouteView {
  const operation = findOperation(route, model);
  const responses = operation.responses ?? {};
  const successStatus = Object.keys(responses).find((status) => /^2\d\d$/.test(status)) ?? '200';
  const lookup = createSchemaLookup([model.document, model.hidden]);
  const body = operation['requestBody'];
  const content = isObject(body) ? body['content'] : undefined;
  const typeOf = (found: unknown): DataType | undefined => {
    const media = isObject(found) ? found['application/json'] : undefined;
    return isObject(media) && media['schema'] !== undefined
      ? readDataType(media['schema'], lookup)
      : undefined;
  };
  return {
    model,
    operation,
    successStatus,
    // Read when they are asked for: most routes have templates that need neither.
    get requestType() {
      return typeOf(content);
    },
    get responseType() {
      return typeOf(responses[successStatus]?.['content']);
    },
    otherContentTypes: Object.keys(isObject(content) ? content : {}).filter(
      (type) => type !== 'application/json',
    ),
  };
}
