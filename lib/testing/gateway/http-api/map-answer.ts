import { decodeUtf8 } from '../exchange-types.js';
import type { GatewayCall, RawAnswer } from '../local-gateway-ports.js';
import { readBytes } from '../services/send-over-http.js';
import { readMapping } from './read-mapping.js';

/** Applies `append:`, `overwrite:` and `remove:` of `responseParameters` for the status of the answer. */
export async function mapAnswer(call: GatewayCall, answer: RawAnswer): Promise<RawAnswer> {
  const mappings = call.route.integration.responseParameters?.[String(answer.status)];
  if (!mappings) return answer;
  const bytes = await readBytes(answer.body);
  const source = { headers: Object.fromEntries(answer.headers), body: decodeUtf8(bytes) };
  let { status } = answer;
  let headers = answer.headers;
  for (const [key, text] of Object.entries(mappings)) {
    const [, verb, name] = /^(append|overwrite|remove):header\.(.*)$/s.exec(key) ?? [];
    const value = verb === 'remove' ? undefined : readMapping(text, call, source);
    if (key === 'overwrite:statuscode') status = Number(value) || status;
    if (name === undefined || (verb !== 'remove' && value === undefined)) continue;
    const others = headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
    if (verb === 'remove') headers = others;
    else headers = [...(verb === 'append' ? headers : others), [name, value!]];
  }
  call.explain({ step: 'response mapping', outcome: `the status is ${status}`, data: { mappings, headers } });
  return { status, headers, body: bytes };
}
