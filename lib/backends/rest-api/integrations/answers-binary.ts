import { isTextType } from '../../../model/binary-types.js';
import type { RouteView } from '../../../model/view-route.js';
import { isObject } from '../../../openapi/openapi.js';

/** Whether the documentation of a status has a media type other than text. */
export function answersBinary({ operation }: RouteView, status: string): boolean {
  return listTypes(operation, status).some((type) => !isTextType(type));
}

/** Whether what a status answers is known to be text. */
export function answersText({ operation }: RouteView, status: string): boolean {
  const types = listTypes(operation, status);
  return types.length > 0 && types.every(isTextType);
}

function listTypes({ responses }: RouteView['operation'], status: string): readonly string[] {
  const content = responses?.[status]?.['content'];
  return isObject(content) ? Object.keys(content) : [];
}
