/** A value known only at deployment: filled in by Terraform's `templatefile`, or by `apigen --var`. */
export interface Placeholder {
  /** The identifier in `${name}`. */
  readonly placeholder: string;
  /** The language inside of which the value stands, beside the JSON of the document. Absent: none. */
  readonly within?: PlaceholderPlace;
}

/**
 * Where the origins of a list stand: in the condition of a template, as the origin of a gateway response, or as the items
 * of an array. Where credentials go with the request, `*` is not one of them.
 */
export type OriginPlace =
  | 'origin_test'
  | 'origin_test_exact'
  | 'origin_error'
  | 'origin_error_echo'
  | 'origin_items'
  | 'origin_items_exact';

/**
 * A string of the JSON that a template writes, JSON text in such a string, a form body, JSON in a form body, the path of a
 * URI, or a place of origins.
 */
export type PlaceholderPlace = 'json' | 'json2' | 'form' | 'form_json' | 'path' | OriginPlace;

/** A fact of the API itself, which API Gateway fills in when it imports the document. */
export interface ImportVariable {
  /** Its name, as in `${AWS::Region}`. */
  readonly variable: 'AWS::Region' | 'AWS::Partition' | 'AWS::AccountId';
}

export type DeployPart = string | Placeholder | ImportVariable;

/**
 * A string from a decorator or module option: text, placeholders written `${name}` with a plain identifier, and API
 * Gateway's import variables such as `${AWS::Region}`. Anything else in `${…}` is text: `${stageVariables.x}`, an
 * expression, and `${true}`, `${false}` and `${null}`, which are words of Terraform's own.
 *
 * It is told apart by its only key, never by its class, so that it survives JSON and two copies of the package.
 */
export interface DeployValue {
  /** The parts, in order. */
  readonly '@deploy': readonly DeployPart[];
}

const PLACEHOLDER = /\$\{(?!(?:true|false|null)\})([A-Za-z_][A-Za-z0-9_]*)\}/g;
const PART =
  /\$\{(?!(?:true|false|null)\})(?:([A-Za-z_][A-Za-z0-9_]*)|(AWS::(?:Region|Partition|AccountId)))\}/g;

export function isDeployValue(value: unknown): value is DeployValue {
  // A list: an extension of the application's own may have a member of that name.
  return typeof value === 'object' && value !== null && '@deploy' in value && Array.isArray(value['@deploy']);
}

/** Reads an option: `${name}` as placeholders, `${AWS::Region}` and the like as import variables. */
export function parseDeployValue(text: string): DeployValue {
  return parse(text, PART);
}

/** Reads an option that API Gateway's import leaves as it is: everything but placeholders is text. */
export function parsePlaceholders(text: string): DeployValue {
  return parse(text, PLACEHOLDER);
}

function parse(text: string, pattern: RegExp): DeployValue {
  const parts: DeployPart[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(
      match[1] === undefined
        ? { variable: match[2] as ImportVariable['variable'] }
        : { placeholder: match[1] },
    );
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return { '@deploy': parts };
}

export function isPlaceholder(part: DeployPart | undefined): part is Placeholder {
  return typeof part === 'object' && 'placeholder' in part;
}

/** Whether a placeholder stands for a list of origins there. */
export function isOriginPlace(within: PlaceholderPlace | undefined): within is OriginPlace {
  return within?.startsWith('origin_') === true;
}

/** The placeholder of an item that stands for any number of items of its array. */
export function listOfItems(item: unknown): Placeholder | undefined {
  if (!isDeployValue(item)) return undefined;
  const [part] = item['@deploy'];
  return isPlaceholder(part) && part.within?.startsWith('origin_items') ? part : undefined;
}

export function isImportVariable(part: DeployPart | undefined): part is ImportVariable {
  return typeof part === 'object' && 'variable' in part;
}

/** Joins text, which is taken as it is, and values into one value. */
export function joinDeployValue(...pieces: readonly (string | DeployValue)[]): DeployValue {
  const parts: DeployPart[] = [];
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    for (const part of piece['@deploy']) {
      if (typeof part === 'string') {
        text += part;
        continue;
      }
      if (text !== '') parts.push(text);
      parts.push(part);
      text = '';
    }
  }
  if (text !== '') parts.push(text);
  return { '@deploy': parts };
}

/**
 * Changes the text of a value and leaves its placeholders and variables.
 *
 * @param within where the value stands: its placeholders say so. Absent: as before
 */
export function mapDeployText(
  value: DeployValue,
  change: (text: string) => string,
  within?: PlaceholderPlace,
): DeployValue {
  return joinDeployValue(
    ...value['@deploy'].map((part) => {
      if (typeof part === 'string') return change(part);
      return { '@deploy': [within && isPlaceholder(part) ? { ...part, within } : part] };
    }),
  );
}

/** The value as its author wrote it. */
export function formatDeployValue(value: DeployValue): string {
  return value['@deploy'].map(formatPart).join('');
}

export function formatPart(part: DeployPart): string {
  if (typeof part === 'string') return part;
  return isPlaceholder(part) ? `\${${part.placeholder}}` : `\${${part.variable}}`;
}
