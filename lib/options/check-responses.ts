import type { FaultPlace, OptionFault } from './option-fault.js';
import { isObject } from '../openapi/openapi.js';
import { shapes, show, unknown } from './option-shape.js';
import { responses as RESPONSES, stringMap, templates } from './option-shapes.js';
import { isPattern } from '../grammar/selection-pattern.js';

const ANSWER = {
  options: {
    statusCode: shapes.json,
    responseTemplates: templates,
    responseParameters: stringMap(''),
    contentHandling: shapes.oneOf('CONVERT_TO_TEXT', 'CONVERT_TO_BINARY'),
  },
};

/** The patterns of `responses`, and members of their responses that import ignores. */
export function checkResponses(owner: string, given: unknown, at: FaultPlace): readonly OptionFault[] {
  const responses = isObject(given) ? given['responses'] : undefined;
  // The shape of `responses` reports a value that is not an object of responses.
  if (!isObject(responses) || !RESPONSES.accepts(responses)) return [];
  return Object.entries(responses).flatMap(([pattern, response]): OptionFault[] => {
    const answer = response as Readonly<Record<string, unknown>>;
    const { contentHandling } = answer;
    return [
      ...(isPattern(pattern)
        ? []
        : [
            {
              code: 'invalid-option' as const,
              at,
              message:
                pattern === ''
                  ? `the \`responses\` of ${owner} have an empty pattern, which means \`default\``
                  : `the pattern \`${pattern}\` in the \`responses\` of ${owner} is not a Java regular expression`,
              fix: 'Use a regular expression, such as `4\\d{2}`, or `default`.',
            },
          ]),
      ...Object.keys(answer)
        .filter((name) => !Object.hasOwn(ANSWER.options, name))
        .map((name) => unknown(owner, `option \`${name}\` in the response \`${pattern}\``, name, ANSWER, at)),
      ...(contentHandling === undefined || ANSWER.options.contentHandling.accepts(contentHandling)
        ? []
        : [
            {
              code: 'invalid-option' as const,
              at,
              message: `the option \`contentHandling\` in the response \`${pattern}\` of ${owner} is ${show(contentHandling)}`,
              fix: `Set \`contentHandling\` to ${ANSWER.options.contentHandling.expected}.`,
            },
          ]),
    ];
  });
}
