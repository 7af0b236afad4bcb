import { isObject } from '../openapi/openapi.js';
import { PARTITION } from '../grammar/aws-location.js';
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
import { shapes, type OptionsShapeOf, type ShapeOf } from './option-shape.js';
import {
  REGION_SHAPE,
  roleArn,
  templates,
  status,
  mappings,
  VALIDATION,
  THROTTLE,
  acceptsAll,
  STAGE_OPTIONS,
} from './option-shapes.js';

const { text, flag, whole, oneOf, record, listOf, deploy } = shapes;

const VPC_ENDPOINTS = listOf(deploy('', /^vpce-[0-9a-f]+$/), '');

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
    endpoint: record(
      'an object of `disableExecuteApiEndpoint` (`true` or `false`), `vpcEndpointIds` (a list of ids such as `vpce-0123456789abcdef0`, or placeholders) and `ipAddressType` (`ipv4` or `dualstack`)',
      (value, key) =>
        key === 'disableExecuteApiEndpoint'
          ? typeof value === 'boolean'
          : key === 'ipAddressType'
            ? value === 'ipv4' || value === 'dualstack'
            : key === 'vpcEndpointIds' && VPC_ENDPOINTS.accepts(value),
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
