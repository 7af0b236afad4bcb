import type { Rule } from '../../../../rules/rule.js';

/** "Private REST APIs": without a resource policy nobody can call a private API. */
export const privateApiWithoutPolicy: Rule = {
  code: 'private-api-without-policy',
  severity: 'warning',
  *check({ settings: { endpoint, policy } }) {
    if (policy !== undefined || !endpoint?.vpcEndpointIds?.length) return;
    yield {
      at: {},
      message:
        '`endpoint.vpcEndpointIds` makes the API private, but the API has no `policy`: it rejects every call',
      fix: "Set `forRoot({ policy })` with an `Allow` for `execute-api:Invoke`. If Terraform sets the policy, add `forRoot({ ignore: { 'private-api-without-policy': '…' } })`.",
    };
  },
};
