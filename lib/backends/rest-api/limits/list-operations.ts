import type { Place } from '../../../model/routes/route.js';
import type { RenderedOperation, RestApi } from '../rest-api-output.js';

/** An operation, and the route that it belongs to: a preflight belongs to its path's first. */
export interface PlacedOperation {
  readonly at: Place;
  readonly rendered: RenderedOperation;
}

export function listOperations({
  resources,
  operations,
  preflights,
}: Pick<RestApi, 'resources' | 'operations' | 'preflights'>): readonly PlacedOperation[] {
  return resources.flatMap(({ path, routes }) => {
    const preflight = preflights.get(path);
    return [
      ...routes.flatMap((at) => {
        const rendered = operations.get(at);
        return rendered ? [{ rendered, at }] : [];
      }),
      ...(preflight ? [{ rendered: preflight, at: routes[0]! }] : []),
    ];
  });
}
