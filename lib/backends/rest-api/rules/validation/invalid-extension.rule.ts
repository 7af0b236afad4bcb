import { SECURITY_POLICIES } from '../../../../options/module-shapes.js';
import type { Rule } from '../../../../rules/rule.js';

/**
 * Extensions that the application adds to the document, with values that import rejects.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/openapi-extensions-security-policy.html
 */
export const invalidExtension: Rule = {
  code: 'invalid-extension',
  severity: 'error',
  *check({ document }) {
    const policy = document[POLICY];
    const access = document[ACCESS];
    if (policy !== undefined && !(SECURITY_POLICIES as readonly string[]).includes(String(policy))) {
      yield {
        at: {},
        message: `the extension \`${POLICY}\` is \`${show(policy)}\`, which API Gateway does not support`,
        fix: `Use one of ${SECURITY_POLICIES.map((name) => `\`${name}\``).join(', ')}.`,
      };
    } else if (String(policy).startsWith(ENHANCED) && access === undefined) {
      yield {
        at: {},
        message: `the extension \`${POLICY}\` is \`${show(policy)}\`, which API Gateway accepts only together with an endpoint access mode`,
        fix: `Add the extension \`${ACCESS}\` with \`BASIC\` or \`STRICT\`.`,
      };
    }
    if (access !== undefined && access !== 'BASIC' && access !== 'STRICT') {
      yield {
        at: {},
        message: `the extension \`${ACCESS}\` is \`${show(access)}\`, which API Gateway does not support`,
        fix: 'Use `BASIC` or `STRICT`.',
      };
    }
  },
};

const POLICY = 'x-amazon-apigateway-security-policy';
const ACCESS = 'x-amazon-apigateway-endpoint-access-mode';
const ENHANCED = 'SecurityPolicy_';
function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
