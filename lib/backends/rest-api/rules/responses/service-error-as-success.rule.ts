import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** With `default` alone, an error reaches the caller as a success, with the words of the service or the function. */
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
        message: `\`default\` is the only one of the \`responses\` of \`@AwsIntegration\`, so ${
          target === 'function' ? 'a function that fails' : 'an error of the service'
        } answers ${String(statusCode)}, with its own words`,
        fix:
          target === 'function'
            ? "Add `'[\\\\s\\\\S]+': { statusCode: '500', responseTemplates: … }`, which is any `errorMessage`."
            : "Add `'4\\\\d{2}'` and `'5\\\\d{2}'`, with templates of your own.",
      };
    }
  },
};
