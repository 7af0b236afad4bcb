import { AUTHORIZER_KINDS } from '../../../model/authorizers/authorizer-kinds.js';
import type { Authorizer } from '../../../model/authorizers/authorizer.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import type { JsonObject } from '../../../openapi/openapi.js';
import type { LimitUse } from '../../../rules/gateway/limit.js';
import { createLimitUse } from '../../../rules/gateway/create-limit-use.js';
import { LIMITS } from './limits.js';

interface Counted {
  readonly info: JsonObject;
  readonly routes: number;
  readonly integrations: number;
  readonly served: readonly Route[];
}

/** How much of each limit an API uses. */
export function countLimits(
  { settings, authorizers }: GatewayModel,
  { info, routes, integrations, served }: Counted,
): readonly LimitUse[] {
  const use = createLimitUse(settings);
  const guarding = new Map<Authorizer, Route>();
  for (const route of served.toReversed()) {
    const authorizer = route.authorizer && authorizers[route.authorizer.index];
    if (authorizer && AUTHORIZER_KINDS[authorizer.kind].isResource) guarding.set(authorizer, route);
  }
  return [
    use(LIMITS.routes, routes),
    use(LIMITS.integrations, integrations),
    use(LIMITS.authorizers, guarding.size),
    ...[...guarding].flatMap(([authorizer, route]) => {
      const audiences = audiencesOf(authorizer);
      return audiences > 0 ? [use(LIMITS.audiences, audiences, route)] : [];
    }),
    ...served.flatMap((route) => {
      const scopes = route.authorizer?.scopes.length ?? 0;
      return scopes > 0 ? [use(LIMITS.scopes, scopes, route)] : [];
    }),
    use(LIMITS.title, measure(info['title'])),
    use(LIMITS.description, measure(info['description'])),
    use(LIMITS.version, measure(info['version'])),
  ];
}

function audiencesOf(authorizer: Authorizer): number {
  switch (authorizer.kind) {
    case 'jwt':
      return authorizer.audience.length;
    case 'cognito':
      return (authorizer.clientIds ?? []).length;
    case 'lambda':
    case 'iam':
      return 0;
  }
}

function measure(text: unknown): number {
  return typeof text === 'string' ? text.length : 0;
}
