import { isTextType } from '../../../model/documents/binary-types.js';
import type { Route } from '../../../model/routes/route.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import { isObject } from '../../../openapi/openapi.js';

/** Whether the documentation of a status has a media type other than text. */
export function answersBinary(route: Route, view: RouteView, status: string): boolean {
  return listTypes(route, view, status).some((type) => !isTextType(type));
}

/** Whether what a status answers is known to be text. */
export function answersText(route: Route, view: RouteView, status: string): boolean {
  const types = listTypes(route, view, status);
  return types.length > 0 && types.every(isTextType);
}

/** Nest documents what `@ApiProduces` names only beside the type of an answer. */
function listTypes({ mediaTypes }: Route, view: RouteView, status: string): readonly string[] {
  const content = view.operation.responses?.[status]?.['content'];
  const documented = isObject(content) ? Object.keys(content) : [];
  return status === view.successStatus && documented.length === 0 ? (mediaTypes?.produced ?? []) : documented;
}
