import type { GatewayModel, Place } from '../../../model/gateway-model.js';
import { memberOf } from '../../../openapi/member-of.js';
import { writeTree, type DeployTree } from '../../../values/deploy-tree.js';
import { countDocumentationParts } from './count-documentation-parts.js';
import { LIMITS, type Limit } from './limits.js';
import { listOperations } from './list-operations.js';
import { listStageVariables } from './list-stage-variables.js';
import { listTemplates } from './list-templates.js';
import { measureJson } from './measure-json.js';

/** How much of a limit an API uses. */
export interface LimitUse extends Limit {
  readonly used: number;
  /** The route that it stands at. Absent: it is of the API as a whole. */
  readonly at?: Place;
}

/** How much of each limit an API uses; of templates, the largest of each route that has one. */
export function countLimits(model: GatewayModel, privateDocument: DeployTree): readonly LimitUse[] {
  const { settings, routes, authorizers } = model;
  const use = (limit: Limit, used: number, at?: Place): LimitUse => {
    const raised = limit.quota && settings.limits[limit.quota];
    return { ...limit, used, ...(raised === undefined ? {} : { of: raised }), ...(at ? { at } : {}) };
  };
  const operations = listOperations(model, privateDocument);
  const templates = listTemplates(operations);
  const schemas = Object.values(memberOf(memberOf(privateDocument, 'components'), 'schemas'));
  // IAM takes no authorizer of the API's own.
  const guards = new Set(
    routes.flatMap(({ authorizer }) =>
      authorizer && authorizers[authorizer.index]?.kind !== 'iam' ? [authorizer.index] : [],
    ),
  );
  return [
    use(LIMITS.resources, countResources(model)),
    use(LIMITS.routes, routes.length),
    use(LIMITS.authorizers, guards.size),
    use(
      LIMITS.models,
      schemas.reduce<number>((sum, schema = null) => sum + measureJson(schema), 0),
    ),
    use(LIMITS.definition, measureJson(privateDocument)),
    ...(templates.length === 0
      ? [use(LIMITS.template, 0)]
      : templates.map(({ size, at }) => use(LIMITS.template, size, at))),
    use(LIMITS.policy, settings.policy === undefined ? 0 : JSON.stringify(writeTree(settings.policy)).length),
    use(LIMITS.stageVariables, listStageVariables(operations, privateDocument).length),
    use(LIMITS.documentationParts, countDocumentationParts(operations, privateDocument)),
  ];
}

/**
 * Every segment of every path once, those in between too; and the root, which is a resource of every API, whether it
 * has methods or not.
 */
function countResources({ paths }: Pick<GatewayModel, 'paths'>): number {
  const resources = new Set(['']);
  for (const { path } of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      resources.add(path.slice(0, end).replace(/\/$/, ''));
    }
  }
  return resources.size;
}
