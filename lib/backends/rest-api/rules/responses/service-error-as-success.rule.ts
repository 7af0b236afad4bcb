import { matchesPattern } from '../../../../grammar/selection-pattern.js';
import type { IntegrationResponse } from '../../../../model/integrations/integration.js';
import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Finding, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/** An error that gets a response for successes: the caller sees a success, with the original message. */
export const serviceErrorAsSuccess: Rule = {
  code: 'service-error-as-success',
  severity: 'warning',
  *check(model) {
    for (const { route, view } of listRawIntegrations(model)) {
      const { type, target, responses } = view;
      if (type !== 'aws' || !target || !responses) continue;
      const found = target === 'function' ? ofFunction(responses) : ofService(responses);
      if (found) yield { at: placeOf(route), ...found };
    }
  },
};

type Found = Pick<Finding, 'message' | 'fix'>;
type Responses = Readonly<Record<string, IntegrationResponse>>;

/** Patterns match an `errorMessage`, which nobody knows: a function is sure to fail as a success only without one. */
function ofFunction(responses: Responses): Found | undefined {
  const only = responses['default'];
  if (!only || Object.keys(responses).length > 1 || !isSuccess(only)) return undefined;
  return {
    message: `the \`responses\` of \`@AwsIntegration\` have only \`default\`: a function that fails returns ${String(only.statusCode)} with the original error message`,
    fix: "Add `'[\\\\s\\\\S]+': { statusCode: '500', responseTemplates: … }`, which matches every `errorMessage`.",
  };
}

/** The statuses of errors that AWS services return. */
const ERRORS = ['400', '403', '404', '413', '429', '500', '503'];

function ofService(responses: Responses): Found | undefined {
  const missed = ERRORS.filter((status) => {
    const answers = listAnswers(status, responses).map((pattern) => responses[pattern]!);
    return answers.length > 0 && answers.every(isSuccess);
  });
  const [status] = missed;
  if (status === undefined) return undefined;
  const pattern = listAnswers(status, responses)[0]!;
  const missing = [
    ["'4\\\\d{2}'", '400', '4'],
    ["'5\\\\d{2}'", '502', '5'],
  ]
    .filter(([, , start]) => missed.some((one) => one.startsWith(start!)))
    .map(([key, answer]) => `\`${key}: { statusCode: '${answer}', responseTemplates: … }\``);
  return {
    message: `an error of the service, such as ${status}, gets the response \`${pattern}\` of \`@AwsIntegration\`: it returns ${String(responses[pattern]!.statusCode)} with the original error message`,
    fix: `${pattern === 'default' ? 'Add' : `Let \`${pattern}\` match no error, and add`} ${joinWords(missing)}.`,
  };
}

/** The keys of the responses that a status may get: of the patterns that match, or may, one wins. */
function listAnswers(status: string, responses: Responses): readonly string[] {
  const patterns = Object.keys(responses).filter((pattern) => pattern !== 'default');
  const matching = patterns.filter((pattern) => matchesPattern(pattern, status) !== false);
  if (matching.length > 0) return matching;
  return responses['default'] ? ['default'] : [];
}

function isSuccess({ statusCode, responseTemplates = {} }: IntegrationResponse): boolean {
  const decides = Object.values(responseTemplates).some((template) =>
    template.includes('responseOverride.status'),
  );
  return !decides && /^[123]/.test(String(statusCode));
}
