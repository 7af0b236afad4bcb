import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import { viewRoute } from '../../../model/documents/view-route.js';
import { isObject } from '../../../openapi/openapi.js';
import { asDeployValue } from '../../../values/deploy-text.js';
import { deployMap, type DeployMembers, type DeployTree } from '../../../values/deploy-tree.js';

interface Parts {
  readonly operationId: string;
  /** As it stands in the operation. */
  readonly integration: DeployTree | undefined;
  /** It is the route `$default`. */
  readonly isDefault?: boolean;
  /** No authorizer, whatever the route has. */
  readonly isOpen?: boolean;
}

/** An operation without schemas: import reports each as ignored, and a broken reference in one as a warning. */
export function renderOperation(
  route: Route,
  model: GatewayModel,
  { operationId, integration, isDefault = false, isOpen = false }: Parts,
): DeployMembers {
  const parameters = isDefault ? [] : route.pathParameters;
  const { responses = {} } = viewRoute(route, model).operation;
  const described = Object.entries(responses).map(([status, response]): [string, DeployTree] => [
    status,
    { description: isObject(response) ? String(response['description'] ?? '') : '' },
  ]);
  return {
    ...(isDefault ? { isDefaultRoute: true } : {}),
    operationId,
    ...(parameters.length > 0
      ? {
          parameters: parameters.map(({ name }) => ({
            name,
            in: 'path',
            required: true,
            schema: { type: 'string' },
          })),
        }
      : {}),
    responses: described.length > 0 ? Object.fromEntries(described) : { default: { description: '' } },
    security: isOpen ? [] : renderSecurity(route, model),
    ...(integration === undefined ? {} : { 'x-amazon-apigateway-integration': integration }),
  };
}

/** One requirement, or none: import fails for several. */
function renderSecurity({ authorizer }: Route, model: GatewayModel): DeployTree {
  const used = authorizer && model.authorizers[authorizer.index];
  return used ? [deployMap([[used.name, authorizer.scopes.map(asDeployValue)]])] : [];
}
