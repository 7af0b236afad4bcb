import { findHeader } from '../exchange-types.js';
import type { RawAnswer } from '../local-gateway-ports.js';

type Headers = Readonly<Record<string, string | readonly string[]>>;
type Json = string | null | readonly Json[] | { readonly [name: string]: Json };

/** A service of the query protocol answers in such elements, whatever it answers. */
const ROOT = /<(?:\w+Response|ErrorResponse)[\s>][\s\S]*<RequestId>/;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
 * The answer of a service of the query protocol, as JSON where that is asked for. AWS writes it so; emulators answer XML.
 * What is a number or a boolean there is a text here: XML does not tell.
 */
export function writeQueryAnswer(
  sent: Headers,
  { headers, body }: { readonly headers: RawAnswer['headers']; readonly body: Uint8Array },
): Uint8Array | undefined {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (!/\/xml\b/.test(type) || !/json/.test(String(findHeader(sent, 'accept') ?? ''))) return undefined;
  const xml = Buffer.from(body).toString('utf8');
  if (!ROOT.test(xml)) return undefined;
  const read = readElements(xml);
  const { ErrorResponse: error } = read as { readonly ErrorResponse?: Json };
  return Buffer.from(JSON.stringify(error ?? read));
}

/** Reads elements; they have either a text or elements, and attributes do not count. */
function readElements(xml: string): Json {
  interface Open {
    readonly name: string;
    readonly members: [name: string, value: Json][];
    text: string;
  }
  const open: Open[] = [{ name: '', members: [], text: '' }];
  for (const [, slash, name = '', empty, text] of xml.matchAll(/<(\/?)([\w:.-]+)[^>]*?(\/?)>|([^<]+)/g)) {
    const last = open.at(-1)!;
    if (text !== undefined) last.text += text;
    else if (empty) last.members.push([name, null]);
    else if (!slash) open.push({ name, members: [], text: '' });
    else if (open.length > 1) {
      open.pop();
      open.at(-1)!.members.push([last.name, valueOf(last.members, last.text)]);
    }
  }
  return valueOf(open[0]!.members, '');
}

/** Elements `member` are a list. */
function valueOf(members: readonly (readonly [name: string, value: Json])[], text: string): Json {
  if (members.length === 0)
    return text.trim() === ''
      ? null
      : text.replace(/&(\w+);/g, (whole, name: string) =>
          Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : whole,
        );
  if (members.every(([name]) => name === 'member')) return members.map(([, value]) => value);
  return Object.fromEntries(members);
}
