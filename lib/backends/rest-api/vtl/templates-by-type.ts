import { listRequestValues } from '../../../services/list-request-values.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import type { Vtl } from './vtl-text.js';

/**
 * A template for JSON. Where no value of it reads a member of the body, it does for any other type that the route
 * consumes. Of a raw body that nobody documents, the usual types pass.
 */
export function templatesByType(
  template: Vtl,
  values: unknown,
  { otherContentTypes, operation }: Pick<RouteView, 'otherContentTypes' | 'operation'>,
): Readonly<Record<string, Vtl>> {
  const isUndocumented = operation['requestBody'] === undefined && reads(values, 'rawBody');
  const types = readsJson(values) ? [] : isUndocumented ? RAW_TYPES : otherContentTypes;
  return Object.fromEntries(['application/json', ...types].map((type) => [type, template]));
}

const RAW_TYPES = ['application/x-www-form-urlencoded', 'text/plain'];

export function readsJson(values: unknown): boolean {
  return reads(values, 'body');
}

function reads(values: unknown, kind: 'body' | 'rawBody'): boolean {
  return [...listRequestValues(values)].some((value) => value['@request'] === kind);
}

/** Whether a body of a type can stand for the message itself. A form is a way to send members, as JSON is. */
export function isMessageType(type: string): boolean {
  return !/^(?:multipart\/|application\/x-www-form-urlencoded\b)/i.test(type.trim());
}
