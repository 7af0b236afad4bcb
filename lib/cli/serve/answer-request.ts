import type { GatewayRequest, LocalAnswer } from '../../testing/gateway/local/gateway-request.js';
import { shortId } from '../../testing/gateway/local/sample-request.js';
import { compressAnswer, decompressRequest } from './http/compress.js';
import type { ServingGateway } from './load-gateway.js';

/** Answers a request below the stage, with the headers that API Gateway adds to every answer. */
export async function answerRequest(
  request: GatewayRequest,
  { gateway, compressFrom, isHttpApi }: Pick<ServingGateway, 'gateway' | 'compressFrom' | 'isHttpApi'>,
  stage: string | undefined,
): Promise<LocalAnswer> {
  const rawPath = removeStage(request.rawPath, stage);
  const answer =
    rawPath === undefined
      ? forbidden(stage)
      : await answerSafely(gateway, {
          ...(compressFrom === undefined ? request : decompressRequest(request)),
          rawPath,
        });
  const named = { ...answer, headers: [...ownHeaders(request, answer, isHttpApi), ...answer.headers] };
  return compressFrom === undefined ? named : compressAnswer(request, named, compressFrom);
}

/** A mistake of this gateway ends one request, not the gateway. */
async function answerSafely(
  gateway: ServingGateway['gateway'],
  request: GatewayRequest,
): Promise<LocalAnswer> {
  try {
    return await gateway(request);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return {
      ...json(500, { message: `apigen serve: ${message}` }),
      steps: [{ step: 'failure', outcome: message }],
    };
  }
}

/** Undefined outside of the stage. */
function removeStage(rawPath: string, stage: string | undefined): string | undefined {
  if (stage === undefined) return rawPath;
  const [, rest] = new RegExp(`^/+${stage}(?=/|$)(.*)$`, 's').exec(rawPath) ?? [];
  return rest === '' ? '/' : rest;
}

/** The answer for a stage that does not exist. */
function forbidden(stage: string | undefined): LocalAnswer {
  const answer = json(403, { message: 'Forbidden' });
  return {
    ...answer,
    headers: [...answer.headers, ['x-amzn-ErrorType', 'ForbiddenException']],
    steps: [{ step: 'stage', outcome: `the path does not begin with the stage /${stage}` }],
  };
}

function json(status: number, body: object): Pick<LocalAnswer, 'status' | 'headers' | 'body'> {
  return { status, headers: [['Content-Type', 'application/json']], body: Buffer.from(JSON.stringify(body)) };
}

/** A mock has no trace. */
function ownHeaders(
  request: GatewayRequest,
  { route }: LocalAnswer,
  isHttpApi: boolean,
): LocalAnswer['headers'] {
  const id = request.requestId;
  const short = shortId(id);
  if (isHttpApi) return [['apigw-requestid', short]];
  const headers: (readonly [string, string])[] = [
    ['x-amzn-RequestId', id],
    ['x-amz-apigw-id', short],
  ];
  if (route && route.integration.type.toLowerCase() !== 'mock')
    headers.push(['X-Amzn-Trace-Id', traceOf(request)]);
  return headers;
}

function traceOf({ rawHeaders, requestId, time }: GatewayRequest): string {
  const given = rawHeaders.find(([name]) => name.toLowerCase() === 'x-amzn-trace-id')?.[1];
  const hex = requestId.replaceAll('-', '');
  const root = given ?? `Root=1-${Math.floor(time / 1000).toString(16)}-${hex.slice(0, 24)}`;
  return /Parent=/.test(root) ? root : `${root};Parent=${hex.slice(16)};Sampled=0`;
}
