import { readDataType, type DataType } from '../../openapi/data-type.js';
import { createSchemaLookup, type SchemaLookup } from '../../openapi/find-referenced.js';
import type { GatewayModel } from '../gateway-model.js';
import type { Route } from '../routes/route.js';
import { isService } from '../../services/service-integrations.js';
import { isGuessed } from './is-guessed.js';
import { perModel } from '../per-model.js';
import { documentsOf, withoutGuessedBody } from './without-guesses.js';
import {
  findJsonContent,
  isJsonType,
  isObject,
  type JsonObject,
  type OpenApiOperation,
} from '../../openapi/openapi.js';
import { mayBeMissing } from '../../openapi/may-be-missing.js';
import { mergeOperations } from '../../openapi/merge-operations.js';
import { resolveOperation } from '../../openapi/resolve-operation.js';

/** What a route's documentation says about its data, for the rules and the templates that follow it. */
export interface RouteView {
  readonly model: GatewayModel;
  /** In the form that `resolveOperation` gives it. */
  readonly operation: OpenApiOperation;
  /** Follows references into the components. */
  readonly lookup: SchemaLookup;
  /** The statuses that the operation declares. */
  readonly statuses: readonly string[];
  /** The first 2xx status that the operation declares. */
  readonly successStatus: string;
  /** The schema of the JSON body, when there is one. */
  readonly requestSchema: unknown;
  /** The schema of the JSON answer under the success status, when one is declared. */
  readonly responseSchema: unknown;
  /** The JSON body, when there is one. */
  readonly requestType: DataType | undefined;
  /** The JSON answer under the success status, when one is declared. */
  readonly responseType: DataType | undefined;
  /** Media types of the body other than JSON. */
  readonly otherContentTypes: readonly string[];
}

/** A schema is read once for a lookup. */
const lookupOf = perModel((model): SchemaLookup => createSchemaLookup(documentsOf(model)));

/** The route and those that the application chooses among on its verb and path. */
export function handlersOf(route: Route): readonly Route[] {
  return [route, ...(route.alternatives ?? [])];
}

/** The operation of a route's own handler as Nest documents it. */
export function findOperation({ operation }: Route, model: GatewayModel): OpenApiOperation {
  if (!operation) return {};
  const document = operation.source === 'hidden' ? model.hidden : model.document;
  return (document?.paths[operation.path]?.[operation.method] ?? {}) as OpenApiOperation;
}

function readOwn(route: Route, model: GatewayModel, lookup: SchemaLookup): OpenApiOperation {
  const operation = resolveOperation(findOperation(route, model), lookup);
  const { guessedBody: guess, integration } = route;
  // No pipe runs before a service: there, the argument is the only contract.
  const isGuess = guess === 'items' || (guess === 'type' && !(integration && isService(integration)));
  return isGuess ? withoutGuessedBody(operation, guess) : operation;
}

/** What the handlers of a route take: of several, what any of them does. */
function readOperation(route: Route, model: GatewayModel, lookup: SchemaLookup): OpenApiOperation {
  if (!route.alternatives) return readOwn(route, model, lookup);
  const handlers = handlersOf(route);
  const operations = handlers.map((one) => readOwn(one, model, lookup));
  const merged = mergeOperations(operations, {
    lookup,
    security: model.document['security'],
    requires: (parameter, index) =>
      parameter['required'] === true &&
      !isGuessed(parameter, handlers[index]!) &&
      !mayBeMissing(parameter, lookup),
  });
  // A handler that documents no JSON takes any.
  const bodies = operations.map(({ requestBody }) => requestBody);
  const takesAny = bodies.some((one) => !isObject(one) || !findJsonContent(one['content'])?.['schema']);
  const body = merged['requestBody'];
  if (!takesAny || !isObject(body) || !isObject(body['content'])) return merged;
  const others = Object.entries(body['content']).filter(([type]) => !isJsonType(type));
  return { ...merged, requestBody: { ...body, content: Object.fromEntries(others) } };
}

/** A route is viewed once: what a part of its documentation says is read once for all that ask. */
const viewsOf = perModel(() => new Map<Route, RouteView>());

export function viewRoute(route: Route, model: GatewayModel): RouteView {
  const views = viewsOf(model);
  let view = views.get(route);
  if (!view) views.set(route, (view = new DocumentedRoute(route, model)));
  return view;
}

/** Reads each part when it is asked for: most routes need few of them. */
class DocumentedRoute implements RouteView {
  readonly lookup: SchemaLookup;
  readonly operation: OpenApiOperation;
  #statuses: readonly string[] | undefined;

  constructor(
    route: Route,
    readonly model: GatewayModel,
  ) {
    this.lookup = lookupOf(model);
    this.operation = readOperation(route, model, this.lookup);
  }

  get statuses(): readonly string[] {
    return (this.#statuses ??= Object.keys(this.operation.responses ?? {}));
  }

  get successStatus(): string {
    return this.statuses.find((status) => status.startsWith('2')) ?? '200';
  }

  get requestSchema(): unknown {
    return findJsonContent(this.#bodyContent)?.['schema'];
  }

  get responseSchema(): unknown {
    return findJsonContent(this.operation.responses?.[this.successStatus]?.['content'])?.['schema'];
  }

  get requestType(): DataType | undefined {
    return this.#typeOf(this.requestSchema);
  }

  get responseType(): DataType | undefined {
    return this.#typeOf(this.responseSchema);
  }

  get otherContentTypes(): readonly string[] {
    return Object.keys(this.#bodyContent ?? {}).filter((type) => !isJsonType(type));
  }

  get #bodyContent(): JsonObject | undefined {
    const body = this.operation['requestBody'];
    return isObject(body) && isObject(body['content']) ? body['content'] : undefined;
  }

  #typeOf(schema: unknown): DataType | undefined {
    return schema === undefined ? undefined : readDataType(schema, this.lookup);
  }
}
