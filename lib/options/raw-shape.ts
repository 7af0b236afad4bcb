import { isObject } from '../openapi/openapi.js';
import type { AwsRawIntegration } from '../decorators/aws-integration.decorator.js';
import { shapes, type OptionShape, type OptionsShape, type ShapeOf, type ShapesOf } from './option-shape.js';
import { PARTITION, REGION } from '../grammar/aws-location.js';
import { fillWords, isPostedAction, readTarget } from '../grammar/read-target.js';
import {
  INVOCATION,
  loadBalancer,
  privateTarget,
  responses,
  roleArn,
  stringMap,
  templates,
  url,
  word,
} from './option-shapes.js';

const { flag, whole, oneOf, listOf, deploy } = shapes;

const MAPPED_SOURCE =
  /^(method|integration)\.request\.(path|(multivalue)?(querystring|header))\.[a-zA-Z0-9._$-]+$/;

/** The words of an enumeration, in lower or upper case, as import accepts them. */
const anyCase = <const Words extends readonly string[]>(
  ...words: Words
): ShapeOf<Words[number] | Uppercase<Words[number]>> => ({
  expected: oneOf(...words).expected,
  accepts: (value) =>
    typeof value === 'string' && words.some((one) => value === one || value === one.toUpperCase()),
});
const VERBS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'];
const timeout = whole(50, 900_000, 'milliseconds');
const placeholder = deploy('', /^$/);

const FIELDS: ShapesOf<AwsRawIntegration> = {
  type: anyCase('aws', 'aws_proxy', 'http', 'http_proxy', 'mock'),
  uri: word('a URI'),
  httpMethod: {
    expected: oneOf(...VERBS).expected,
    accepts: (value) => typeof value === 'string' && VERBS.includes(value.toUpperCase()),
  },
  credentials: roleArn,
  passthroughBehavior: anyCase('when_no_match', 'when_no_templates', 'never'),
  requestParameters: stringMap('an object with a mapping expression (a string) for each parameter'),
  requestTemplates: templates,
  responses,
  contentHandling: oneOf('CONVERT_TO_TEXT', 'CONVERT_TO_BINARY'),
  timeoutInMillis: {
    expected: timeout.expected,
    accepts: (value) => timeout.accepts(value) || placeholder.accepts(value),
  },
  cacheKeyParameters: listOf(
    shapes.text('', MAPPED_SOURCE),
    'a list of parameters such as `method.request.path.id` or `method.request.querystring.q`',
  ),
  cacheNamespace: shapes.text('the name of a cache'),
  connectionType: oneOf('INTERNET', 'VPC_LINK'),
  connectionId: word('the id of a VPC link'),
  integrationTarget: loadBalancer,
  tlsConfig: shapes.record(
    'an object of `insecureSkipVerification` (`true` or `false`) and `serverNameToVerify` (a host name, for an HTTP API)',
    (value, key) =>
      key === 'insecureSkipVerification'
        ? flag.accepts(value)
        : key === 'serverNameToVerify' && word('').accepts(value),
  ),
  responseTransferMode: oneOf('BUFFERED', 'STREAM'),
  payloadFormatVersion: oneOf('1.0', '2.0'),
  integrationSubtype: shapes.text(
    'a service and its action, such as `SQS-SendMessage`',
    /^[A-Za-z]+-[A-Za-z]+$/,
  ),
};

const OF_RESPONSES =
  'in a REST API it is a field of each response in `responses`, and no import of an HTTP API is known that takes it';

/** What each type calls. A mock calls nothing. */
const SERVICE_URI = new RegExp(`^arn:${PARTITION}:apigateway:${REGION}:[\\w.-]+:(path|action)/\\S+$`);
const URIS: Readonly<Record<string, OptionShape>> = {
  aws: deploy(
    'the URI of a service (`arn:aws:apigateway:REGION:SERVICE:action/NAME` or `…:path/PATH`)',
    SERVICE_URI,
  ),
  aws_proxy: deploy(
    'the invocation URI of a function, such as `invoke_arn` of Terraform: `aws_proxy` calls only functions',
    new RegExp(`^arn:${PARTITION}:apigateway:${REGION}:lambda:(${INVOCATION}|path/\\S*x)$`),
  ),
  http: url,
  http_proxy: url,
};
const OF_FUNCTION = deploy(
  'the invocation URI of the function, such as `invoke_arn` of Terraform, or use `@AwsLambda`',
  /^$/,
);
/** What an HTTP API reaches over a VPC link. A REST API has a URL there. */
const PRIVATE: OptionShape = {
  ...url,
  expected: `${url.expected}, or the ARN of a listener or of a Cloud Map service for an HTTP API`,
  accepts: (value) => url.accepts(value) || privateTarget.accepts(value),
};
const post = (why: string): OptionShape => ({
  expected: `\`POST\`: ${why}, whatever the method of the route`,
  accepts: (value) => typeof value === 'string' && value.toUpperCase() === 'POST',
});
const INVOKED = post('API Gateway invokes functions with POST');
const POSTED = post('the service takes its actions only with POST');

/**
 * The fields of an integration object. Import ignores unknown fields.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export function rawShape(given: unknown): OptionsShape {
  const { type, uri, httpMethod, connectionType, integrationSubtype } = isObject(given) ? given : {};
  const kind = fillWords(type).toLowerCase();
  const isSubtype = kind === 'aws_proxy' && integrationSubtype !== undefined;
  const isPrivate = kind === 'http_proxy' && connectionType === 'VPC_LINK';
  const calls = isSubtype || !Object.hasOwn(URIS, kind) ? undefined : isPrivate ? PRIVATE : URIS[kind]!;
  const isAws = kind === 'aws' || kind === 'aws_proxy';
  const isArn = isAws && /^arn:[^:]*:lambda:/.test(fillWords(uri));
  const verb = !isAws
    ? undefined
    : readTarget(uri) === 'function'
      ? INVOKED
      : isPostedAction(uri)
        ? POSTED
        : undefined;
  return {
    options: {
      ...FIELDS,
      ...(calls ? { uri: isArn ? OF_FUNCTION : calls } : {}),
      ...(verb && FIELDS.httpMethod.accepts(httpMethod) ? { httpMethod: verb } : {}),
    },
    required: ['type', ...(calls ? ['uri', 'httpMethod'] : [])],
    elsewhere: { responseParameters: OF_RESPONSES },
  };
}
