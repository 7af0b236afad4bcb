import { timingSafeEqual } from 'node:crypto';
import type { GatewayCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { computeSignature, encode, type AwsCredentials, type WireRequest } from '../services/sign-request.js';
import { refuse } from './refuse.js';

/** Who calls, of `$context.identity`. */
export interface IamPrincipal {
  /** `$context.identity.userArn` */
  readonly userArn: string;
  readonly [member: string]: unknown;
}

/** How routes with IAM are guarded here. */
export interface IamSettings {
  /**
   * `principal`: every request counts as one of this caller's, and no signature is checked. `keys`: a request must be
   * signed with one of them. Absent: a route with IAM answers 501. Policies of the caller are not evaluated.
   */
  readonly iam?: {
    /** The caller of every request. Absent: `keys` decide. */
    readonly principal?: IamPrincipal;
    /** Keys that requests may be signed with, and whose they are. */
    readonly keys?: readonly (AwsCredentials & {
      /** Whose the keys are. Absent: a user of the account. */
      readonly principal?: IamPrincipal;
    })[];
  };
}

const STEP = 'authorizer IAM';
/** Seconds that the clock of a caller may be wrong. */
const SKEW = 300;

/** Checks who signed a request; returns what `$context.identity` has of the caller. */
export function checkIam(
  call: GatewayCall,
  { iam = {} }: IamSettings,
  now: number,
): Readonly<Record<string, unknown>> {
  const { principal, keys } = iam;
  if (principal) {
    call.explain({
      step: STEP,
      outcome: `every request is one of ${principal.userArn}; its policies are not evaluated`,
    });
    return principal;
  }
  if (!keys)
    throw new NotServed(
      'The route needs a signature. Name the caller of every request with `--principal ARN`, or the keys that callers sign with in `serve: { iam: { keys } }`.',
    );
  const headers = joinHeaders(call.rawHeaders);
  const given = readAuthorization(headers.get('authorization'));
  if (given === undefined) {
    return refuse(call, {
      type: 'MISSING_AUTHENTICATION_TOKEN',
      step: STEP,
      outcome: '403: the header Authorization has no Signature Version 4',
    });
  }
  const invalid = (outcome: string, message?: string): never =>
    refuse(call, {
      type: 'INVALID_SIGNATURE',
      step: STEP,
      outcome: `403: ${outcome}`,
      ...(message === undefined ? {} : { message }),
    });
  const key = keys.find(({ accessKeyId }) => accessKeyId === given.accessKeyId);
  if (!key)
    return invalid(
      `the access key ${given.accessKeyId} is unknown`,
      'The security token included in the request is invalid.',
    );
  if (given.service !== 'execute-api')
    return invalid(
      `it is signed for \`${given.service}\`, not for \`execute-api\``,
      `Credential should be scoped to correct service: 'execute-api'.`,
    );
  const time = headers.get('x-amz-date') ?? '';
  if (Math.abs(readTime(time) - now) > SKEW * 1000 || !readTime(time))
    return invalid(`its time ${time} is not within ${SKEW} s of now`, `Signature expired: ${time}`);
  if (!given.signed.includes('host')) return invalid('the header host is not signed');
  const expected = listPaths(call).map((path) =>
    computeSignature(wireRequest(call, path, headers), given.signed, key.secretAccessKey, { ...given, time }),
  );
  if (!expected.some((signature) => isSame(signature, given.signature)))
    return invalid('the signature does not match the request and the key');
  const account = call.view.context['accountId'];
  const known = key.principal ?? { userArn: `arn:aws:iam::${String(account)}:user/${key.accessKeyId}` };
  call.explain({
    step: STEP,
    outcome: `signed by ${known.userArn}; its policies are not evaluated`,
    data: { signedHeaders: given.signed },
  });
  return {
    accessKey: key.accessKeyId,
    accountId: account,
    caller: key.accessKeyId,
    user: key.accessKeyId,
    ...known,
  };
}

interface GivenSignature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  readonly signed: readonly string[];
  readonly signature: string;
}

function readAuthorization(text: string | undefined): GivenSignature | undefined {
  const [, credential = '', signed = '', signature = ''] =
    /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),?\s*SignedHeaders=([^,\s]+),?\s*Signature=([0-9a-f]+)\s*$/.exec(
      text ?? '',
    ) ?? [];
  const [accessKeyId, , region, service] = credential.split('/');
  if (!accessKeyId || !region || !service) return undefined;
  return { accessKeyId, region, service, signed: signed.split(';'), signature };
}

function readTime(text: string): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return parts.length === 0 ? 0 : Date.UTC(year, month - 1, day, hour, minute, second);
}

/** A caller signs the path with the stage, or without it where the local gateway has none. */
function listPaths({ rawPath, view }: GatewayCall): readonly string[] {
  return [rawPath, `/${String(view.context['stage'])}${rawPath}`];
}

function wireRequest(
  { route, rawQuery, body }: GatewayCall,
  path: string,
  headers: ReadonlyMap<string, string>,
): WireRequest {
  const query = rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): readonly [string, string] => {
      const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
      return [again(name), again(value)];
    });
  return { method: route.method, path, query, headers: Object.fromEntries(headers), body };
}

/** Encoded as the signature asks for, whatever the caller encoded. */
function again(text: string): string {
  try {
    return encode(decodeURIComponent(text));
  } catch {
    return text;
  }
}

function joinHeaders(lines: GatewayCall['rawHeaders']): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of lines) {
    const known = joined.get(name.toLowerCase());
    joined.set(name.toLowerCase(), known === undefined ? value : `${known},${value}`);
  }
  return joined;
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
