import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** With only `default`, the caller gets an error as a success, with the message of the service or the function. */
export const serviceErrorAsSuccess: Rule = {
  code: 'service-error-as-success',
  severity: 'warning',
  *check(model) {
    for (const {
      route,
      view: { type, target, responses },
    } of listRawIntegrations(model)) {
      if (type !== 'aws' || !target || !responses?.['default'] || Object.keys(responses).length > 1) continue;
      const { statusCode, responseTemplates = {} } = responses['default'];
      const decides = Object.values(responseTemplates).some((template) =>
        template.includes('responseOverride.status'),
      );
      if (decides || !/^[123]/.test(String(statusCode))) continue;
      yield {
        at: placeOf(route),
        message: `the \`responses\` of \`@AwsIntegration\` have only \`default\`: ${
          target === 'function' ? 'a function that fails' : 'an error of the service'
        } returns ${String(statusCode)} with the original error message`,
        fix:
          target === 'function'
            ? "Add `'[\\\\s\\\\S]+': { statusCode: '500', responseTemplates: … }`, which matches every `errorMessage`."
            : "Add `'4\\\\d{2}': { statusCode: '400', responseTemplates: … }` and `'5\\\\d{2}': { statusCode: '502', responseTemplates: … }`.",
      };
    }
  },
};
