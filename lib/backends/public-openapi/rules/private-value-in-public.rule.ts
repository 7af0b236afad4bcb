import type { GatewayModel } from '../../../model/gateway-model.js';
import { listPrivateValues, type PrivateValue } from '../../../model/list-private-values.js';
import { toJson } from '../../../options/option-shape.js';
import { isObject, type OpenApiDocument } from '../../../openapi/openapi.js';
import { isDeployValue, isPlaceholder } from '../../../values/deploy-value.js';
import type { Rule } from '../../../rules/rule.js';
import { findPlace } from './find-place.js';

/** A pattern of private text, and what it is, in words. */
interface Private {
  readonly pattern: RegExp;
  readonly what: string;
  /** Where it is not private: names of the public document's own, and values that are shown as an example. */
  readonly except?: 'names' | 'examples';
}

/** Keys whose text is a name that the application gives something public. */
const OWN_NAMES = ['operationId', 'name', 'tags', '$ref', 'required', 'propertyName'];
/** Keys of values that a caller may send or get. */
const EXAMPLES = ['example', 'examples', 'default', 'enum', 'const', 'pattern'];

/** A description may contain a private value of the gateway's options. Therefore the rule reads the whole public document. */
export const privateValueInPublic: Rule<OpenApiDocument> = {
  code: 'private-value-in-public',
  severity: 'error',
  *check(model, publicDocument) {
    const whole = toJson(publicDocument) ?? '';
    const suspects = listSuspects(model, whole);
    if (suspects.length === 0) return;
    for (const { keys, text, isKey } of listTexts(publicDocument, [])) {
      const seen: string[] = [];
      const isName = isKey || keys.slice(-2).some((key) => OWN_NAMES.includes(key));
      const isExample = keys.some((key) => EXAMPLES.includes(key));
      for (const { pattern, what, except } of suspects) {
        if ((except === 'names' && isName) || (except === 'examples' && isExample)) continue;
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
    { pattern: /\barn:[\w${}:-]+?:[a-z0-9-]+:[^\s"'`\\]*/, what: 'an ARN', except: 'examples' },
    { pattern: /\$\{AWS::\w+\}/, what: 'a variable that API Gateway fills in on import' },
    { pattern: /\bx-amazon-apigateway-[\w-]+/, what: 'an extension of API Gateway' },
  ];
  const suspects = fixed.filter((_, index) => whole.includes(['arn:', '${AWS::', 'x-amazon-'][index]!));
  const names = whole.includes('${') ? listNames(model) : [];
  if (names.length > 0) {
    suspects.push({ pattern: new RegExp(`\\$\\{(?:${names.join('|')})\\}`), what: 'a placeholder' });
  }
  const privateValues = listPrivateValues(model);
  const mayHave = createSearch(privateValues.length > 0 ? whole : '');
  const values = new Map<string, PrivateValue[]>();
  for (const value of privateValues) {
    if (mayHave(value)) values.set(value.what, [...(values.get(value.what) ?? []), value]);
  }
  for (const [what, found] of values) {
    const { kind } = found[0]!;
    // Whole words: `jobs-1` is not `jobs-10`.
    const pattern = new RegExp(
      `(?<![\\w-])(?:${found.map(patternOf).join('|')})(?![\\w-])`,
      kind === 'host' ? 'i' : '',
    );
    suspects.push({ pattern, what, ...(kind === 'name' ? { except: 'names' } : {}) });
  }
  return suspects;
}

const WORD = /[\w-]+/g;

/** Whether a text may have a value. Most have no word of it, and the text, which is long, is not searched for them. */
function createSearch(text: string): (value: PrivateValue) => boolean {
  const lower = text.toLowerCase();
  const words = new Set(lower.match(WORD));
  return ({ pieces }) => {
    const searched = pieces.map((piece) => piece.toLowerCase());
    // A piece beside something unknown may be a part of a word.
    const isWhole = searched.length === 1;
    if (isWhole && !(searched[0]!.match(WORD) ?? []).every((word) => words.has(word))) return false;
    return searched.every((piece) => lower.includes(piece));
  };
}

function patternOf({ pieces, kind }: PrivateValue): string {
  const pattern = pieces.map(escape).join('[\\w.-]+');
  // A host of one label is a word like others, but in a URL or in front of a port.
  const isWord = kind === 'host' && pieces.length === 1 && !pieces[0]!.includes('.');
  return isWord ? `(?<=://)${pattern}|${pattern}(?=:\\d)` : pattern;
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
): Generator<{ readonly keys: readonly string[]; readonly text: string; readonly isKey: boolean }> {
  if (typeof value === 'string') yield { keys, text: value, isKey: false };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* listTexts(item, [...keys, String(index)]);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      yield { keys: [...keys, key], text: key, isKey: true };
      yield* listTexts(item, [...keys, key]);
    }
  }
}
