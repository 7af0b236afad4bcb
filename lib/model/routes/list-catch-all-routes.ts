import type { AwsGatewayCatchAll, AwsGatewayOptions } from '../../aws-gateway.options.js';
import { CONCERNS, type Concern } from '../../decorators/decorator-metadata.js';
import { CATCH_ALL } from '../../options/module-shapes.js';
import type { RouteDeclarations, SourceRoute } from '../app-source.js';
import type { Route } from './route.js';
import type { Given } from '../declarations/given.js';
import { shapeOf } from './shape-of.js';

/** Its routes stand under these names in diagnostics and lists. */
const PLACE = { controller: 'AwsGatewayModule', handler: 'catchAll' };

const ROOT: AwsGatewayCatchAll = { paths: ['/'] };

/** The routes that `forRoot({ catchAll })` adds to those of controllers. The integration is that of the module. */
export function listCatchAllRoutes(
  { catchAll, integration }: AwsGatewayOptions,
  routes: readonly Pick<Route, 'method' | 'path'>[],
): readonly SourceRoute[] {
  if (!catchAll || integration === undefined || !CATCH_ALL.accepts(catchAll)) return [];
  const { paths = ROOT.paths!, authorizer } = catchAll === true ? ROOT : catchAll;
  const declared = declare(authorizer);
  const taken = new Set(routes.filter(({ method }) => method === 'any').map(({ path }) => shapeOf(path)));
  const prefixes = new Set(paths.map((path) => path.replace(/\/+$/, '')));
  return [...prefixes]
    .flatMap((prefix) => [prefix || '/', `${prefix}/{proxy+}`])
    .filter((path) => !taken.has(shapeOf(path)))
    .map((path) => ({ ...PLACE, method: 'all', path, operations: [], declarations: declared }));
}

/** What the application serves without a controller, and without one of these routes. A REST API has no sockets. */
export function dropCaught(
  unrouted: readonly string[],
  catchAll: readonly Pick<Route, 'path'>[],
): readonly string[] {
  const prefixes = catchAll.map(({ path }) => path.replace(/\/?(\{proxy\+\})?$/, ''));
  return unrouted.filter((what) =>
    what.startsWith('/')
      ? !prefixes.some((prefix) => what === prefix || what.startsWith(`${prefix}/`))
      : what === 'sockets' || catchAll.length === 0,
  );
}

function declare(authorizer: AwsGatewayCatchAll['authorizer']): SourceRoute['declarations'] {
  const given: readonly Given[] =
    authorizer === undefined
      ? []
      : authorizer === false
        ? [{ decorator: 'AwsPublic', args: [] }]
        : [{ decorator: 'AwsAuthorizer', owner: '`forRoot({ catchAll })`', args: [authorizer] }];
  return Object.fromEntries(
    CONCERNS.map((concern): [Concern, RouteDeclarations] => [
      concern,
      { handler: concern === 'authorizer' ? given : [], class: [] },
    ]),
  ) as unknown as SourceRoute['declarations'];
}
