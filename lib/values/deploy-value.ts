/** A value known only at deployment: filled in by Terraform's `templatefile`, or by `apigen --var`. */
export interface Placeholder {
  readonly placeholder: string;
}

/**
 * A string from a decorator or module option: text, and placeholders written `${name}` with a plain identifier.
 * Anything else in `${…}` is text: `${AWS::Region}`, `${stageVariables.x}`, an expression.
 *
 * It is told apart by its only key, never by its class, so that it survives JSON and two copies of the package.
 */
export interface DeployValue {
  readonly '@deploy': readonly (string | Placeholder)[];
}

const PLACEHOLDER = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

export function isDeployValue(value: unknown): value is DeployValue {
  // A list: an extension of the application's own may have a member of that name.
  return typeof value === 'object' && value !== null && '@deploy' in value && Array.isArray(value['@deploy']);
}

/** Reads `${name}` in an option as placeholders. */
export function parseDeployValue(text: string): DeployValue {
  const parts: (string | Placeholder)[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ placeholder: match[1]! });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return { '@deploy': parts };
}

/** Joins text, which is taken as it is, and values into one value. */
export function joinDeployValue(...pieces: readonly (string | DeployValue)[]): DeployValue {
  const parts: (string | Placeholder)[] = [];
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

/** Changes the text of a value and leaves its placeholders. */
export function mapDeployText(value: DeployValue, change: (text: string) => string): DeployValue {
  return joinDeployValue(
    ...value['@deploy'].map((part) => (typeof part === 'string' ? change(part) : { '@deploy': [part] })),
  );
}

/** The value as its author wrote it, placeholders as `${name}`. */
export function formatDeployValue(value: DeployValue): string {
  return value['@deploy']
    .map((part) => (typeof part === 'string' ? part : `\${${part.placeholder}}`))
    .join('');
}

export function hasPlaceholder(value: DeployValue): boolean {
  return value['@deploy'].some((part) => typeof part !== 'string');
}
