import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { viewRoute } from '../../model/documents/view-route.js';
import { ANY_OBJECT, type DataType } from '../../openapi/data-type.js';
import { memberType } from '../../openapi/member-type.js';
import { isService } from '../../services/service-integrations.js';
import { definitionOf } from '../../services/services.js';
import { formatRequestValue } from '../../values/format-request-value.js';
import { isRequestValue } from '../../values/request-value.js';
import { placeOf, type Finding } from '../rule.js';

/** Values of the body that the service accepts only as an object or a list, and that are not. */
export function* findUnaccepted(route: Route, model: GatewayModel): Generator<Finding> {
  const { integration } = route;
  if (!integration || !isService(integration)) return;
  const { accepts, bodyByDefault } = definitionOf(integration);
  const options: Readonly<Record<string, unknown>> = integration.options;
  for (const [name, accepted] of Object.entries(accepts)) {
    const value = options[name] ?? (name === bodyByDefault ? WHOLE_BODY : undefined);
    if (!isRequestValue(value) || value['@request'] !== 'body') continue;
    const type = memberType(viewRoute(route, model).requestType, value.path);
    const { words, mayBe, fix } = ACCEPTED[accepted];
    if (!type || mayBe(type)) continue;
    const written = formatRequestValue(value);
    yield {
      at: placeOf(route),
      message: `\`${name}\` is \`${written}\`, which is ${nameKind(type)}, but the service accepts only ${words}`,
      fix,
    };
  }
}

const WHOLE_BODY = { '@request': 'body', path: '$' } as const;

const ACCEPTED = {
  object: {
    words: 'an object',
    mayBe: mayBeObject,
    fix: "Name an object of the body, such as `fromBody('$.order')`, or declare the body with a DTO.",
  },
  list: {
    words: 'a list of objects',
    mayBe: (type: DataType): boolean =>
      type.kind === 'list' ? mayBeObject(type.items) : type.kind === 'unknown' && type.why !== ANY_OBJECT,
    fix: "Name a list of the body, such as `fromBody('$.orders')`, and declare its entries with a DTO.",
  },
} as const;

export function mayBeObject(type: DataType | undefined): boolean {
  return type !== undefined && ['object', 'map', 'unknown'].includes(type.kind);
}

export function nameKind(type: DataType): string {
  if (type.kind === 'list') return mayBeObject(type.items) ? 'a list' : `a list of ${type.items.kind}s`;
  return type.kind === 'object' || type.kind === 'unknown' ? 'an object' : `a ${type.kind}`;
}
