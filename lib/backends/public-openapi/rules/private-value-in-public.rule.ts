import type { GatewayModel } from '../../../model/gateway-model.js';
import { listPrivateValues } from '../../../model/list-private-values.js';
import { toJson } from '../../../options/option-shape.js';
import { isObject, type OpenApiDocument } from '../../../openapi/openapi.js';
import { isDeployValue, isPlaceholder } from '../../../values/deploy-value.js';
import type { Rule } from '../../../rules/rule.js';
import { findPlace } from './find-place.js';

/** A pattern of private text, and what it is, in words. */
interface Private {
  readonly pattern: RegExp;
  readonly what: string;
}

/** A description may contain a private value of the gateway's options. Therefore the rule reads the whole public document. */
export const privateValueInPublic: Rule<OpenApiDocument> = {
  code: 'private-value-in-public',
  severity: 'error',
  *check(model, publicDocument) {
    const whole = toJson(publicDocument) ?? '';
    const suspects = listSuspects(model, whole);
    if (suspects.length === 0) return;
    for (const { keys, text } of listTexts(publicDocument, [])) {
      const seen: string[] = [];
      for (const { pattern, what } of suspects) {
        const found = pattern.exec(text)?.[0];
        // The account is part of an ARN.
        if (found === undefined || seen.some((other) => other.includes(found))) continue;
        seen.push(found);
        yield {
          at: findPlace(keys, model, publicDocument),
          message: `the public document contains \`${found}\`, ${what}`,
          fix: "Remove it from the text, or give the reason why it may be public: `@AwsIgnore('private-value-in-public', '…')` or `forRoot({ ignore: { 'private-value-in-public': '…' } })`.",
        };
      }
    }
  },
};

/** The private text that the document contains. If there is none, nothing else is read. */
function listSuspects(model: GatewayModel, whole: string): readonly Private[] {
  const fixed: Private[] = [
    { pattern: /\barn:[\w${}:-]+?:[a-z0-9-]+:[^\s"'`\\]*/, what: 'an ARN' },
    { pattern: /\$\{AWS::\w+\}/, what: 'a variable that API Gateway fills in on import' },
    { pattern: /\bx-amazon-apigateway-[\w-]+/, what: 'an extension of API Gateway' },
  ];
  const suspects = fixed.filter((_, index) => whole.includes(['arn:', '${AWS::', 'x-amazon-'][index]!));
  const names = whole.includes('${') ? listNames(model) : [];
  if (names.length > 0) {
    suspects.push({ pattern: new RegExp(`\\$\\{(?:${names.join('|')})\\}`), what: 'a placeholder' });
  }
  const values = new Map<string, string[]>();
  for (const { value, what } of listPrivateValues(model)) {
    if (whole.includes(value)) values.set(what, [...(values.get(what) ?? []), value]);
  }
  for (const [what, found] of values) {
    // Whole words: `jobs-1` is not `jobs-10`.
    const pattern = new RegExp(`(?<![\\w-])(?:${found.map(escape).join('|')})(?![\\w-])`);
    suspects.push({ pattern, what });
  }
  return suspects;
}

/** The placeholders of the gateway's options. */
function listNames({ settings, authorizers, routes }: GatewayModel): readonly string[] {
  // Many routes share one integration.
  const ofRoutes = new Set<unknown>(routes.flatMap(({ integration, cors }) => [integration, cors]));
  return [...new Set(placeholdersIn([settings, authorizers, ...ofRoutes]))].toSorted();
}

function* placeholdersIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if (isDeployValue(value)) {
    for (const part of value['@deploy']) if (isPlaceholder(part)) yield part.placeholder;
  } else {
    for (const member of Object.values(value)) yield* placeholdersIn(member);
  }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Every text of a document, including its keys, with the keys that lead to it. */
function* listTexts(
  value: unknown,
  keys: readonly string[],
): Generator<{ readonly keys: readonly string[]; readonly text: string }> {
  if (typeof value === 'string') yield { keys, text: value };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* listTexts(item, [...keys, String(index)]);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      yield { keys: [...keys, key], text: key };
      yield* listTexts(item, [...keys, key]);
    }
  }
}
