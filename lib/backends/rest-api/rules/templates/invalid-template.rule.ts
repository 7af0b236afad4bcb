import { findNearest } from '../../../../options/find-nearest.js';
import { list } from '../../../../options/option-shape.js';
import { findUnbalanced, listNames, listUnmended, readLive } from '../../../../grammar/read-template.js';
import { listTemplates } from './list-templates.js';
import { placeOf, type Finding, type Rule } from '../../../../rules/rule.js';

/**
 * Import does not check templates: a template that cannot be read returns 500, and an unknown function prints nothing.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export const invalidTemplate: Rule = {
  code: 'invalid-template',
  severity: 'error',
  *check({ routes }) {
    for (const route of routes) {
      for (const { name, text, inJson = isJson(text) } of listTemplates(route.integration)) {
        for (const { message, fix } of findFaults(readLive(text))) {
          yield { at: placeOf(route), message: `${name} has ${message}`, fix };
        }
        for (const call of new Set(inJson ? listUnmended(readLive(text)) : [])) {
          yield {
            at: placeOf(route),
            message: `${name} has \`${call}\`, which writes \`\\'\` for an apostrophe, which is not valid JSON`,
            fix: `Write \`${call}.replaceAll("\\\\'", "'")\`.`,
          };
        }
      }
    }
  },
};

const FUNCTIONS: Readonly<Record<'util' | 'input', readonly string[]>> = {
  util: ['escapeJavaScript', 'urlEncode', 'urlDecode', 'parseJson', 'base64Encode', 'base64Decode'],
  input: ['body', 'json', 'path', 'params'],
};

/** The first text that a template prints shows its format. */
function isJson(text: string): boolean {
  const printed = readLive(text).replace(/#set\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '');
  return /^[{[]/.test(printed.trim());
}

function* findFaults(live: string): Generator<Omit<Finding, 'at'>> {
  const unbalanced = findUnbalanced(live);
  if (unbalanced !== undefined) {
    yield { message: unbalanced, fix: 'Close each `#if` and `#foreach` with one `#end`.' };
  }
  for (const root of ['util', 'input'] as const) {
    const known = FUNCTIONS[root];
    const unknown = [...listNames(live, root)].filter(({ names }) => !known.includes(names[0]!));
    for (const name of new Set(unknown.map(({ names }) => names[0]!))) {
      const [meant] = findNearest(name, known);
      const names = list(known.map((one) => `$${root}.${one}`));
      yield {
        message: `\`$${root}.${name}\`, which API Gateway does not know: it prints nothing`,
        fix: meant ? `Write \`$${root}.${meant}\`.` : `Use ${names}.`,
      };
    }
  }
}
