import type { Rule } from '../../../../rules/rule.js';

/** "Private REST APIs": without a resource policy nobody may call one. */
export const privateApiWithoutPolicy: Rule = {
  code: 'private-api-without-policy',
  severity: 'warning',
  *check({ settings: { endpoint, policy } }) {
    if (policy !== undefined || !endpoint?.vpcEndpointIds?.length) return;
    yield {
      at: {},
      message:
        '`endpoint.vpcEndpointIds` makes the API private, and without a `policy` it refuses every call',
      fix: 'Set `policy` with an `Allow` for `execute-api:Invoke`, or silence this with `ignore` when Terraform sets one.',
    };
  },
};
