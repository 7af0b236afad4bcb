import { isObject, type Json } from '../../openapi/openapi.js';
import type { Found } from '../change.js';

const PARTS = { validateRequestBody: 'bodies', validateRequestParameters: 'parameters' } as const;

/** What API Gateway checks before it calls the integration. */
export function compareValidators(base: Json | undefined, now: Json | undefined): readonly Found[] {
  return Object.entries(PARTS).flatMap(([member, what]): readonly Found[] => {
    const [was, is] = [base, now].map((one) => isObject(one) && one[member] === true);
    if (was === is) return [];
    return is
      ? [
          {
            kind: 'validator-added',
            message: `API Gateway now checks ${what}: it rejects invalid ones with a 400`,
          },
        ]
      : [
          {
            kind: 'validator-removed',
            message: `API Gateway no longer checks ${what}: invalid ones reach the integration`,
          },
        ];
  });
}
