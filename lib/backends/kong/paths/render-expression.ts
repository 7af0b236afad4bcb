import { captureName } from './capture-name.js';

const SPECIAL = /[\\.+*?()[\]{}^$|]/g;
const VARIABLE = /^\{([^{}]+?)(\+?)\}$/;

/**
 * A path as the regular expression by which Kong finds its route. Kong anchors the start. Like API Gateway it takes a
 * slash at the end for nothing. Captures are the path parameters of the event of a function.
 */
export function renderExpression(path: string): string {
  const segments = segmentsOf(path).map((segment) => {
    const [, name, greedy] = VARIABLE.exec(segment) ?? [];
    if (name === undefined) return escapeText(segment);
    return greedy ? `(?<${captureName(path, name)}>.+?)` : `(?<${captureName(path, name)}>[^/]+)`;
  });
  return segments.length === 0 ? '~/$' : `~/${segments.join('/')}/?$`;
}

export function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** Text as a regular expression that matches only it. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}
