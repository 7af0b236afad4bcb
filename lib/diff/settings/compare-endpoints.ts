import { isObject, type Json } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers } from '../compare-members.js';
import { describeDifference, differs } from '../describe-difference.js';
import { isSameSet } from '../is-same.js';

/** Where the API is reached. */
export function compareEndpoints(base: Json | undefined, now: Json | undefined): readonly Found[] {
  return compareMembers(
    isObject(base) ? base : {},
    isObject(now) ? now : {},
    {
      types: (was, is) => {
        const leavesVpc = isPrivate(was) && !isPrivate(is);
        return differs(leavesVpc ? 'endpoint-opened' : 'endpoint-changed', 'the type of the endpoint')(
          was,
          is,
        );
      },
      disableExecuteApiEndpoint: (was, is) =>
        (was ?? false) === (is ?? false)
          ? []
          : is === true
            ? [
                {
                  kind: 'endpoint-changed',
                  message: 'the default endpoint is disabled: its address no longer answers',
                },
              ]
            : [
                {
                  kind: 'endpoint-opened',
                  message: 'the default endpoint answers now, beside the custom domain',
                },
              ],
      vpcEndpointIds: (was, is) =>
        isSameSet(was, is) ? [] : differs('endpoint-changed', 'the list of VPC endpoints')(was, is),
    },
    (member, was, is) => [
      { kind: 'endpoint-changed', message: `\`${member}\` of the endpoint ${describeDifference(was, is)}` },
    ],
  );
}

function isPrivate(types: Json | undefined): boolean {
  return Array.isArray(types) && types.includes('PRIVATE');
}
