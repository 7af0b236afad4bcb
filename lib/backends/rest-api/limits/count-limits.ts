import { AUTHORIZER_KINDS } from '../../../model/authorizers/authorizer-kinds.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import { writeTree } from '../../../values/deploy-tree.js';
import type { LimitUse } from '../../../rules/gateway/limit.js';
import { createLimitUse } from '../../../rules/gateway/create-limit-use.js';
import type { RestApi } from '../rest-api-output.js';
import { countDocumentationParts } from './count-documentation-parts.js';
import { LIMITS } from './limits.js';
import { listOperations } from './list-operations.js';
import { listStageVariables } from './list-stage-variables.js';
import { listTemplates } from './list-templates.js';
import { measureFile, measureJson } from './measure-json.js';

/** How much of each limit an API uses; of templates, the largest of each route that has one. */
export function countLimits(model: GatewayModel, restApi: Omit<RestApi, 'limits'>): readonly LimitUse[] {
  const { settings, routes, authorizers } = model;
  const use = createLimitUse(settings);
  const operations = listOperations(restApi);
  const templates = listTemplates(operations);
  // IAM takes no authorizer of the API's own.
  const guards = new Set(
    routes.flatMap(({ authorizer }) =>
      authorizer && AUTHORIZER_KINDS[authorizers[authorizer.index]!.kind].isResource
        ? [authorizer.index]
        : [],
    ),
  );
  return [
    use(LIMITS.resources, countResources(restApi)),
    use(LIMITS.routes, routes.length),
    use(LIMITS.authorizers, guards.size),
    use(
      LIMITS.models,
      Object.values(restApi.models).reduce<number>((sum, schema = null) => sum + measureJson(schema), 0),
    ),
    use(LIMITS.definition, measureFile(restApi.document)),
    ...(templates.length === 0
      ? [use(LIMITS.template, 0)]
      : templates.map(({ size, at }) => use(LIMITS.template, size, at))),
    use(LIMITS.policy, settings.policy === undefined ? 0 : JSON.stringify(writeTree(settings.policy)).length),
    use(LIMITS.stageVariables, listStageVariables(operations, restApi).length),
    use(LIMITS.documentationParts, countDocumentationParts(operations, restApi)),
  ];
}

/**
 * Every segment of every path once, those in between too; and the root, which is a resource of every API, whether it
 * has methods or not.
 */
function countResources({ resources: paths }: Pick<RestApi, 'resources'>): number {
  const counted = new Set(['']);
  for (const { path } of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      counted.add(path.slice(0, end).replace(/\/$/, ''));
    }
  }
  return counted.size;
}
