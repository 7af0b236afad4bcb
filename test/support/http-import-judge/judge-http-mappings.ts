import type { Json } from '../json.js';
import { judgeHttpContext } from './judge-http-context.js';
import { variablesOf, type HttpRoute } from './http-verdict.js';

const KEY = /^(?:(append|overwrite|remove):(header|querystring)\.(.+)|overwrite:path)$/;
/** "Transforming API requests and responses": these cannot be mapped. */
const RESERVED =
  /^(access-control-.*|apigw-.*|authorization|connection|content-encoding|content-length|content-location|forwarded|keep-alive|origin|proxy-authenticate|proxy-authorization|te|trailers|transfer-encoding|upgrade|x-amz-.*|x-amzn-.*|x-forwarded-for|x-forwarded-host|x-forwarded-proto|via)$/i;

/** How a request is changed on its way to a function or a backend. */
export function judgeHttpMappings(parameters: Json, route: HttpRoute): void {
  const { place, report } = route;
  for (const [key, value] of Object.entries(parameters)) {
    const [found, action, kind, name = ''] = KEY.exec(key) ?? [];
    if (found === undefined) {
      report('rejected', `Invalid mapping expression specified: ${key}`, place);
      continue;
    }
    if (kind === 'header' && RESERVED.test(name)) report('rejected', `${name} cannot be mapped`, place);
    if (action === 'remove') {
      if (value !== "''") report('rejected', `the value of ${key} is ''`, place);
    } else judgeHttpValue(key, String(value), route);
  }
}

/** A constant, one source with its `$`, or text with sources in braces. */
export function judgeHttpValue(key: string, value: string, route: HttpRoute): void {
  // AWS's own variables are filled in before.
  const text = value.replace(/\$\{AWS::\w+\}/g, 'x');
  if (text === '') return route.report('rejected', `${key} has no value`, route.place);
  if (/^\$[^{]/.test(text)) return judgeSource(key, text.slice(1), route);
  const rest = text.replace(/\$\{([^{}]*)\}/g, (_, source: string) => {
    judgeSource(key, source, route);
    return '';
  });
  if (rest.includes('$'))
    route.report('rejected', `Invalid mapping expression specified: ${value}`, route.place);
}

const SOURCE =
  /^(?:request\.(?:header|querystring)\.[^\s{}]+|request\.path|request\.path\.([^\s{}]+)|request\.body|request\.body([.[][^\s{}]*)|stageVariables\.\w+|context\.(\S+))$/;

function judgeSource(key: string, source: string, { path, place, report, guard }: HttpRoute): void {
  const match = SOURCE.exec(source);
  if (!match) return report('rejected', `Invalid mapping expression specified: ${source}`, place);
  const [, variable, member, context] = match;
  if (variable !== undefined && !variablesOf(path).includes(variable))
    report('broken', `${key} reads {${variable}}, which the path does not have`, place);
  // "no .. and no filters"
  if (member !== undefined && (member.includes('..') || /[?*@()]/.test(member)))
    report('rejected', `JSONPath of HTTP APIs has no ${member}`, place);
  const fault = context === undefined ? undefined : judgeHttpContext(context, guard);
  if (fault) report('broken', fault, place);
}
