import { asJson } from '../json.js';
import { ANY_METHOD, variablesOf, type HttpRoute, type HttpSurroundings } from './http-verdict.js';

/** "Create routes for HTTP APIs" */
export function judgeHttpPaths({ document, report }: HttpSurroundings, routes: readonly HttpRoute[]): void {
  for (const [path, item] of Object.entries(asJson(document['paths']))) {
    for (const key of Object.keys(asJson(item))) {
      if (routes.some((route) => route.path === path && route.method === key)) continue;
      if (!/^(parameters|summary|description)$/.test(key))
        report('dropped', `a path item has no ${key}`, path);
    }
    if (/^\/?\$default$/.test(path)) continue;
    judgePath(path, report);
  }
  judgeDefault(routes, report);
  judgeKeys(routes, report);
}

function judgePath(path: string, report: HttpSurroundings['report']): void {
  if (!path.startsWith('/')) report('rejected', 'a path begins with a slash', path);
  if (path !== '/' && path.endsWith('/')) {
    // aws/serverless-application-model#1949
    report('dropped', 'no route is made for a path with a slash at its end', path);
  }
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    if (segment === '' && index < segments.length - 1) report('rejected', 'a segment is empty', path);
    if (/[{}]/.test(segment) && !/^\{[\w.:-]+\+?\}$/.test(segment))
      report('rejected', `a variable is a whole segment, and not ${segment}`, path);
    if (segment.endsWith('+}') && index < segments.length - 1)
      report('rejected', 'a greedy variable is the last segment', path);
  }
  const names = variablesOf(path);
  if (new Set(names).size < names.length) report('rejected', 'two variables have one name', path);
}

function judgeDefault(routes: readonly HttpRoute[], report: HttpSurroundings['report']): void {
  for (const { path, method, place, operation } of routes) {
    const isNamed = /^\/?\$default$/.test(path);
    const isMarked = operation['isDefaultRoute'] === true;
    if (isNamed && method !== ANY_METHOD) report('rejected', 'the default route has every method', place);
    if (isNamed && !isMarked && path.startsWith('/'))
      report('broken', 'without isDefaultRoute it is a path of that name', place);
    if (isMarked && !isNamed) report('broken', 'only $default is the default route', place);
  }
}

/** The names of variables do not count. */
function judgeKeys(routes: readonly HttpRoute[], report: HttpSurroundings['report']): void {
  const known = new Map<string, string>();
  for (const { path, method, place } of routes) {
    const key = `${method} ${path.replace(/\{[^{}+]+(\+?)\}/g, '{$1}')}`;
    const other = known.get(key);
    if (other !== undefined) report('rejected', `the route is that of ${other}`, place);
    else known.set(key, place);
  }
  const named = new Map<string, string>();
  for (const { path, place } of routes) {
    const shape = path.replace(/\{[^{}+]+(\+?)\}/g, '{$1}');
    const other = named.get(shape);
    if (other !== undefined && other !== path)
      report('rejected', `the variables have other names in ${other}`, place);
    named.set(shape, other ?? path);
  }
}
