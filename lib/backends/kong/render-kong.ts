import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { shapeOf } from '../../model/routes/shape-of.js';
import { groupRefusals } from './document/group-refusals.js';
import { nameApi } from './document/name-api.js';
import { prepareRoute, type Prepared } from './document/prepare-route.js';
import { refuseSameVariables } from './document/refuse-same-variables.js';
import { refuseSettings } from './document/refuse-settings.js';
import { STAGE_SUPPORT } from './document/stage-support.js';
import { refuseStage } from '../refuse-stage.js';
import { renderDocument } from './document/render-document.js';
import { listConflicts } from './guards/list-conflicts.js';
import type { Kong } from './kong-output.js';
import { stops, type Refusal } from '../refusal.js';

/** The declarative file of Kong 3.9. A route that Kong cannot serve as its decorators ask is not in it. */
export function renderKong(model: GatewayModel): Kong {
  const api = nameApi(model);
  const found: { readonly route: Route; readonly refusal: Refusal }[] = [];
  const pathOf = new Map(model.paths.map((path) => [shapeOf(path.path), path]));
  const prepared = model.routes.flatMap((route): readonly Prepared[] => {
    const path = pathOf.get(shapeOf(route.path))!;
    const { refusals, ...parts } = prepareRoute(route, path, model, api);
    found.push(...refusals.map((refusal) => ({ route, refusal })));
    return parts.answer && !refusals.some(stops) ? [{ route, path, ...parts, answer: parts.answer }] : [];
  });
  const conflicts = listConflicts(
    prepared.flatMap(({ route, credentials }) => (credentials ? [{ route, credentials }] : [])),
    model.settings.kong,
  );
  found.push(...conflicts);
  const inConflict = new Set(conflicts.map(({ route }) => route));
  const served = prepared.filter(({ route }) => !inConflict.has(route));
  const rendered = renderDocument(served, model, api);
  return {
    gateway: 'kong',
    ...rendered,
    inexpressible: [
      ...refuseSettings(model),
      ...refuseStage(model, STAGE_SUPPORT),
      ...groupRefusals(found),
      ...(model.settings.kong.dialect === 'deck' ? refuseSameVariables(rendered) : []),
    ],
    limits: [],
  };
}
