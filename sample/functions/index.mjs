// The functions of the sample. A real application's would read a database; these answer made-up data.
import { timingSafeEqual } from 'node:crypto';

const USERS = [
  { name: 'ada', email: 'ada@example.com', greeting: 'Good morning, ${name}!' },
  { name: 'grace', email: 'grace@example.com', greeting: null },
];

const ORIGINS = (process.env.ALLOWED_ORIGINS ?? '').split(',');

/** A proxied function answers its own CORS headers: API Gateway adds none to a proxy's answer. */
function answer(event, statusCode, body) {
  const origin = event.headers?.origin ?? event.headers?.Origin;
  return {
    statusCode,
    headers: {
      'Content-Type': 'application/json',
      'X-Request-Id': event.requestContext?.requestId ?? '',
      ...(ORIGINS.includes(origin)
        ? {
            'Access-Control-Allow-Origin': origin,
            'Access-Control-Expose-Headers': 'X-Request-Id',
            Vary: 'Origin',
          }
        : {}),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

export async function listUsers(event) {
  const after = event.queryStringParameters?.after ?? '';
  return answer(event, 200, { users: USERS.filter(({ name }) => name > after) });
}

/** Not a proxy: the mapping templates make its event and its answer. */
export async function getUser({ name }) {
  const user = USERS.find((known) => known.name === name);
  if (!user) throw new Error(`No user ${name}`);
  return { user };
}

export async function createUser(event) {
  return answer(event, 201, JSON.parse(event.body));
}

export async function deleteUser(event) {
  return answer(event, 204);
}

export async function recordEvent({ device, event }) {
  console.log(JSON.stringify({ device, event }));
}

export async function listEvents(event) {
  return answer(event, 200, []);
}

export async function listKinds(event) {
  return answer(event, 200, ['opened', 'closed']);
}

export async function shopAuthorizer({ headers, methodArn }) {
  const sent = headers?.Authorization ?? headers?.authorization;
  return decide(isSecret(sent, `Bearer ${process.env.SHOP_TOKEN}`), headers?.['x-shop'] ?? 'shop', methodArn);
}

export async function deviceAuthorizer({ authorizationToken, methodArn }) {
  return decide(isSecret(authorizationToken, process.env.DEVICE_TOKEN), 'device', methodArn);
}

function isSecret(sent, secret) {
  const [left, right] = [sent, secret].map((text) => Buffer.from(text ?? ''));
  return left.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}

/** API Gateway keeps the answer for every route of the stage, so it speaks of all of them. */
function decide(allowed, principalId, methodArn) {
  const [api, stage] = methodArn.split('/');
  return {
    principalId,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: 'execute-api:Invoke',
          Effect: allowed ? 'Allow' : 'Deny',
          Resource: `${api}/${stage}/*`,
        },
      ],
    },
  };
}
