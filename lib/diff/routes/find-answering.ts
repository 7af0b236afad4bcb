import type { DocumentRoute } from './read-routes.js';

/**
 * The route that answers the requests of one that is not in the document: that of every method of the path, or of every
 * path below one above it.
 */
export function findAnswering(
  { method, shape }: DocumentRoute,
  routes: ReadonlyMap<string, DocumentRoute>,
): DocumentRoute | undefined {
  const steps = shape.split('/');
  const paths = [
    shape,
    ...steps.slice(1).map((_, index) => `${steps.slice(0, steps.length - index - 1).join('/')}/{+}`),
    '/$default',
  ];
  for (const path of paths) {
    const found = (path === shape ? undefined : routes.get(`${method} ${path}`)) ?? routes.get(`ANY ${path}`);
    if (found && !(found.method === method && found.shape === shape)) return found;
  }
  return undefined;
}
