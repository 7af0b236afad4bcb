import { listErrors } from '../../model/answers/list-errors.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';

/** The body of every error that API Gateway answers unless a gateway response says otherwise. */
const BODY = {
  'application/json': {
    schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
  },
} as const;

/** An operation with the errors that the gateway and its services answer. Those that it documents stand. */
export function documentErrors(operation: JsonObject, route: Route, model: GatewayModel): JsonObject {
  if (!model.settings.documentErrors) return operation;
  const own = isObject(operation['responses']) ? operation['responses'] : {};
  const hasAnswer = Object.entries(own).some(
    ([status, response]) => status.startsWith('2') && isObject(response) && isObject(response['content']),
  );
  const isCovered = (status: string): boolean =>
    Object.hasOwn(own, status) || Object.hasOwn(own, `${status[0]}XX`);
  const hasOwnBodies = Object.values(model.settings.gatewayResponses ?? {}).some(
    ({ responseTemplates }) => responseTemplates !== undefined,
  );
  const added = listErrors(route, model, hasAnswer)
    .filter(({ status }) => !isCovered(status))
    .map(({ status, text }): [string, JsonObject] => [
      status,
      { description: text, ...(hasOwnBodies ? {} : { content: BODY }) },
    ]);
  return { ...operation, responses: { ...own, ...Object.fromEntries(added) } };
}
