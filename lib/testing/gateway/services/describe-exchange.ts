/** How much of a body an explanation shows, in bytes. */
const SHOWN = 4096;

/** A body in an explanation: its text, or its size if it is not text. */
export function describeBody(body: Uint8Array): string {
  const shown = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, SHOWN));
  const text = shown.toString('utf8');
  if (text.slice(0, -3).includes('\ufffd')) return `${body.length} bytes`;
  return body.length > SHOWN ? `${text}… (${body.length} bytes)` : text;
}

/** Headers in an explanation: without what gives access. */
export function describeHeaders(
  headers: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !SECRET.includes(name.toLowerCase())));
}

const SECRET = ['authorization', 'x-amz-security-token', 'x-amz-content-sha256'];
