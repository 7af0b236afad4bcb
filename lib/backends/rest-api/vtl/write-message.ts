import { isMessageType, readsJson, templatesByType } from './templates-by-type.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import { isScalar } from '../../../openapi/data-type.js';
import { memberType } from '../../../openapi/member-type.js';
import { isDeployValue } from '../../../values/deploy-value.js';
import { isRequestValue } from '../../../values/request-value.js';
import { escapeJson, inForm, inJson, join, writeValue, type Vtl } from './vtl-text.js';
import { jsonIn, jsonInForm, writeWhole, type JsonValue } from './write-json.js';

/** Where a message stands: inside a string of the request's JSON, or in a form. */
export type MessagePlace = 'json' | 'form';

/** A message: text as it is, an object or any other member of the body as JSON text. */
export function writeMessage(
  value: JsonValue,
  place: MessagePlace,
  route: Pick<RouteView, 'requestType'>,
): Vtl {
  const isText =
    typeof value === 'string' ||
    isDeployValue(value) ||
    (isRequestValue(value) &&
      (value['@request'] !== 'body' || isScalar(memberType(route.requestType, value.path))));
  if (isText) return writeValue(value, place === 'json' ? inJson() : inForm());
  return writeWhole(value, place === 'json' ? jsonIn(1) : jsonInForm);
}

/**
 * One template for JSON and, where the message is the body itself, one for each other type that the route consumes. So
 * is one of which nothing reads members of the body.
 *
 * @param others values beside the message
 */
export function messageTemplates(
  message: JsonValue,
  others: unknown,
  route: RouteView,
  template: (written: Vtl) => Vtl,
  write: (value: JsonValue) => Vtl,
  place: MessagePlace = 'form',
): Readonly<Record<string, Vtl>> {
  const json = template(write(message));
  const isBody = isRequestValue(message) && message['@request'] === 'body' && message.path === '$';
  const raw = place === 'form' ? '$util.urlEncode($input.body)' : escapeJson('$input.body');
  if (!isBody || readsJson(others)) return templatesByType(json, [message, others], route);
  const types = route.otherContentTypes.filter(isMessageType);
  return {
    'application/json': json,
    ...Object.fromEntries(types.map((type) => [type, template(join(raw))])),
  };
}
