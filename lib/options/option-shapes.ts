import { ORIGIN, splitOrigins } from '../grammar/origin.js';
import { isObject } from '../openapi/openapi.js';
import { ACCOUNT, PARTITION, REGION } from '../grammar/aws-location.js';
import { isContextVariable } from '../grammar/context-variables.js';
import { MAPPED_NAME } from '../grammar/mapping.js';
import { isPattern } from '../grammar/selection-pattern.js';
import { policyShape } from './policy-shape.js';
import type {
  AwsGatewayCatchAll,
  AwsGatewayId,
  AwsGatewayLimits,
  AwsGatewayOptions,
  AwsGatewayResponseType,
  AwsHttpApiOptions,
  AwsSecurityPolicy,
  AwsUsagePlan,
} from '../aws-gateway.options.js';
import type { PublicSecurityScheme } from '../authorizers/public-security-scheme.js';
import type { CognitoAuthorizerOptions } from '../authorizers/cognito-authorizer.js';
import type { IamAuthorizerOptions } from '../authorizers/iam-authorizer.js';
import type { JwtAuthorizerOptions } from '../authorizers/jwt-authorizer.js';
import type { IdentitySource, LambdaAuthorizerOptions } from '../authorizers/lambda-authorizer.js';
import type { AwsAuthorizerOptions } from '../decorators/aws-authorizer.decorator.js';
import type { AwsCacheKey, AwsCacheOptions } from '../decorators/aws-cache.decorator.js';
import type { AwsCorsOptions } from '../decorators/aws-cors.decorator.js';
import type { AwsExcludeOptions } from '../decorators/aws-exclude.decorator.js';
import type { AwsHttpOptions } from '../decorators/aws-http.decorator.js';
import type { AwsIntegrationResponses } from '../decorators/aws-integration-response.js';
import type { AwsLambdaOptions } from '../decorators/aws-lambda.decorator.js';
import type { AwsLoggingOptions } from '../decorators/aws-logging.decorator.js';
import type { AwsMockOptions } from '../decorators/aws-mock.decorator.js';
import type { AwsThrottleOptions } from '../decorators/aws-throttle.decorator.js';
import { KONG_GUARD, KONG_PLUGIN } from './kong-shapes.js';
import { holdsRequestValue, mappedTexts } from './request-value-shape.js';
import { shapes, toJson, type OptionsShape, type OptionsShapeOf, type ShapeOf } from './option-shape.js';

const { text, flag, whole, oneOf, json, record, listOf, deploy } = shapes;

export const REGION_SHAPE: ShapeOf<string> = deploy('an AWS region (`eu-west-1`)', new RegExp(`^${REGION}$`));

const functionArn: ShapeOf<string> = {
  ...deploy(
    'the ARN of a Lambda function (`arn:aws:lambda:REGION:ACCOUNT:function:NAME`)',
    new RegExp(`^arn:${PARTITION}:lambda:${REGION}:${ACCOUNT}:function:[\\w-]+(:[\\w$-]+)?$`),
  ),
  hint: (value) =>
    typeof value === 'string' && value.includes(':lambda:path/')
      ? 'This is an invocation URI: write `invokeArn` in place of `functionArn`.'
      : undefined,
};
/** The two paths that invoke a function: with a whole response, or with a stream. */
export const INVOCATION =
  'path/(2015-03-31/functions/\\S+/invocations|2021-11-15/functions/\\S+/response-streaming-invocations)';
const invokeArn: ShapeOf<string> = {
  ...deploy(
    'an invocation URI, such as `invoke_arn` of Terraform',
    new RegExp(`^arn:${PARTITION}:apigateway:${REGION}:lambda:${INVOCATION}$`),
  ),
  hint: (value) =>
    functionArn.accepts(value)
      ? 'This is the ARN of a function: write `functionArn` in place of `invokeArn`.'
      : undefined,
};
export const roleArn = deploy(
  'the ARN of an IAM role (`arn:aws:iam::ACCOUNT:role/NAME`)',
  new RegExp(`^arn:${PARTITION}:iam::(${ACCOUNT}:role/\\S+|\\*:user/\\*)$`),
);
/** "Set up HTTP integrations": API Gateway supports only these ports. */
const PORTS =
  /^(80|443|102[4-9]|10[3-9]\d|1[1-9]\d\d|[2-9]\d{3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;
export const url = deploy(
  'an `http://` or `https://` URL with port 80, 443 or 1024 to 65535, without path variables in the host',
  {
    test(given) {
      const port = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::(\d+|x))?(?:[/?#]\S*)?$/i.exec(given);
      const fixed = given.replace(/\{[\w.$+-]+\}/g, '');
      return (
        port !== null &&
        (port[1] === undefined || port[1] === 'x' || PORTS.test(port[1])) &&
        !/[{}]/.test(fixed)
      );
    },
  },
);
export const word = (what: string): ShapeOf<string> => deploy(what, /^\S+$/);
/** The limit is 29 s unless AWS raised the quota of the account. A rule reports more. */
const timeout = whole(50, 900_000, 'milliseconds');
export const stringMap = (what: string): ShapeOf<Readonly<Record<string, string>>> =>
  record(what, (value) => typeof value === 'string');
const TEMPLATE_WORDS =
  'an object with a template (a string) for each content type, such as `application/json`';
/** Import rejects a content type without a slash. */
export const templates = record<Readonly<Record<string, string>>>(
  TEMPLATE_WORDS,
  (value, key) => typeof value === 'string' && /^([^\s/]+\/[^\s/]+.*|\$default)$/.test(key),
);
const status = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && /^[1-5]\d\d$/.test(String(value));
const mappings = stringMap('');
export const responses = record<AwsIntegrationResponses>(
  `an object with a response for each pattern: a \`statusCode\` from 100 to 599, \`responseTemplates\` (${TEMPLATE_WORDS}) and \`responseParameters\` (strings)`,
  (value) =>
    isObject(value) &&
    status(value['statusCode']) &&
    json.accepts(value) &&
    (value['responseTemplates'] === undefined || templates.accepts(value['responseTemplates'])) &&
    (value['responseParameters'] === undefined || mappings.accepts(value['responseParameters'])),
);
const headerName = /^[A-Za-z0-9!#$%&*+.^_`|~-]+$/;
const publicScheme: ShapeOf<PublicSecurityScheme> = {
  expected: 'an OpenAPI security scheme without placeholders, because the public document contains it',
  accepts: (value) =>
    isObject(value) &&
    ['http', 'apiKey', 'oauth2', 'openIdConnect'].includes(value['type'] as string) &&
    toJson(value)?.includes('${') === false,
};
const publicText: ShapeOf<string> = {
  expected: 'a text without placeholders, because the public document contains it',
  accepts: (value) => typeof value === 'string' && value.trim() !== '' && !value.includes('${'),
};
function isIdentitySource(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [, from, name] = /^(header|query|context|stage)\.(.+)$/s.exec(value) ?? [];
  if (name === undefined) return false;
  // A back end refuses a variable that its gateway does not have.
  if (from === 'context') {
    return isContextVariable(name, 'rest-api') || isContextVariable(name, 'http-api');
  }
  return from === 'stage' ? /^\w+$/.test(name) : MAPPED_NAME.test(name);
}
const schemeName = deploy('a name of letters, digits, `-`, `_` and `.`', /^[A-Za-z0-9._-]+$/);

/** An HTTP API also reaches services by their name in Cloud Map. */
export const privateTarget = deploy(
  'the ARN of a load balancer or listener (`arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener/…`), or of a Cloud Map service (`arn:aws:servicediscovery:REGION:ACCOUNT:service/…`)',
  new RegExp(
    `^arn:${PARTITION}:(elasticloadbalancing:${REGION}:\\w+:(loadbalancer|listener)|servicediscovery:${REGION}:\\w+:service)/.+$`,
  ),
);

export const LAMBDA: OptionsShapeOf<AwsLambdaOptions> = {
  options: {
    functionArn,
    invokeArn,
    mode: oneOf('proxy', 'custom', 'async'),
    payloadFormat: oneOf('1.0', '2.0'),
    streaming: flag,
    credentials: roleArn,
    timeout,
    requestTemplates: templates,
    responses,
  },
  exactlyOne: [['functionArn', 'invokeArn']],
};

/** Behind a VPC link V2. */
export const loadBalancer = deploy(
  'the ARN of a load balancer or listener (`arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener/…`)',
  new RegExp(`^arn:${PARTITION}:elasticloadbalancing:${REGION}:${ACCOUNT}:(loadbalancer|listener)/\\S+$`),
);

export const HTTP: OptionsShapeOf<AwsHttpOptions> = {
  options: {
    baseUrl: url,
    url,
    vpcLink: word('the id of a VPC link'),
    target: privateTarget,
    headers: mappedTexts('an object of header names'),
    query: mappedTexts('an object of query parameter names'),
    streaming: flag,
    method: oneOf('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'),
    timeout,
    insecureSkipVerification: flag,
  },
  exactlyOne: [['baseUrl', 'url']],
};

export const MOCK: OptionsShapeOf<AwsMockOptions> = {
  options: {
    status: { ...whole(100, 599, ''), expected: 'an HTTP status, a whole number from 100 to 599' },
    body: {
      expected: 'a JSON value without values of the request, because a mock answers every request alike',
      accepts: (value) => json.accepts(value) && !holdsRequestValue(value),
    },
    headers: record(
      "an object of header names (letters, digits, `.`, `_`, `$` and `-`) and values (without line breaks and `'`, which API Gateway does not support there)",
      (value, key) => MAPPED_NAME.test(key) && typeof value === 'string' && !/['\r\n]/.test(value),
    ),
  },
  // Objects in API Gateway's own terms, such as `responses`, say `statusCode`.
  elsewhere: { statusCode: 'the status of a mock is `status`' },
};

export const LAMBDA_AUTHORIZER: OptionsShapeOf<LambdaAuthorizerOptions> = {
  options: {
    name: schemeName,
    functionArn,
    invokeArn,
    credentials: roleArn,
    type: oneOf('request', 'token'),
    identitySources: listOf(
      { expected: '', accepts: isIdentitySource } as ShapeOf<IdentitySource>,
      'a list of sources such as `header.Authorization`, `query.token`, `context.identity.sourceIp` or `stage.tenant`',
    ),
    resultTtl: whole(0, 3600, 'seconds'),
    payloadFormat: oneOf('1.0', '2.0'),
    simpleResponses: flag,
    identityValidationExpression: {
      expected: 'a Java regular expression',
      accepts: (value) => typeof value === 'string' && value !== '' && isPattern(value),
    },
    description: publicText,
    kong: KONG_PLUGIN,
    publicScheme,
  },
  required: ['name'],
  exactlyOne: [['functionArn', 'invokeArn']],
};

const issuer = deploy('the `https://` URL of an issuer', /^https:\/\/[^\s?#]+$/);

export const COGNITO_AUTHORIZER: OptionsShapeOf<CognitoAuthorizerOptions> = {
  options: {
    name: schemeName,
    userPoolArns: listOf(
      deploy('', new RegExp(`^arn:${PARTITION}:cognito-idp:${REGION}:${ACCOUNT}:userpool/\\S+$`)),
      'a list with at least one user pool ARN (`arn:aws:cognito-idp:REGION:ACCOUNT:userpool/ID`) or placeholder',
      1,
    ),
    clientIds: listOf(deploy('', /^\S+$/), 'a list with at least one id of an app client, or placeholder', 1),
    issuer,
    header: text('a header name of letters, digits, `.`, `_`, `$` and `-`', MAPPED_NAME),
    description: publicText,
    kong: KONG_GUARD,
    publicScheme,
  },
  required: ['name', 'userPoolArns'],
};

export const JWT_AUTHORIZER: OptionsShapeOf<JwtAuthorizerOptions> = {
  options: {
    name: schemeName,
    issuer,
    audience: listOf(deploy('', /^\S+$/), 'a list with at least one audience, or placeholder', 1),
    identitySource: {
      expected: '`header.NAME` or `query.NAME`',
      accepts: (value) => isIdentitySource(value) && /^(header|query)\./.test(String(value)),
    },
    description: publicText,
    kong: KONG_GUARD,
    publicScheme,
  },
  required: ['name', 'issuer', 'audience'],
};

export const IAM_AUTHORIZER: OptionsShapeOf<IamAuthorizerOptions> = {
  options: { name: schemeName, description: publicText, kong: KONG_PLUGIN, publicScheme },
};

export const AUTHORIZER_USE: OptionsShapeOf<AwsAuthorizerOptions> = {
  options: { scopes: listOf(text('', /^\S+$/), 'a list of OAuth scopes') },
};

const origin = deploy('', ORIGIN);

const allowOrigins: ShapeOf<AwsCorsOptions['allowOrigins']> = {
  expected:
    'a list of at least one origin: scheme, host and port without a path or a slash at the end (`https://app.example.com`), with `*.` for all subdomains (`https://*.example.com`), `*` alone, or placeholders; or to one placeholder for a list, such as `${cors_origins}`',
  deployValue: true,
  accepts: (value) =>
    typeof value === 'string'
      ? /^\$\{\w+\}$/.test(value)
        ? origin.accepts(value)
        : splitOrigins(value).every((one) => ORIGIN.test(one))
      : Array.isArray(value) && value.length > 0 && value.every(origin.accepts),
};

export const CORS: OptionsShapeOf<AwsCorsOptions> = {
  options: {
    allowOrigins,
    allowHeaders: listOf(text('', headerName), 'a list of header names'),
    exposeHeaders: listOf(text('', headerName), 'a list of header names'),
    allowCredentials: flag,
    maxAge: whole(0, 86_400, 'seconds'),
  },
  required: ['allowOrigins'],
};

export const VALIDATION = oneOf('none', 'body', 'params', 'all');

export const THROTTLE: OptionsShapeOf<AwsThrottleOptions> = {
  options: {
    rate: {
      expected: 'a number of requests a second, 0 or more',
      accepts: (value) => Number.isFinite(value) && (value as number) >= 0,
    },
    burst: whole(0, 1_000_000, 'requests'),
  },
  required: ['rate', 'burst'],
};

export const CACHE: OptionsShapeOf<AwsCacheOptions> = {
  options: {
    ttl: whole(0, 3600, 'seconds'),
    keys: listOf(
      text<AwsCacheKey>('', /^(path|query|header)\.[a-zA-Z0-9._$-]+$/),
      'a list of keys such as `path.id`, `query.page` or `header.Accept-Language`',
    ),
    encrypted: flag,
  },
};

export const LOGGING: OptionsShapeOf<AwsLoggingOptions> = {
  options: { level: oneOf('OFF', 'ERROR', 'INFO'), metrics: flag, dataTrace: flag },
};

const acceptsAll = ({ options, required = [] }: OptionsShape, value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([name, item]) => item === undefined || (Object.hasOwn(options, name) && options[name]!.accepts(item)),
  ) &&
  required.every((name) => value[name] !== undefined);

/** The same as options of the module. */
export const STAGE_OPTIONS = {
  throttle: {
    expected: '`{ rate, burst }`: requests a second, 0 or more, and a whole number of requests',
    accepts: (value) => acceptsAll(THROTTLE, value),
  } as ShapeOf<AwsThrottleOptions>,
  cache: {
    expected:
      '`false`, or `{ ttl, keys, encrypted }`: seconds from 0 to 3600, a list of keys such as `path.id`, `query.page` or `header.Accept-Language`, and `true` or `false`',
    accepts: (value) => value === false || acceptsAll(CACHE, value),
  } as ShapeOf<AwsCacheOptions | false>,
  logging: {
    expected: "`{ level: 'OFF' | 'ERROR' | 'INFO', metrics, dataTrace }`, the last two `true` or `false`",
    accepts: (value) => acceptsAll(LOGGING, value),
  } as ShapeOf<AwsLoggingOptions>,
};

const PERIOD = oneOf('DAY', 'WEEK', 'MONTH');

const QUOTA: OptionsShapeOf<NonNullable<AwsUsagePlan['quota']>> = {
  options: { limit: whole(1, 1_000_000_000, 'requests'), period: PERIOD },
  required: ['limit', 'period'],
};

const USAGE_PLAN: OptionsShapeOf<AwsUsagePlan> = {
  options: {
    description: text('a text'),
    throttle: { expected: '', accepts: (value) => acceptsAll(THROTTLE, value) },
    quota: { expected: '', accepts: (value) => acceptsAll(QUOTA, value) },
  },
};

const USAGE_PLANS = record<Readonly<Record<string, AwsUsagePlan>>>(
  "an object of plans by name (letters, digits, `_` and `-`), each with `description` (a text), `throttle` (`{ rate, burst }`) and `quota` (`{ limit, period: 'DAY' | 'WEEK' | 'MONTH' }`)",
  (value, key) => /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) && acceptsAll(USAGE_PLAN, value),
);

export const EXCLUDE: OptionsShapeOf<AwsExcludeOptions> = { options: { keepInPublic: flag } };

const GATEWAY_RESPONSE_TYPES = Object.keys({
  ACCESS_DENIED: true,
  API_CONFIGURATION_ERROR: true,
  AUTHORIZER_CONFIGURATION_ERROR: true,
  AUTHORIZER_FAILURE: true,
  BAD_REQUEST_BODY: true,
  BAD_REQUEST_PARAMETERS: true,
  DEFAULT_4XX: true,
  DEFAULT_5XX: true,
  EXPIRED_TOKEN: true,
  INTEGRATION_FAILURE: true,
  INTEGRATION_TIMEOUT: true,
  INVALID_API_KEY: true,
  INVALID_SIGNATURE: true,
  MISSING_AUTHENTICATION_TOKEN: true,
  QUOTA_EXCEEDED: true,
  REQUEST_TOO_LARGE: true,
  RESOURCE_NOT_FOUND: true,
  THROTTLED: true,
  UNAUTHORIZED: true,
  UNSUPPORTED_MEDIA_TYPE: true,
  WAF_FILTERED: true,
} satisfies Record<AwsGatewayResponseType, true>);

export const SECURITY_POLICIES = Object.keys({
  TLS_1_0: true,
  TLS_1_2: true,
  SecurityPolicy_TLS13_1_3_2025_09: true,
  SecurityPolicy_TLS13_1_3_FIPS_2025_09: true,
  SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09: true,
  SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09: true,
  SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09: true,
  SecurityPolicy_TLS13_1_2_PQ_2025_09: true,
  SecurityPolicy_TLS13_1_2_2021_06: true,
  SecurityPolicy_TLS13_2025_EDGE: true,
  SecurityPolicy_TLS12_PFS_2025_EDGE: true,
  SecurityPolicy_TLS12_2018_EDGE: true,
} satisfies Record<AwsSecurityPolicy, true>) as readonly AwsSecurityPolicy[];

const LIMITS = Object.keys({
  resources: true,
  routes: true,
  authorizers: true,
  timeout: true,
  policy: true,
  documentationParts: true,
} satisfies Record<keyof AwsGatewayLimits, true>);

export const CATCH_ALL: ShapeOf<boolean | AwsGatewayCatchAll> = {
  expected:
    '`true`, or to an object of `paths` (a list of paths such as `/graphql`, without variables) and `authorizer` (an authorizer or `false`)',
  accepts: (value) =>
    typeof value === 'boolean' ||
    (isObject(value) &&
      Object.entries(value).every(([name, item]) =>
        name === 'paths'
          ? Array.isArray(item) &&
            item.length > 0 &&
            item.every((path) => typeof path === 'string' && /^\/[^\s{}?#*:]*$/.test(path))
          : name === 'authorizer' && (item === undefined || item === false || isObject(item)),
      )),
};

/** Checked with its own shape where it is resolved. */
const elsewhere = { expected: '', accepts: () => true };

export const GATEWAYS = Object.keys({
  'rest-api': true,
  'http-api': true,
  kong: true,
} satisfies Record<AwsGatewayId, true>) as readonly AwsGatewayId[];

export const GATEWAY_ID: ShapeOf<AwsGatewayId> = oneOf(...GATEWAYS);

const HTTP_API = Object.keys({ inlineIntegrations: true } satisfies Record<keyof AwsHttpApiOptions, true>);

export const GATEWAY: OptionsShapeOf<AwsGatewayOptions> = {
  options: {
    gateway: GATEWAY_ID,
    httpApi: record(
      `an object of ${HTTP_API.map((name) => `\`${name}\``).join(', ')}, which is \`true\` or \`false\``,
      (value, key) => HTTP_API.includes(key) && typeof value === 'boolean',
    ),
    kong: elsewhere,
    integration: elsewhere,
    catchAll: CATCH_ALL,
    authorizer: elsewhere,
    requireAuthorizer: flag,
    models: oneOf('used', 'all'),
    documentation: flag,
    documentErrors: flag,
    scopes: elsewhere,
    cors: elsewhere,
    apiKey: flag,
    credentials: roleArn,
    validation: VALIDATION,
    throttle: STAGE_OPTIONS.throttle,
    cache: STAGE_OPTIONS.cache,
    logging: STAGE_OPTIONS.logging,
    usagePlans: USAGE_PLANS,
    binaryMediaTypes: listOf(
      text('', /^[^\s/]+\/[^\s/]+$/),
      'a list of media types such as `image/png` or `application/octet-stream`',
    ),
    minimumCompressionSize: whole(0, 10_485_760, 'bytes'),
    apiKeySource: oneOf('HEADER', 'AUTHORIZER'),
    policy: policyShape,
    gatewayResponses: record(
      `an object of gateway response types (${GATEWAY_RESPONSE_TYPES.join(', ')}), each with only \`statusCode\`, \`responseParameters\` and \`responseTemplates\``,
      (value, key) =>
        GATEWAY_RESPONSE_TYPES.includes(key) &&
        isObject(value) &&
        Object.entries(value).every(([name, item]) =>
          name === 'statusCode'
            ? status(item)
            : name === 'responseTemplates'
              ? templates.accepts(item)
              : name === 'responseParameters' && mappings.accepts(item),
        ),
    ),
    securityPolicy: oneOf(...SECURITY_POLICIES),
    endpointAccessMode: oneOf('BASIC', 'STRICT'),
    endpoint: record('`disableExecuteApiEndpoint`, `vpcEndpointIds` and `ipAddressType`', (value, key) =>
      key === 'disableExecuteApiEndpoint'
        ? typeof value === 'boolean'
        : key === 'ipAddressType'
          ? value === 'ipv4' || value === 'dualstack'
          : key === 'vpcEndpointIds' && Array.isArray(value) && value.every((id) => typeof id === 'string'),
    ),
    transformDocument: {
      expected: 'a function that takes a document and returns a document',
      accepts: (value) => typeof value === 'function',
    },
    region: REGION_SHAPE,
    partition: deploy('an AWS partition (`aws`, `aws-cn`, `aws-us-gov`)', new RegExp(`^${PARTITION}$`)),
    accountId: deploy('an AWS account id of 12 digits', /^(\d{12}|\d*x\d*)$/),
    limits: record(
      `an object of ${LIMITS.map((name) => `\`${name}\``).join(', ')}, each a whole number`,
      (value, key) => LIMITS.includes(key) && Number.isInteger(value) && (value as number) > 0,
    ),
    ignore: {
      expected: 'an object of diagnostic codes and reasons',
      accepts: isObject,
    },
  },
};
