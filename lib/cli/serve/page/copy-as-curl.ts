import type { GatewayRequest } from '../../../testing/gateway/local/gateway-request.js';
import { readText } from './read-text.js';

/** Headers that curl writes itself. */
const OWN = ['host', 'content-length', 'connection', 'user-agent', 'accept-encoding', 'transfer-encoding'];

/**
 * The same request as a command for a POSIX shell.
 *
 * @param size bytes of the body, of which the beginning may be kept only
 */
export function copyAsCurl(
  { method, rawPath, rawQuery, rawHeaders, body }: GatewayRequest,
  origin: string,
  size = body.length,
): string {
  const target = rawQuery === '' ? rawPath : `${rawPath}?${rawQuery}`;
  const headers = rawHeaders.filter(([name]) => !OWN.includes(name.toLowerCase()));
  const { before = '', data } = writeBody(body, size);
  return [
    `${before}curl -i${nameMethod(method, size)} --path-as-is ${quote(`${origin}${target}`)}`,
    ...headers.map(([name, value]) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...listAdded(size).flatMap((added) =>
      headers.some(([name]) => name.toLowerCase() === added.toLowerCase()) ? [] : [`-H '${added}:'`],
    ),
    ...(data === undefined ? [] : [`--data-binary ${data}`]),
  ].join(' \\\n  ');
}

/** With `-X HEAD` curl would wait for a body, and with one it sends POST. */
function nameMethod(method: string, size: number): string {
  if (method === 'HEAD') return ' --head';
  return method === 'GET' && size === 0 ? '' : ` -X ${quote(method)}`;
}

/** Headers that curl adds, unless it is told not to. */
function listAdded(size: number): readonly string[] {
  return size === 0 ? ['Accept'] : ['Accept', 'Content-Type'];
}

/** The body, and what stands in front of the command. */
function writeBody(body: Uint8Array, size: number): { readonly before?: string; readonly data?: string } {
  if (size === 0) return {};
  if (body.length < size)
    return {
      before: `# Put the body of ${size} bytes into the file \`body\`: it is not kept.\n`,
      data: '@body',
    };
  const text = readText(body);
  if (text !== undefined) return { data: quote(text) };
  const encoded = Buffer.from(body).toString('base64');
  return { before: `echo ${encoded} | base64 -d | `, data: '@-' };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
