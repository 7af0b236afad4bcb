import type { GatewayRequest } from '../../../testing/gateway/local/gateway-request.js';

/** Headers that curl writes itself. */
const OWN = ['host', 'content-length', 'connection', 'user-agent', 'accept-encoding', 'transfer-encoding'];

/** The same request as a command for a POSIX shell. */
export function copyAsCurl(
  { method, rawPath, rawQuery, rawHeaders, body }: GatewayRequest,
  origin: string,
): string {
  const target = rawQuery === '' ? rawPath : `${rawPath}?${rawQuery}`;
  const headers = rawHeaders.filter(([name]) => !OWN.includes(name.toLowerCase()));
  const text = Buffer.from(body).toString('utf8');
  return [
    `curl -i${method === 'GET' ? '' : ` -X ${quote(method)}`} --path-as-is ${quote(`${origin}${target}`)}`,
    ...headers.map(([name, value]) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(body.length > 0 ? [`--data-binary ${quote(text)}`] : []),
  ].join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
