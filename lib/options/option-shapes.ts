import { ORIGIN, splitOrigins } from '../grammar/origin.js';
import { isObject } from '../openapi/openapi.js';
import { ACCOUNT, PARTITION, REGION } from '../grammar/aws-location.js';
import { MAPPED_NAME } from '../grammar/mapping.js';
import type { AwsCacheKey, AwsCacheOptions } from '../decorators/aws-cache.decorator.js';
import type { AwsCorsOptions } from '../decorators/aws-cors.decorator.js';
import type { AwsExcludeOptions } from '../decorators/aws-exclude.decorator.js';
import type { AwsHttpOptions } from '../decorators/aws-http.decorator.js';
import type { AwsIntegrationResponses } from '../decorators/aws-integration-response.js';
import type { AwsLambdaOptions } from '../decorators/aws-lambda.decorator.js';
import type { AwsLoggingOptions } from '../decorators/aws-logging.decorator.js';
import type { AwsMockOptions } from '../decorators/aws-mock.decorator.js';
import type { AwsThrottleOptions } from '../decorators/aws-throttle.decorator.js';
import { holdsRequestValue, mappedTexts } from './request-value-shape.js';
import { shapes, type OptionsShape, type OptionsShapeOf, type ShapeOf } from './option-shape.js';

const { text, flag, whole, oneOf, json, record, listOf, deploy } = shapes;

export const REGION_SHAPE: ShapeOf<string> = deploy('an AWS region (`eu-west-1`)', new RegExp(`^${REGION}$`));

export const functionArn: ShapeOf<string> = {
  ...deploy(
    'the ARN of a Lambda function (`arn:aws:lambda:REGION:ACCOUNT:function:NAME`)',
    new RegExp(`^arn:${PARTITION}:lambda:${REGION}:${ACCOUNT}:function:[\\w-]{1,64}(:[\\w$-]+)?$`),
  ),
  hint: (value) =>
    typeof value === 'string' && value.includes(':lambda:path/')
      ? 'This is an invocation URI: write `invokeArn` instead of `functionArn`.'
      : undefined,
};

/** The two paths that invoke a function: with a whole response, or with a stream. */
export const INVOCATION =
  'path/(2015-03-31/functions/\\S+/invocations|2021-11-15/functions/\\S+/response-streaming-invocations)';

export const invokeArn: ShapeOf<string> = {
  ...deploy(
    'an invocation URI, such as `invoke_arn` of Terraform',
    new RegExp(`^arn:${PARTITION}:apigateway:${REGION}:lambda:${INVOCATION}$`),
  ),
  hint: (value) =>
    functionArn.accepts(value)
      ? 'This is the ARN of a function: write `functionArn` instead of `invokeArn`.'
      : undefined,
};

export const roleArn = deploy(
  'the ARN of an IAM role (`arn:aws:iam::ACCOUNT:role/NAME`)',
  new RegExp(`^arn:${PARTITION}:iam::(${ACCOUNT}:role/\\S+|\\*:user/\\*)$`),
);

/** "Set up HTTP integrations": API Gateway supports only these ports. */
const PORTS =
  /^(80|443|102[4-9]|10[3-9]\d|1[1-9]\d\d|[2-9]\d{3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;

const URL_WORDS = 'an `http://` or `https://` URL with port 80, 443 or 1024 to 65535, without';

export const url = deploy(`${URL_WORDS} path variables in the host and without a fragment`, { test: isUrl });

/** A path is written behind it. */
const baseUrl = deploy(`${URL_WORDS} path variables in the host, and without a query or a fragment`, {
  test: (given) => isUrl(given) && !given.includes('?'),
});

function isUrl(given: string): boolean {
  const port =
    /^https?:\/\/(?:(?!-)[\w-]+(?:\.(?!-)[\w-]+)*\.?|\[[\da-fA-F:.]+\])(?::(\d+|x))?(?:[/?][^\s"<>\\^`|#]*)?$/.exec(
      given,
    );
  const fixed = given.replace(/\{[\w.$+-]+\}/g, '');
  return (
    port !== null &&
    (port[1] === undefined || port[1] === 'x' || PORTS.test(port[1])) &&
    !/[{}]|%(?![\da-fA-F]{2})/.test(fixed)
  );
}

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

export const status = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && /^[1-5]\d\d$/.test(String(value));

export const mappings = stringMap('');

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
    baseUrl,
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

function holdsStageVariable(value: unknown): boolean {
  return (JSON.stringify(value) ?? '').includes('${stageVariables.');
}

/** JSON leaves out `undefined`, usually an environment variable that is not set. */
function isJson(value: unknown): boolean {
  return json.accepts(value) && !holdsUndefined(value);
}

function holdsUndefined(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  return !('toJSON' in value) && Object.values(value).some(holdsUndefined);
}

export const MOCK: OptionsShapeOf<AwsMockOptions> = {
  options: {
    status: { ...whole(100, 599, ''), expected: 'an HTTP status, a whole number from 100 to 599' },
    body: {
      expected:
        'a JSON value without values of the request or variables of the stage, because a mock answers every request alike',
      accepts: (value) => isJson(value) && !holdsRequestValue(value) && !holdsStageVariable(value),
    },
    headers: record(
      "an object of header names (letters, digits, `.`, `_`, `$` and `-`) and values (without line breaks, `'` and variables of the stage, which API Gateway does not support there)",
      (value, key) =>
        MAPPED_NAME.test(key) &&
        typeof value === 'string' &&
        !/['\r\n]/.test(value) &&
        !holdsStageVariable(value),
    ),
  },
  // Objects in API Gateway's own terms, such as `responses`, say `statusCode`.
  elsewhere: { statusCode: 'the status of a mock is `status`' },
};

const inHost = deploy('', ORIGIN);
const origin: typeof inHost = {
  ...inHost,
  accepts: (value) => inHost.accepts(value) && !holdsStageVariable(value),
};

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

export const acceptsAll = ({ options, required = [] }: OptionsShape, value: unknown): boolean =>
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

export const EXCLUDE: OptionsShapeOf<AwsExcludeOptions> = { options: { keepInPublic: flag } };
