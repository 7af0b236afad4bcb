import { isObject, type Json } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers } from '../compare-members.js';
import { compareCorsPolicies } from '../cors/compare-cors-policies.js';
import { readResponse } from '../cors/read-policy.js';
import { withoutCors } from '../cors/without-cors.js';
import { describeDifference, differs, entriesDiffer } from '../describe-difference.js';
import { showValue } from '../show-value.js';

/** The responses that API Gateway makes itself, by type. */
export function compareGatewayResponses(base: Json | undefined, now: Json | undefined): readonly Found[] {
  const kind = 'gateway-response-changed';
  return compareMembers(isObject(base) ? base : {}, isObject(now) ? now : {}, {}, (type, was, is) => {
    const name = `the gateway response ${showValue(type)}`;
    if (!isObject(was)) return [{ kind, message: `${name} is added` }];
    if (!isObject(is)) return [{ kind, message: `${name} is removed: callers get the default` }];
    const ofCors = compareCorsPolicies(readResponse(was), readResponse(is), EVERY_METHOD);
    return [
      ...ofCors.map((found) => ({ ...found, kind, message: `${name}: ${found.message}` }) as const),
      ...compareMembers(
        withoutCors(was),
        withoutCors(is),
        {
          statusCode: differs(kind, `${name}: the status`),
          responseTemplates: entriesDiffer(kind, `${name}: the template of`),
          responseParameters: entriesDiffer(kind, `${name}: the parameter`),
        },
        (member, a, b) => [{ kind, message: `${name}: \`${member}\` ${describeDifference(a, b)}` }],
      ),
    ];
  });
}

const EVERY_METHOD = { had: (): boolean => true, has: (): boolean => true };
