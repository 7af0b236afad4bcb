import { memberOf } from '../../../openapi/member-of.js';
import type { Place } from '../../../model/routes/route.js';
import { isObject } from '../../../openapi/openapi.js';
import { formatDeployValue, isDeployValue } from '../../../values/deploy-value.js';
import type { PlacedOperation } from './list-operations.js';
import { measureText } from './measure-json.js';

/** The size of the largest mapping template of each operation that has one, in bytes. */
export function listTemplates(
  operations: readonly PlacedOperation[],
): readonly { readonly size: number; readonly at: Place }[] {
  return operations.flatMap(({ at, rendered: { integration } }) => {
    if (!integration) return [];
    const responses = Object.values(memberOf(integration, 'responses')).filter(isObject);
    const templates = [
      ...Object.values(memberOf(integration, 'requestTemplates')),
      ...responses.flatMap((response) => Object.values(memberOf(response, 'responseTemplates'))),
    ];
    return templates.length === 0 ? [] : [{ at, size: Math.max(...templates.map(measureTemplate)) }];
  });
}

/** A template that is `null` hides one of the same type. */
function measureTemplate(template: unknown): number {
  if (isDeployValue(template)) return measureText(formatDeployValue(template));
  return typeof template === 'string' ? measureText(template) : 0;
}
