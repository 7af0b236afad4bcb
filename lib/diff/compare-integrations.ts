import { isObject, type Json, type JsonObject } from '../openapi/openapi.js';
import type { Found } from './change.js';
import { compareMembers, type MemberCheck } from './compare-members.js';
import type { ComparedGateway } from './compared-gateway.js';
import { compareTimeouts } from './compare-timeouts.js';
import { compareVerification } from './compare-verification.js';
import { withoutCors } from './cors/without-cors.js';
import { describeDifference, differs, entriesDiffer } from './describe-difference.js';
import { showValue } from './show-value.js';

/** What answers the route. The CORS headers of its responses are compared elsewhere. */
export function compareIntegrations(
  base: JsonObject | undefined,
  now: JsonObject | undefined,
  gateway: ComparedGateway,
): readonly Found[] {
  if (!base || !now) {
    if (base) return [{ kind: 'integration-removed', message: 'nothing answers the route any more' }];
    return now ? [{ kind: 'integration-added', message: 'the route has an integration now' }] : [];
  }
  return [
    ...compareMembers(base, now, CHECKS, (member, was, is) => [
      { kind: 'integration-changed', message: `\`${member}\` ${describeDifference(was, is)}` },
    ]),
    ...compareTimeouts(base, now, gateway),
  ];
}

const CHECKS: Readonly<Record<string, MemberCheck>> = {
  timeoutInMillis: () => [],
  type: differs('integration-type-changed', 'the type of the integration'),
  integrationSubtype: differs('integration-type-changed', 'the action of the integration'),
  uri: differs('integration-target-changed', 'the target'),
  httpMethod: differs('integration-target-changed', 'the method of the integration'),
  integrationTarget: differs('integration-connection-changed', 'the load balancer of the VPC link'),
  connectionType: differs('integration-connection-changed', 'the type of the connection'),
  connectionId: differs('integration-connection-changed', 'the VPC link'),
  credentials: differs('integration-role-changed', 'the role'),
  tlsConfig: compareTls,
  payloadFormatVersion: differs('event-format-changed', 'the format of the event'),
  passthroughBehavior: differs('request-mapping-changed', '`passthroughBehavior`'),
  contentHandling: differs('request-mapping-changed', 'the conversion of the request body'),
  requestTemplates: entriesDiffer('request-mapping-changed', 'the request template of'),
  requestParameters: compareParameters,
  cacheKeyParameters: differs('cache-keys-changed', 'the list of cache keys'),
  cacheNamespace: differs('cache-keys-changed', 'the namespace of the cache'),
  responseTransferMode: compareModes,
  // Those of an HTTP API, by status.
  responseParameters: entriesDiffer('response-mapping-changed', 'the mapping of the status'),
  responses: compareResponses,
};

/** What an HTTP API calls a service with: what it reaches, and where. */
const TARGETS = ['QueueUrl', 'StreamName', 'EventBusName', 'StateMachineArn', 'Region'];

const ofTarget = (name: string): MemberCheck =>
  differs('integration-target-changed', `the request parameter ${showValue(name)}`);

function compareParameters(base: Json | undefined, now: Json | undefined): readonly Found[] {
  return compareMembers(
    isObject(base) ? base : {},
    isObject(now) ? now : {},
    Object.fromEntries(TARGETS.map((name) => [name, ofTarget(name)])),
    (name, was, is) => [
      {
        kind: 'request-mapping-changed',
        message: `the request parameter ${showValue(name)} ${describeDifference(was, is)}`,
      },
    ],
  );
}

function compareTls(base: Json | undefined, now: Json | undefined): readonly Found[] {
  const found = compareVerification(!skipsVerification(base), !skipsVerification(now));
  return found.length > 0 ? found : differs('integration-connection-changed', '`tlsConfig`')(base, now);
}

function skipsVerification(config: Json | undefined): boolean {
  return isObject(config) && config['insecureSkipVerification'] === true;
}

function compareModes(_: Json | undefined, now: Json | undefined): readonly Found[] {
  return now === 'STREAM'
    ? [{ kind: 'streaming-on', message: 'the response is streamed, which AWS bills apart' }]
    : [
        {
          kind: 'streaming-off',
          message: 'the response is no longer streamed: it is sent when it is complete',
        },
      ];
}

/** By the pattern that chooses each. */
function compareResponses(base: Json | undefined, now: Json | undefined): readonly Found[] {
  const kind = 'response-mapping-changed';
  return compareMembers(asObject(base), asObject(now), {}, (pattern, was, is) => {
    const name = `the response of the pattern ${showValue(pattern)}`;
    if (was === undefined) return [{ kind, message: `${name} is added` }];
    if (is === undefined) return [{ kind, message: `${name} is removed` }];
    const [ofBase, ofNow] = [withoutCors(asObject(was)), withoutCors(asObject(is))];
    return compareMembers(
      ofBase,
      ofNow,
      {
        statusCode: differs(kind, `${name}: the status`),
        responseTemplates: entriesDiffer(kind, `${name}: the template of`),
        responseParameters: entriesDiffer(kind, `${name}: the parameter`),
        contentHandling: differs(kind, `${name}: the conversion of the body`),
      },
      (member, a, b) => [{ kind, message: `${name}: \`${member}\` ${describeDifference(a, b)}` }],
    );
  });
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
