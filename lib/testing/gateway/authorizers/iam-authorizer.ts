import { timingSafeEqual } from 'node:crypto';
import type { GatewayCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { computeSignature, encode, readAmazonTime, type AwsCredentials } from '../services/sign-request.js';
import { readSignature, SIGNATURE, SKEW, type GivenSignature } from './read-signature.js';
import { refuse } from './refuse.js';
import { decodePart } from '../decode-part.js';

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
   * signed with one of them. Absent: a route with IAM returns 501. Policies of the caller are not evaluated.
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
  const query = listQuery(call.rawQuery);
  const given = readSignature(headers, new Map(query));
  if (given === undefined) {
    return refuse(call, {
      type: 'MISSING_AUTHENTICATION_TOKEN',
      step: STEP,
      outcome: '403: neither the header Authorization nor the query has a Signature Version 4',
    });
  }
  const key = keys.find(({ accessKeyId }) => accessKeyId === given.accessKeyId);
  if (!key)
    return refuseSignature(call, {
      outcome: `the access key ${given.accessKeyId} is unknown`,
      message: 'The security token included in the request is invalid.',
    });
  const fault = findScopeFault(given, now);
  if (fault) return refuseSignature(call, fault);
  const expected = listSignatures(call, { headers, query }, given, key);
  if (!expected.some((signature) => isSame(signature, given.signature)))
    return refuseSignature(call, { outcome: 'the signature does not match the request and the key' });
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

/** What is wrong with a signature, and what API Gateway answers if not its usual message. */
interface SignatureFault {
  readonly outcome: string;
  readonly message?: string;
}

function refuseSignature(call: GatewayCall, { outcome, ...message }: SignatureFault): never {
  return refuse(call, { type: 'INVALID_SIGNATURE', step: STEP, outcome: `403: ${outcome}`, ...message });
}

/** What is wrong before the signature is computed. */
function findScopeFault(
  { service, time, until, signed }: GivenSignature,
  now: number,
): SignatureFault | undefined {
  if (service !== 'execute-api')
    return {
      outcome: `it is signed for \`${service}\`, not for \`execute-api\``,
      message: `Credential should be scoped to correct service: 'execute-api'.`,
    };
  const start = readAmazonTime(time);
  if (start === undefined || start > now + SKEW * 1000 || until < now)
    return {
      outcome: `now is not within the time of the signature, from ${time}`,
      message: `Signature expired: ${time}`,
    };
  return signed.includes('host') ? undefined : { outcome: 'the header host is not signed' };
}

/** The signatures of the request with the key, one for each path that a caller may sign. */
function listSignatures(
  call: GatewayCall,
  { headers, query }: { readonly headers: ReadonlyMap<string, string>; readonly query: Pairs },
  given: GivenSignature,
  { secretAccessKey }: AwsCredentials,
): readonly string[] {
  const request = {
    method: call.route.method,
    query: encodeQuery(query),
    headers: Object.fromEntries(headers),
    body: call.body,
  };
  return listPaths(call).map((path) =>
    computeSignature({ ...request, path }, given.signed, secretAccessKey, given),
  );
}

/** A caller signs the path with the stage, or without it where the local gateway has none. */
function listPaths({ rawPath, view }: GatewayCall): readonly string[] {
  return [rawPath, `/${String(view.context['stage'])}${rawPath}`];
}

type Pairs = readonly (readonly [name: string, value: string])[];

/** Decoded names and values, as far as they are encoded. */
function listQuery(rawQuery: string): Pairs {
  return rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): readonly [string, string] => {
      const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
      return [decodePart(name), decodePart(value)];
    });
}

/** Encoded as the signature asks for, whatever the caller encoded. */
function encodeQuery(query: Pairs): Pairs {
  return query.flatMap(([name, value]) =>
    name === SIGNATURE ? [] : [[encode(name), encode(value)] as const],
  );
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
