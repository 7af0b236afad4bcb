import { isRequestValue } from '../../values/request-value.js';
import type { GatewayModel } from '../gateway-model.js';
import type { Route } from '../routes/route.js';
import { viewRoute } from '../documents/view-route.js';

/** How a mapping, a template of the author's own and a parameter of an HTTP API name a header of the request. */
const READINGS = [
  /\bmethod\.request\.(?:multivalue)?header\.([A-Za-z0-9._$-]+)/gi,
  /\$request\.header\.([A-Za-z0-9._$-]+)/g,
  /\binput\.params\(\)\.header\.get\(\s*["']([A-Za-z0-9._-]+)["']\s*\)/g,
  /\binput\.params\(\)\.header(?:\.(?!get\()|\[\s*["'])([A-Za-z0-9_-]+)/g,
];
/** `$input.params('name')` reads a variable of the path, a query parameter or a header. */
const ANYWHERE = /\binput\.params\(\s*["']([A-Za-z0-9._-]+)["']\s*\)/g;

interface Names {
  readonly named: readonly string[];
  /** Those that a variable of the path or a query parameter may have. */
  readonly anywhere: readonly string[];
}

const NONE: Names = { named: [], anywhere: [] };

/** Many routes share one integration. */
const known = new WeakMap<object, Names>();

/** The headers that the integration of a route reads, documented or not. */
export function listReadHeaders(route: Route, model: GatewayModel): readonly string[] {
  const { named, anywhere } = route.integration ? readNames(route.integration) : NONE;
  if (anywhere.length === 0) return named;
  const others = [
    ...route.pathParameters,
    ...(viewRoute(route, model).operation.parameters ?? []).filter((one) => one.in === 'query'),
  ].map(({ name }) => name);
  return [...named, ...anywhere.filter((name) => !others.includes(name))];
}

function readNames(integration: object): Names {
  const read = known.get(integration);
  if (read) return read;
  const named: string[] = [];
  const anywhere: string[] = [];
  for (const { header, text = '' } of listTexts(integration)) {
    if (header !== undefined) named.push(header);
    if (!text.includes('params') && !text.includes('request')) continue;
    for (const pattern of READINGS) named.push(...namesIn(text, pattern));
    anywhere.push(...namesIn(text, ANYWHERE));
  }
  known.set(integration, { named, anywhere });
  return { named, anywhere };
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}

function* listTexts(value: unknown): Generator<{ readonly header?: string; readonly text?: string }> {
  if (typeof value === 'string') yield { text: value };
  else if (isRequestValue(value) && value['@request'] === 'header') yield { header: value.name };
  else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) yield* listTexts(member);
  }
}
