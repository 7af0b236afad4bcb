import { asArray, asJson, type Json } from '../json.js';
import { ANY_METHOD, CORS, type HttpRoute, type HttpSurroundings } from './http-verdict.js';

const MEMBERS = [
  'allowOrigins',
  'allowMethods',
  'allowHeaders',
  'exposeHeaders',
  'maxAge',
  'allowCredentials',
];
const LISTS = ['allowOrigins', 'allowMethods', 'allowHeaders', 'exposeHeaders'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', '*'];

/** "x-amazon-apigateway-cors object", "Configure CORS for HTTP APIs in API Gateway" */
export function judgeHttpCors({ document, report }: HttpSurroundings, routes: readonly HttpRoute[]): void {
  if (document[CORS] === undefined) return;
  const cors = asJson(document[CORS]);
  for (const name of Object.keys(cors)) {
    if (!MEMBERS.includes(name)) report('dropped', `CORS has no ${name}`, CORS);
  }
  for (const name of LISTS) judgeList(name, cors, report);
  judgeValues(cors, report);
  for (const route of routes) judgePreflight(route, routes, report);
}

function judgeList(name: string, cors: Json, report: HttpSurroundings['report']): void {
  const value = cors[name];
  if (value === undefined) return;
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string' && item !== ''))
    report('rejected', `${name} is a list of texts`, CORS);
  else if (cors['allowCredentials'] === true && value.includes('*'))
    report('broken', `with credentials a browser takes * for a name in ${name}`, CORS);
}

function judgeValues(cors: Json, report: HttpSurroundings['report']): void {
  for (const origin of asArray(cors['allowOrigins'])) {
    if (!/^(\*|https?:\/\/\*|[a-z][a-z0-9+.-]*:\/\/[^/*\s]+|null)$/.test(String(origin)))
      report('broken', `no browser sends the origin ${String(origin)}`, CORS);
  }
  for (const method of asArray(cors['allowMethods'])) {
    if (!METHODS.includes(String(method))) report('rejected', `no method: ${String(method)}`, CORS);
  }
  const { maxAge, allowCredentials } = cors;
  if (maxAge !== undefined && !(Number.isInteger(maxAge) && Number(maxAge) >= -1 && Number(maxAge) <= 86_400))
    report('rejected', 'maxAge is an integer of -1 to 86400', CORS);
  if (allowCredentials !== undefined && typeof allowCredentials !== 'boolean')
    report('rejected', 'allowCredentials is a boolean', CORS);
}

/** The preflight of a guarded route of every method reaches its authorizer, unless an open route for it is there. */
function judgePreflight(
  { method, path, guard, place }: HttpRoute,
  routes: readonly HttpRoute[],
  report: HttpSurroundings['report'],
): void {
  if (method !== ANY_METHOD || guard === 'none') return;
  const isDefault = /^\/?\$default$/.test(path);
  const open = routes.some(
    (other) =>
      other.method === 'options' && (isDefault ? /^\/\{[^{}]+\+\}$/.test(other.path) : other.path === path),
  );
  if (!open) report('broken', 'a preflight gets 401', place);
}
