import { replaceLone } from '../../java/form-encoding.js';
import { GatewayFault } from '../gateway-fault.js';

export interface UriValue {
  readonly text: string;
  /** Whether it came out of the caller's path, where it stands percent-encoded. */
  readonly isEncoded: boolean;
}

interface UriSources {
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, UriValue>>;
  readonly routePath: string;
}

/**
 * The URI of an integration with its variables. A stage variable that is not set fails the request; a path variable
 * without a value stays as it is written. What API Gateway makes of encoded values of the caller's path is not recorded:
 * here they reach the backend as the caller sent them. A slash is encoded unless the route's own variable is greedy.
 */
export function fillUri(uri: string, { stageVariables, variables, routePath }: UriSources): string {
  return uri
    .replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => {
      const value = stageVariables[name];
      if (value === undefined) throw new GatewayFault('API_CONFIGURATION_ERROR');
      return value;
    })
    .replace(/(?<!\$)\{(\w[\w.-]*)\}/g, (written, name: string) => {
      if (!Object.hasOwn(variables, name)) return written;
      return encode(variables[name]!, routePath.includes(`{${name}+}`));
    });
}

function encode({ text, isEncoded }: UriValue, isGreedy: boolean): string {
  const write = (part: string): string =>
    isGreedy ? encodeBytes(part).replaceAll('%2F', '/') : encodeBytes(part);
  if (!isEncoded) return write(text);
  return text
    .split(/((?:%[0-9a-fA-F]{2})+)/)
    .map((part, index) => (index % 2 === 1 ? normalize(part) : write(part)))
    .join('');
}

/** `%41%2f` is `A%2F`. */
function normalize(escapes: string): string {
  return [...Buffer.from(escapes.replaceAll('%', ''), 'hex')].map(encodeByte).join('');
}

function encodeBytes(text: string): string {
  return encodeURIComponent(replaceLone(text)).replace(/[!'()*]/g, (char) => encodeByte(char.charCodeAt(0)));
}

function encodeByte(byte: number): string {
  const char = String.fromCharCode(byte);
  return /[A-Za-z0-9._~-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
