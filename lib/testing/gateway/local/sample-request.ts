import type { SampleRequest } from '../exchange-types.js';
import { nameLines } from '../header-names.js';
import type { GatewayRequest } from './gateway-request.js';
import { parseQuery } from './parse-query.js';

/** What a stage adds to the document. */
export interface StageSettings {
  /** `$context.stage` */
  readonly stage: string;
  /** What stands before the paths of the document: `/dev`, or nothing as behind a custom domain. */
  readonly prefix: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** `$context.apiId` */
  readonly apiId: string;
  /** `$context.accountId` */
  readonly accountId: string;
}

/** A request in the terms of a tester: what `createGatewayTester` is given for the same one. */
export function sampleRequest(
  { method, rawPath, rawQuery, rawHeaders, body, sourceIp, time, requestId }: GatewayRequest,
  variables: Readonly<Record<string, string>>,
  { stage, prefix, stageVariables, apiId, accountId }: StageSettings,
): SampleRequest {
  const headers = nameLines(rawHeaders);
  const find = (name: string): string =>
    rawHeaders.findLast(([written]) => written.toLowerCase() === name)?.[1] ?? '';
  const domainName = find('host');
  return {
    path: variables,
    query: parseQuery(rawQuery),
    headers,
    body,
    stageVariables,
    context: {
      requestId,
      extendedRequestId: shortId(requestId),
      requestTime: formatTime(time),
      requestTimeEpoch: time,
      httpMethod: method,
      path: `${prefix}${rawPath}`,
      stage,
      apiId,
      accountId,
      domainName,
      domainPrefix: domainName.split(/[.:]/)[0],
      deploymentId: 'local',
      identity: { sourceIp, userAgent: find('user-agent') || null },
    },
  };
}

/** The form of `x-amz-apigw-id`, which an HTTP API has only. */
export function shortId(requestId: string): string {
  return `${requestId.replaceAll('-', '').slice(0, 15)}=`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `09/Apr/2015:12:34:56 +0000`, the common log format. */
function formatTime(time: number): string {
  const date = new Date(time);
  const day = `${pad(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${date.toISOString().slice(11, 19)} +0000`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
