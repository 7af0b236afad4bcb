import { convertAnswerBody, encodeBody } from '../mapping/convert-body.js';
import { isBinaryType } from '../binary-types.js';
import { findHeader } from '../exchange-types.js';
import { GatewayFault } from '../gateway-fault.js';
import { nameLines, remapHeaderName } from '../header-names.js';
import type { GatewayCall, LocalGatewayPorts, RawAnswer } from '../local-gateway-ports.js';
import { openExchange, refuseRequest } from '../open-exchange.js';
import { mediaType } from '../mapping/select-template.js';
import { readBytes } from '../services/send-over-http.js';
import { toLines } from './to-lines.js';

/** Bytes: the largest answer that API Gateway passes on, unless it is streamed. */
const LARGEST_ANSWER = 10 * 1024 * 1024;

/** Answers a request that is authorized: validator, integration, and the way back. */
export async function answerRoute(call: GatewayCall, ports: LocalGatewayPorts): Promise<RawAnswer> {
  const { route, view } = call;
  const type = route.integration.type.toLowerCase();
  if (type === 'aws_proxy') {
    const refused = refuseRequest(route, view);
    return refused ? toLines(refused) : remap(await ports.invokeFunction(call));
  }
  const exchange = openExchange(route, view);
  if (!exchange.sent) return toLines(exchange.answer);
  const answered = await ports.callService(call, exchange.sent);
  if (type === 'http_proxy') return await passOn(answered, call);
  const body = await readAnswer(answered.body);
  const headers = nameLines(answered.headers);
  return toLines(exchange.answer({ status: answered.status, headers, body }));
}

/** The answer of an HTTP proxy: its own headers and body, every line of them. */
async function passOn(answered: RawAnswer, { route, view }: GatewayCall): Promise<RawAnswer> {
  const kept = answered.headers.filter(([name]) => !TRANSPORT.includes(name.toLowerCase()));
  if (route.integration.responseTransferMode?.toUpperCase() === 'STREAM')
    return remap({ ...answered, headers: kept });
  const type = mediaType(findHeader(Object.fromEntries(answered.headers), 'Content-Type'));
  const body = convertAnswerBody(
    await readAnswer(answered.body),
    {
      answer: isBinaryType(type, route.document),
      accepted: isBinaryType(mediaType(findHeader(view.params.header, 'Accept')), route.document),
    },
    undefined,
  );
  return remap({ ...answered, headers: kept, body: encodeBody(body) });
}

/** Headers of a connection, which ends at the gateway. */
const TRANSPORT = ['transfer-encoding', 'keep-alive'];

async function readAnswer(given: RawAnswer['body']): Promise<Uint8Array> {
  const body = await readBytes(given);
  if (body.length > LARGEST_ANSWER) throw new GatewayFault('API_CONFIGURATION_ERROR');
  return body;
}

function remap({ headers, ...answer }: RawAnswer): RawAnswer {
  return { ...answer, headers: headers.map(([name, value]) => [remapHeaderName(name), value]) };
}
