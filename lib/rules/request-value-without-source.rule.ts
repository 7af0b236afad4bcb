import type { GatewayModel } from '../model/gateway-model.js';
import type { Route } from '../model/routes/route.js';
import { valuesOf } from '../model/integrations/values-of.js';
import { viewRoute } from '../model/documents/view-route.js';
import type { DataType } from '../openapi/data-type.js';
import { memberType } from '../openapi/member-type.js';
import { listRequestValues } from '../services/list-request-values.js';
import { isService, type ServiceIntegration } from '../services/service-integrations.js';
import { definitionOf } from '../services/services.js';
import { formatRequestValue } from '../values/format-request-value.js';
import { isRequestValue, type RequestValue } from '../values/request-value.js';
import { formatOptionText } from '../values/option-text.js';
import { findNearest } from '../options/find-nearest.js';
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
      message: `\`${name}\` is not set, so it is \`fromBody()\`, but NestJS documents no body for the route`,
      fix: `Set \`${name}\`, or give the handler a \`@Body()\` parameter whose type is a class, not an interface or a type alias.`,
    };
  }
  yield* findMissingKey(service, requestType);
  for (const value of listRequestValues(valuesOf(integration))) {
    const fault = findFault(value, route, hasBody, requestType);
    if (fault) yield fault;
  }
}

/** Each record has its key from a member of its own. */
function* findMissingKey(
  service: ServiceIntegration | undefined,
  requestType: DataType | undefined,
): Generator<Fault> {
  if (service?.kind !== 'kinesis' || service.options.action !== 'PutRecords') return;
  const { records, partitionKey } = service.options;
  if (!isRequestValue(records) || records['@request'] !== 'body') return;
  const list = memberType(requestType, records.path);
  if (list?.kind !== 'list' || list.items.kind !== 'object') return;
  const names = list.items.members.map(({ name }) => name);
  const key = formatOptionText(partitionKey);
  if (names.includes(key)) return;
  const [meant] = findNearest(key, names);
  yield {
    message: `\`partitionKey\` is \`${key}\`, but the entries of \`${formatRequestValue(records)}\` declare no such member`,
    fix: meant === undefined ? 'Name a member of each entry.' : `Write \`partitionKey: '${meant}'\`.`,
  };
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
      message: `\`${written}\` reads a body, but NestJS documents none for the route`,
      fix: 'Give the handler a `@Body()` parameter whose type is a class, not an interface or a type alias, or describe the body with `@ApiBody()`. Or take the value from the path or the query.',
    };
  }
  // A body without a known shape may hold anything.
  if (path === '$' || requestType === undefined || requestType.kind === 'unknown') return undefined;
  if (memberType(requestType, path)) return undefined;
  const meant = findMeant(requestType, path);
  return {
    message: `\`${written}\` names no member of the request DTO`,
    fix: meant
      ? `Write \`fromBody('${meant}')\`, or declare this member with \`@ApiProperty()\`.`
      : 'Name a member of the DTO, or declare this one with `@ApiProperty()`.',
  };
}

/** The path with the member that was most likely meant; absent when none is like it. */
function findMeant(type: DataType, path: string): string | undefined {
  const steps = [...path.matchAll(/\.([\w-]+)|\[\d+\]/g)];
  const wrong = steps.find((step) => !memberType(type, path.slice(0, step.index + step[0].length)));
  if (wrong?.[1] === undefined) return undefined;
  const before = path.slice(0, wrong.index);
  const owner = before === '$' ? type : memberType(type, before);
  const names = owner?.kind === 'object' ? owner.members.map(({ name }) => name) : [];
  return findNearest(wrong[1], names)
    .map((name) => `${before}.${name}${path.slice(wrong.index + wrong[0].length)}`)
    .find((one) => memberType(type, one));
}
