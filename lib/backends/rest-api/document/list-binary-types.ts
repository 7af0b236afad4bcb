import { isTextType } from '../../../model/binary-types.js';
import type { GatewayModel, Route } from '../../../model/gateway-model.js';
import { isObject } from '../../../openapi/openapi.js';
import { isService } from '../../../services/service-integrations.js';
import { definitionOf } from '../../../services/services.js';
import { viewRoute } from '../../../model/view-route.js';
import { formatDeployValue, type DeployValue } from '../../../values/deploy-value.js';

/**
 * The media types that API Gateway must not take for text: those of the module, and those that pass between
 * callers and services byte by byte. Absent where there are none, as the module may say `[]` itself.
 */
export function listBinaryTypes(model: GatewayModel): readonly (string | DeployValue)[] | undefined {
  const given = model.settings.binaryMediaTypes;
  const ofRoutes = [...new Set(model.routes.flatMap((route) => binaryTypesOf(route, model)))].toSorted();
  const known = new Set(given?.map(formatDeployValue));
  const added = ofRoutes.filter((type) => !known.has(type));
  return given === undefined && added.length === 0 ? undefined : [...(given ?? []), ...added];
}

/** The types other than text that pass between caller and service. */
export function binaryTypesOf(route: Route, model: GatewayModel): readonly string[] {
  return typesOf(route, model).filter((type) => !isTextType(type));
}

function typesOf(route: Route, model: GatewayModel): readonly string[] {
  if (!route.integration || !isService(route.integration)) return [];
  const { otherContentTypes, operation, successStatus } = viewRoute(route, model);
  const content = operation.responses?.[successStatus]?.['content'];
  return definitionOf(route.integration).listBinaryTypes(route.integration.options, {
    consumed: otherContentTypes,
    produced: Object.keys(isObject(content) ? content : {}),
  });
}
