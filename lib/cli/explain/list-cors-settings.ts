import type { Cors } from '../../model/gateway-model.js';
import { memberOf } from '../../openapi/member-of.js';
import type { JsonObject } from '../../openapi/openapi.js';
import { formatDeployValue } from '../../values/deploy-value.js';
import { byDefault, type Setting, type Source } from './setting.js';

/** @param preflight the integration of the path's `OPTIONS`; empty when that is a route of the application's own */
export function listCorsSettings(cors: Cors, from: Source, preflight: JsonObject): readonly Setting[] {
  const { allowOrigins, allowHeaders, exposeHeaders, allowCredentials, maxAge } = cors;
  return [
    { name: 'cors.allowOrigins', value: allowOrigins.map(formatDeployValue), ...from },
    {
      name: 'cors.allowMethods',
      value: readHeader(preflight, 'Access-Control-Allow-Methods'),
      ...byDefault('the routes of the path'),
    },
    allowHeaders
      ? { name: 'cors.allowHeaders', value: allowHeaders, ...from }
      : {
          name: 'cors.allowHeaders',
          value: readHeader(preflight, 'Access-Control-Allow-Headers'),
          ...byDefault('what the routes of the path take'),
        },
    exposeHeaders
      ? { name: 'cors.exposeHeaders', value: exposeHeaders, ...from }
      : { name: 'cors.exposeHeaders', value: [], ...byDefault('none') },
    {
      name: 'cors.allowCredentials',
      value: allowCredentials,
      ...(allowCredentials ? from : byDefault('no')),
    },
    maxAge === undefined
      ? { name: 'cors.maxAge', value: null, ...byDefault("the browser's own") }
      : { name: 'cors.maxAge', value: maxAge, ...from },
  ];
}

/** The members of a header that the preflight answers, without the quotes of a static value. */
function readHeader(preflight: JsonObject, name: string): readonly string[] | null {
  const answer = memberOf(memberOf(preflight, 'responses'), 'default');
  const value = memberOf(answer, 'responseParameters')[`method.response.header.${name}`];
  return typeof value === 'string' ? value.replaceAll("'", '').split(',') : null;
}
