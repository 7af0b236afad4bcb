import type { Route } from '../../../model/routes/route.js';

export interface DefaultRoute {
  readonly root: Route;
  readonly greedy: Route;
}

/**
 * The two routes of `forRoot({ catchAll })` that `$default` replaces. Only for functions: they read the path in the
 * event, but the URL of an HTTP backend takes it from the variable of the greedy route.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function findDefaultRoute(routes: readonly Route[]): DefaultRoute | undefined {
  const caught = routes.filter(({ catchAll, integration }) => catchAll && integration?.kind === 'lambda');
  const [root, greedy] = ['/', '/{proxy+}'].map((path) => caught.find((route) => route.path === path));
  return root && greedy ? { root, greedy } : undefined;
}
