import type { GatewayModel, Route } from '../model/gateway-model.js';
import { valuesOf } from '../model/values-of.js';
import { viewRoute } from '../model/view-route.js';
import type { DataType } from '../openapi/data-type.js';
import { memberType } from '../openapi/member-type.js';
import { listRequestValues } from '../services/list-request-values.js';
import { isService } from '../services/service-integrations.js';
import { definitionOf } from '../services/services.js';
import { formatRequestValue } from '../values/format-request-value.js';
import type { RequestValue } from '../values/request-value.js';
import { placeOf, type Finding, type Rule } from './rule.js';

/** A value that the request cannot hold would always be empty. */
export const requestValueWithoutSource: Rule = {
  code: 'request-value-without-source',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      if (valuesOf(route.integration) === undefined) continue;
      const faults = [...checkValues(route, model)];
      // One value may stand in many places.
      const distinct = new Map(faults.map((fault) => [fault.message, fault]));
      for (const fault of distinct.values()) yield { at: placeOf(route), ...fault };
    }
  },
};

type Fault = Omit<Finding, 'at'>;
type Options = Readonly<Record<string, unknown>>;

function* checkValues(route: Route, model: GatewayModel): Generator<Fault> {
  const { integration } = route;
  const { requestType, otherContentTypes } = viewRoute(route, model);
  const hasBody = requestType !== undefined || otherContentTypes.length > 0;
  const service = integration && isService(integration) ? integration : undefined;
  const name = service ? definitionOf(service).bodyByDefault : null;
  const options: Options = service?.options ?? {};
  if (name !== null && options[name] === undefined && !hasBody) {
    yield {
      message: `\`${name}\` is \`fromBody()\` where it is not given, and the route takes no body`,
      fix: `Give it \`${name}\`, or the handler a \`@Body()\` parameter with a DTO.`,
    };
  }
  for (const value of listRequestValues(valuesOf(integration))) {
    const fault = findFault(value, route, hasBody, requestType);
    if (fault) yield fault;
  }
}

function findFault(
  value: RequestValue,
  route: Route,
  hasBody: boolean,
  requestType: DataType | undefined,
): Fault | undefined {
  const written = formatRequestValue(value) ?? '';
  switch (value['@request']) {
    case 'path':
      return route.pathParameters.some(({ name }) => name === value.name)
        ? undefined
        : {
            message: `\`${written}\` names no variable of the path \`${route.path}\``,
            fix: 'Name one of its variables, or add this one to the path.',
          };
    case 'rawBody':
      return route.method === 'get' || route.method === 'head'
        ? {
            message: `\`${written}\` reads a body, and callers send none with ${route.method.toUpperCase()}`,
            fix: 'Use another verb, such as `@Post()`, or take the value from the path or the query.',
          }
        : undefined;
    case 'body':
      return findBodyFault(written, value.path, hasBody, requestType);
    default:
      return undefined;
  }
}

function findBodyFault(
  written: string,
  path: string,
  hasBody: boolean,
  requestType: DataType | undefined,
): Fault | undefined {
  if (!hasBody) {
    return {
      message: `\`${written}\` reads a body, and the route takes none`,
      fix: 'Give the handler a `@Body()` parameter with a DTO, or take the value from the path or the query.',
    };
  }
  // A body without a known shape may hold anything.
  if (path === '$' || requestType === undefined || requestType.kind === 'unknown') return undefined;
  return memberType(requestType, path)
    ? undefined
    : {
        message: `\`${written}\` names no member of the request DTO`,
        fix: 'Name a member of the DTO, or declare this one with `@ApiProperty()`.',
      };
}
