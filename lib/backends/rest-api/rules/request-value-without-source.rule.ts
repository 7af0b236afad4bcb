import type { DataType } from '../../../openapi/data-type.js';
import type { GatewayModel, Route } from '../../../model/gateway-model.js';
import { listRequestValues } from '../../../services/list-request-values.js';
import { memberType } from '../../../openapi/member-type.js';
import { listNames, readLive } from '../../../grammar/read-template.js';
import { fillWords } from '../../../grammar/read-target.js';
import { isService, type ServiceIntegration } from '../../../services/service-integrations.js';
import { definitionOf } from '../../../services/services.js';
import { viewRoute } from '../../../model/view-route.js';
import { formatRequestValue } from '../../../values/format-request-value.js';
import type { RequestValue } from '../../../values/request-value.js';
import { findEmptyContext, guardOf, type Guarding } from './find-empty-context.js';
import { listMappings, listOf, type Mapping } from './list-mappings.js';
import { listTemplates } from './list-templates.js';
import { placeOf, type Finding, type Rule } from '../../../rules/rule.js';

/** A value that the request cannot hold would always be empty. */
export const requestValueWithoutSource: Rule = {
  code: 'request-value-without-source',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      if (!route.integration) continue;
      const guard = guardOf(route, model);
      const faults = [
        ...(isService(route.integration) ? checkService(route.integration, route, model, guard) : []),
        ...checkMappings(listMappings(route.integration), guard),
        ...checkTemplates(route, guard),
      ];
      // One value may stand in many places.
      const distinct = new Map(faults.map((fault) => [fault.message, fault]));
      for (const fault of distinct.values()) yield { at: placeOf(route), ...fault };
    }
    for (const { responseParameters } of Object.values(model.settings.gatewayResponses ?? {})) {
      for (const fault of checkMappings(listOf('gateway', responseParameters), 'unknown'))
        yield { at: {}, ...fault };
    }
  },
};

type Fault = Omit<Finding, 'at'>;

function* checkMappings(mappings: readonly Mapping[], guard: Guarding): Generator<Fault> {
  for (const { side, value } of mappings) {
    const text = fillWords(value);
    const name = /^context\.(.+)$/.exec(text)?.[1];
    const fault =
      name === undefined || text !== value
        ? undefined
        : findEmptyContext(text, name, guard, side === 'gateway');
    if (fault) yield fault;
  }
}

function* checkTemplates({ integration }: Route, guard: Guarding): Generator<Fault> {
  for (const { text } of listTemplates(integration)) {
    for (const { written, names, called } of listNames(readLive(text), 'context')) {
      // What is called or in brackets may be a method, or the name of an override, which templates write.
      if (called || /^(request|response)Override$/.test(names[0]!)) continue;
      const fault = findEmptyContext(written, names.join('.'), guard);
      if (fault) yield fault;
    }
  }
}

type Options = Readonly<Record<string, unknown>>;

function* checkService(
  integration: ServiceIntegration,
  route: Route,
  model: GatewayModel,
  guard: Guarding,
): Generator<Fault> {
  const { requestType, otherContentTypes } = viewRoute(route, model);
  const hasBody = requestType !== undefined || otherContentTypes.length > 0;
  const name = definitionOf(integration).bodyByDefault;
  if (name !== null && (integration.options as Options)[name] === undefined && !hasBody) {
    yield {
      message: `\`${name}\` is \`fromBody()\` where it is not given, and the route takes no body`,
      fix: `Give it \`${name}\`, or the handler a \`@Body()\` parameter with a DTO.`,
    };
  }
  for (const value of listRequestValues(integration.options)) {
    const fault = findFault(value, route, hasBody, requestType, guard);
    if (fault) yield fault;
  }
}

function findFault(
  value: RequestValue,
  route: Route,
  hasBody: boolean,
  requestType: DataType | undefined,
  guard: Guarding,
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
    case 'context':
      return findEmptyContext(written, value.name, guard);
    case 'authorizer':
      return findEmptyContext(written, `authorizer.${value.name}`, guard);
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
