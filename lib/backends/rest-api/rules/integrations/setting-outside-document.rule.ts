import type { Rule } from '../../../../rules/rule.js';

/** The document of a REST API has no place for the type of its addresses: import would ignore it. */
export const settingOutsideDocument: Rule = {
  code: 'setting-outside-document',
  severity: 'info',
  *check({ settings: { endpoint } }) {
    const type = endpoint?.ipAddressType;
    if (type === undefined) return;
    yield {
      at: {},
      message: `\`forRoot({ endpoint: { ipAddressType: '${type}' } })\` is not in the document: API Gateway imports it for HTTP APIs only`,
      fix: `Set \`ip_address_type = "${type}"\` in the \`endpoint_configuration\` of \`aws_api_gateway_rest_api\` too.`,
    };
  },
};
