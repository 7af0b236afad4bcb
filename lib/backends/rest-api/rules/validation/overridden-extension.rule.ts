import { findOperation } from '../../../../model/documents/view-route.js';
import { placeOf, type Finding, type Rule } from '../../../../rules/rule.js';

/**
 * This library overwrites extensions that it generates itself, and import ignores extensions that a REST API does not
 * have.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export const overriddenExtension: Rule = {
  code: 'overridden-extension',
  severity: 'error',
  *check(model) {
    for (const fault of findFaults(Object.keys(model.document), OF_DOCUMENT)) yield { at: {}, ...fault };
    for (const route of model.routes) {
      const names = Object.keys(findOperation(route, model)).filter(
        // Without an integration another rule reports the route.
        (name) => name !== `${PREFIX}integration` || route.hasIntegration,
      );
      for (const fault of findFaults(names, OF_OPERATION)) yield { at: placeOf(route), ...fault };
    }
  },
};

const PREFIX = 'x-amazon-apigateway-';

/** What to use instead of an extension; `null` if an application may write it. */
type Instead = Readonly<Record<string, string | null>>;

const OF_OPERATION: Instead = {
  integration: '`@AwsIntegration` with the same object, or another integration decorator',
  'request-validator': '`@AwsValidation`',
  auth: '`@AwsAuthorizer` or `@AwsPublic()`',
};

const OF_DOCUMENT: Instead = {
  'api-key-source': '`forRoot({ apiKeySource })`',
  'binary-media-types': '`forRoot({ binaryMediaTypes })`',
  documentation: null,
  'endpoint-access-mode': null,
  'endpoint-configuration': '`forRoot({ endpoint })`',
  'gateway-responses': '`forRoot({ gatewayResponses })`',
  'minimum-compression-size': '`forRoot({ minimumCompressionSize })`',
  policy: '`forRoot({ policy })`',
  'request-validator': '`forRoot({ validation })`',
  'request-validators': '`forRoot({ validation })`',
  'security-policy': null,
};

function* findFaults(names: readonly string[], known: Instead): Generator<Omit<Finding, 'at'>> {
  const order = Object.keys(known);
  const short = names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
  for (const name of short.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))) {
    const instead = Object.hasOwn(known, name) ? known[name] : undefined;
    if (instead === null) continue;
    yield instead === undefined
      ? {
          message: `the extension \`${PREFIX}${name}\` has no effect: API Gateway reads no such extension there`,
          fix: 'Remove it, or move it to the place that API Gateway documents for REST APIs.',
        }
      : {
          message: `the extension \`${PREFIX}${name}\` has no effect: this library generates it for the ${known === OF_DOCUMENT ? 'document' : 'operation'}`,
          fix: `Use ${instead}, and remove the extension.`,
        };
  }
}
