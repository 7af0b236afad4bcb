import { encodeBody } from '../mapping/convert-body.js';
import type { CallerAnswer } from '../exchange-types.js';
import type { RawAnswer } from '../local-gateway-ports.js';

/** An answer as it goes over the wire. */
export function toLines({ status, headers, body }: CallerAnswer): RawAnswer {
  return { status, headers: Object.entries(headers), body: encodeBody(body) };
}
