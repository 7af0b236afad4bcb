import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSample } from './build-sample.js';
import { freePort } from './free-port.js';
import { startProgram, type Program } from './start-program.js';

/** Answers as a function behind a proxy integration must: with the headers of CORS. */
const FUNCTIONS = `
export const list_users_function_arn = async ({ headers, requestContext: { authorizer } }) => ({
  statusCode: 200,
  headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': headers.Origin ?? headers.origin ?? '*' },
  body: JSON.stringify({ users: [{ name: authorizer.claims.sub, email: 'ann@example.com' }] }),
});
`;

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Of a person who may read users, without a signature. */
export const ACCESS_TOKEN = [
  encode({ alg: 'none' }),
  encode({ sub: 'ann', token_use: 'access', scope: 'users/read', exp: 4_102_444_800 }),
  'none',
].join('.');

/** Runs `apigen serve` for the sample, for pages of an origin. */
export async function serveSample(
  { folder }: BuiltSample,
  origin: string,
): Promise<{ readonly program: Program; readonly url: string }> {
  const functions = join(folder, 'functions.mjs');
  writeFileSync(functions, FUNCTIONS);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const options = ['--port', String(port), '--functions', functions, '--var', `app_origin=${origin}`];
  const args = ['serve', ...options, '--trust-unsigned'];
  return { program: await startProgram(join(folder, 'apigen.js'), `${url}/health`, {}, args), url };
}
