import type { GatewayModel, Route } from '../../model/gateway-model.js';
import { viewRoute } from '../../model/view-route.js';
import type { DataType } from '../../openapi/data-type.js';
import { memberType } from '../../openapi/member-type.js';
import { isService } from '../../services/service-integrations.js';
import { definitionOf } from '../../services/services.js';
import { isRequestValue } from '../../values/request-value.js';
import { placeOf, type Finding } from '../rule.js';

/** Values of the body that the service accepts only if they are objects, and that are not. */
export function* findOtherThanObject(route: Route, model: GatewayModel): Generator<Finding> {
  const { integration } = route;
  if (!integration || !isService(integration)) return;
  const { objects, bodyByDefault } = definitionOf(integration);
  const options: Readonly<Record<string, unknown>> = integration.options;
  for (const name of objects) {
    const value = options[name] ?? (name === bodyByDefault ? WHOLE_BODY : undefined);
    if (!isRequestValue(value) || value['@request'] !== 'body') continue;
    const type = memberType(viewRoute(route, model).requestType, value.path);
    if (!type || mayBeObject(type)) continue;
    const written = value.path === '$' ? 'fromBody()' : `fromBody('${value.path}')`;
    yield {
      at: placeOf(route),
      message: `\`${name}\` is \`${written}\`, which is ${nameKind(type)}, but the service accepts only an object`,
      fix: "Name an object of the body, such as `fromBody('$.order')`, or declare the body with a DTO.",
    };
  }
}

const WHOLE_BODY = { '@request': 'body', path: '$' } as const;

export function mayBeObject(type: DataType | undefined): boolean {
  return type !== undefined && ['object', 'map', 'unknown'].includes(type.kind);
}

export function nameKind({ kind }: DataType): string {
  return kind === 'object' ? 'an object' : `a ${kind}`;
}
