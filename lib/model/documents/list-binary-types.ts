import type { MediaTypes } from '../app-source.js';
import { isTextType, nameType } from './binary-types.js';
import type { GatewayModel } from '../gateway-model.js';
import type { Route } from '../routes/route.js';
import { isObject } from '../../openapi/openapi.js';
import { isService } from '../../services/service-integrations.js';
import { definitionOf } from '../../services/services.js';
import { perModel } from '../per-model.js';
import { handlersOf, viewRoute, type RouteView } from './view-route.js';
import { formatDeployValue, type DeployValue } from '../../values/deploy-value.js';

/** A media type that is binary for the whole API. */
export interface BinaryType {
  readonly type: string;
  /** As the module has it. */
  readonly given?: DeployValue;
  /** The route that makes it binary. Absent: the module does. */
  readonly route?: Route;
}

/**
 * The media types that API Gateway must not take for text: those of the module, and those that routes take or answer
 * byte by byte.
 */
export const listBinaryTypes = perModel((model): readonly BinaryType[] => {
  const given = (model.settings.binaryMediaTypes ?? []).map((one): BinaryType => ({
    type: formatDeployValue(one),
    given: one,
  }));
  const derived = new Map<string, BinaryType>();
  for (const route of model.routes) {
    for (const type of binaryTypesOf(route, model)) {
      if (!derived.has(type) && !given.some((one) => one.type === type)) derived.set(type, { type, route });
    }
  }
  return [...given, ...[...derived.values()].toSorted((a, b) => (a.type < b.type ? -1 : 1))];
});

/** The types other than text that a route takes or answers byte by byte. */
function binaryTypesOf(route: Route, model: GatewayModel): readonly string[] {
  return typesOf(route, model).filter((type) => !isTextType(type));
}

function typesOf(route: Route, model: GatewayModel): readonly string[] {
  const { integration, responder } = route;
  if (integration && isService(integration)) {
    const view = viewRoute(route, model);
    return definitionOf(integration).listBinaryTypes(integration.options, {
      consumed: [...view.otherContentTypes, ...listNamed(route, 'consumed')],
      produced: [...listProduced(view, [view.successStatus]), ...listNamed(route, 'produced')],
    });
  }
  if (!responder?.proxied) return [];
  const view = viewRoute(route, model);
  const types = [
    ...view.otherContentTypes,
    ...listProduced(view, view.statuses),
    ...listNamed(route, 'consumed'),
    ...listNamed(route, 'produced'),
  ];
  // What may be anything may be text, and would make all other bodies binary.
  return [...new Set(types.map(nameType))].filter((type) => /^[^*/]+[/][^/]+$/.test(type));
}

function listNamed(route: Route, side: keyof MediaTypes): readonly string[] {
  return handlersOf(route).flatMap(({ mediaTypes }) => mediaTypes?.[side] ?? []);
}

function listProduced({ operation }: RouteView, statuses: readonly string[]): readonly string[] {
  return statuses.flatMap((status) => {
    const content = operation.responses?.[status]?.['content'];
    return Object.keys(isObject(content) ? content : {});
  });
}
