import { isObject } from '../openapi/openapi.js';
import { ACCOUNT, PARTITION, REGION } from '../grammar/aws-location.js';
import { isContextVariable } from '../grammar/context-variables.js';
import { MAPPED_NAME } from '../grammar/mapping.js';
import { isPattern } from '../grammar/selection-pattern.js';
import type { PublicSecurityScheme } from '../authorizers/public-security-scheme.js';
import type { CognitoAuthorizerOptions } from '../authorizers/cognito-authorizer.js';
import type { IamAuthorizerOptions } from '../authorizers/iam-authorizer.js';
import type { JwtAuthorizerOptions } from '../authorizers/jwt-authorizer.js';
import type { IdentitySource, LambdaAuthorizerOptions } from '../authorizers/lambda-authorizer.js';
import type { AwsAuthorizerOptions } from '../decorators/aws-authorizer.decorator.js';
import { parsePlaceholders } from '../values/deploy-value.js';
import { KONG_GUARD, KONG_PLUGIN } from './kong-shapes.js';
import { shapes, toJson, type OptionsShapeOf, type ShapeOf } from './option-shape.js';
import { functionArn, invokeArn, roleArn } from './option-shapes.js';

const { text, flag, whole, oneOf, listOf, deploy } = shapes;

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

const schemeName: ShapeOf<string> = withPlaceholdersOnly(
  deploy('a name of letters, digits, `-`, `_` and `.`', /^[A-Za-z0-9._-]+$/),
);

/** API Gateway copies the text as it is: variables of the stage or of the import would stay as they are written. */
function withPlaceholdersOnly(shape: ShapeOf<string>): ShapeOf<string> {
  return { ...shape, accepts: (value) => shape.accepts(value) && !holdsOtherVariable(String(value)) };
}

function holdsOtherVariable(written: string): boolean {
  return parsePlaceholders(written)['@deploy'].some(
    (part) => typeof part === 'string' && part.includes('${'),
  );
}

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
      deploy('', new RegExp(`^arn:${PARTITION}:cognito-idp:${REGION}:${ACCOUNT}:userpool/[\\w-]+$`)),
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
  options: {
    scopes: listOf(
      withPlaceholdersOnly(text('', /^\S+$/)),
      'a list of OAuth scopes, fixed or with placeholders',
    ),
  },
};
