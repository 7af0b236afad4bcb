import { isTextType } from '../../../model/binary-types.js';
import type { GatewayModel, Route } from '../../../model/gateway-model.js';
import { isObject } from '../../../openapi/openapi.js';
import { viewRoute } from '../../../model/view-route.js';
import { formatDeployValue, type DeployValue } from '../../../values/deploy-value.js';

/**
 * The media types that API Gateway must not take for text: those of the module, and those that routes store in S3 or
 * read from it. Absent where there are none, as the module may say `[]` itself.
 */
export function listBinaryTypes(model: GatewayModel): readonly (string | DeployValue)[] | undefined {
  const given = model.settings.binaryMediaTypes;
  const ofRoutes = [...new Set(model.routes.flatMap((route) => binaryTypesOf(route, model)))].toSorted();
  const known = new Set(given?.map(formatDeployValue));
  const added = ofRoutes.filter((type) => !known.has(type));
  return given === undefined && added.length === 0 ? undefined : [...(given ?? []), ...added];
}

/** The types other than text that a route stores in S3 or reads from it. */
export function binaryTypesOf(route: Route, model: GatewayModel): readonly string[] {
  return typesOf(route, model).filter((type) => !isTextType(type));
}

function typesOf(route: Route, model: GatewayModel): readonly string[] {
  if (route.integration?.kind !== 's3') return [];
  const { options } = route.integration;
  const { otherContentTypes, operation, successStatus } = viewRoute(route, model);
  if (options.action === 'PutObject') {
    return options.contentTypes?.filter((type) => typeof type === 'string') ?? otherContentTypes;
  }
  const content =
    options.action === 'GetObject' ? operation.responses?.[successStatus]?.['content'] : undefined;
  return Object.keys(isObject(content) ? content : {});
}
