import type { RawIntegration } from '../../../model/gateway-model.js';
import { isObject } from '../../../openapi/openapi.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import type { Refusal } from '../refusal.js';
import { refuse, refuseTimeout, unless, type Rendered } from './rendered.js';

const MEMBERS = [
  'type',
  'integrationSubtype',
  'uri',
  'httpMethod',
  'payloadFormatVersion',
  'credentials',
  'connectionType',
  'connectionId',
  'requestParameters',
  'timeoutInMillis',
  'tlsConfig',
];
/** They mean nothing to a proxy, and exports have them. */
const IDLE = ['passthroughBehavior', 'cacheNamespace'];
const MAPPING = /^((append|overwrite|remove):(header|querystring)\.\S+|overwrite:path)$/;
/** A REST API maps the variables of the URI, an HTTP API fills them in itself. */
const PATH_MAPPING = /^integration\.request\.path\./;

/** An `x-amazon-apigateway-integration` object, as far as import knows it for HTTP APIs. */
export function renderRaw({ object }: RawIntegration): Rendered {
  const type = String(object['type']).toUpperCase();
  if (type !== 'AWS_PROXY' && type !== 'HTTP_PROXY') {
    return refuse(
      `\`@AwsIntegration({ type: '${String(object['type'])}' })\``,
      'import takes only `aws_proxy` and `http_proxy`, and leaves the route without an integration',
      'Use `@AwsLambda` or `@AwsHttp`, or serve the route from a REST API.',
    );
  }
  const refusals: Refusal[] = [];
  for (const name of Object.keys(object)) {
    if (MEMBERS.includes(name) || IDLE.includes(name)) continue;
    refusals.push({
      what: `\`${name}\` of \`@AwsIntegration\``,
      why:
        name === 'responseParameters'
          ? 'no import of an HTTP API is known that takes it'
          : 'an integration of an HTTP API has no such member',
      fix: `Remove \`${name}\`, or serve the route from a REST API.`,
    });
  }
  const isService = object['integrationSubtype'] !== undefined;
  const given = isObject(object['requestParameters']) ? Object.entries(object['requestParameters']) : [];
  const parameters = given.filter(([name]) => isService || !PATH_MAPPING.test(name));
  for (const [name] of parameters) {
    if (isService || MAPPING.test(name)) continue;
    refusals.push({
      what: `the mapping \`${name}\``,
      why: 'a mapping of an HTTP API begins with `append:`, `overwrite:` or `remove:`',
      fix: "Write `'overwrite:header.NAME'`, `'overwrite:querystring.NAME'` or `'overwrite:path'`.",
    });
  }
  if (isObject(object['tlsConfig']) && object['tlsConfig']['insecureSkipVerification'] === true) {
    refusals.push({
      what: '`insecureSkipVerification` of `@AwsIntegration`',
      why: 'an HTTP API accepts only certificates of public authorities',
      fix: 'Give the backend such a certificate.',
    });
  }
  const { timeoutInMillis: timeout, payloadFormatVersion, httpMethod } = object;
  refusals.push(...refuseTimeout(typeof timeout === 'number' ? timeout : undefined));
  const kept = MEMBERS.filter((name) => object[name] !== undefined).map(
    (name) => [name, object[name]] as const,
  );
  return unless(refusals, {
    ...(Object.fromEntries(kept) as Readonly<Record<string, DeployTree>>),
    type,
    ...(typeof httpMethod === 'string' ? { httpMethod: httpMethod.toUpperCase() } : {}),
    payloadFormatVersion: payloadFormatVersion ?? (type === 'AWS_PROXY' && !isService ? '2.0' : '1.0'),
    requestParameters: parameters.length > 0 ? (Object.fromEntries(parameters) as never) : undefined,
  });
}
