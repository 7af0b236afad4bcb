import { defined } from '../../values/defined.js';
import type { Authorizer as GivenAuthorizer } from '../../authorizers/authorizer.js';
import type { PublicSecurityScheme } from '../../authorizers/public-security-scheme.js';
import type { CognitoAuthorizerOptions } from '../../authorizers/cognito-authorizer.js';
import type { IamAuthorizerOptions } from '../../authorizers/iam-authorizer.js';
import type { JwtAuthorizerOptions } from '../../authorizers/jwt-authorizer.js';
import type { LambdaAuthorizerOptions } from '../../authorizers/lambda-authorizer.js';
import { parseDeployValue } from '../../values/deploy-value.js';
import type { Authorizer, IdentitySourceModel } from './authorizer.js';
import { conflict, type FaultPlace, type OptionFault } from '../../options/option-fault.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';
import { checkOptions, show } from '../../options/option-shape.js';
import {
  COGNITO_AUTHORIZER,
  IAM_AUTHORIZER,
  JWT_AUTHORIZER,
  LAMBDA_AUTHORIZER,
} from '../../options/authorizer-shapes.js';
import { resolveKongGuard } from './resolve-kong-guard.js';
import { resolveFunction } from '../functions/resolve-function.js';

export interface ResolvedAuthorizer {
  /** Absent if the options have faults. */
  readonly authorizer?: Authorizer;
  readonly faults: readonly OptionFault[];
}

/** A kind that is missing here does not compile. */
const KINDS = {
  lambda: { owner: '`LambdaAuthorizer`', shape: LAMBDA_AUTHORIZER, resolve: resolveLambdaAuthorizer },
  cognito: { owner: '`CognitoAuthorizer`', shape: COGNITO_AUTHORIZER, resolve: resolveCognitoAuthorizer },
  iam: { owner: '`IamAuthorizer`', shape: IAM_AUTHORIZER, resolve: resolveIamAuthorizer },
  jwt: { owner: '`JwtAuthorizer`', shape: JWT_AUTHORIZER, resolve: resolveJwtAuthorizer },
} as const satisfies Readonly<Record<Authorizer['kind'] | GivenAuthorizer['kind'], object>>;

/** Reads an authorizer object by its `kind`. */
export function resolveAuthorizer(given: unknown, owner: string, at: FaultPlace): ResolvedAuthorizer {
  const word = isObject(given) ? given['kind'] : undefined;
  const kind =
    typeof word === 'string' && Object.hasOwn(KINDS, word) ? KINDS[word as keyof typeof KINDS] : undefined;
  if (!isObject(given) || !kind) {
    return {
      faults: [
        {
          code: 'invalid-option',
          at,
          message: `${owner} was given ${show(given)} instead of an authorizer`,
          fix: 'Pass a `LambdaAuthorizer`, `CognitoAuthorizer`, `JwtAuthorizer` or `IamAuthorizer`. If the value is `undefined`, two files usually import each other.',
        },
      ],
    };
  }
  const options = given['options'];
  const name = isObject(options) && typeof options['name'] === 'string' ? ` \`${options['name']}\`` : '';
  const shapeFaults = checkOptions(`${kind.owner}${name}`, options, kind.shape, at);
  if (shapeFaults.length > 0) return { faults: shapeFaults };
  const resolved = (kind.resolve as (options: unknown) => Authorizer)(options);
  const authorizer = describe(resolved, options as { readonly description?: string });
  const faults = conflicts(authorizer, `${kind.owner}${name}`, at);
  return faults.length > 0 ? { faults } : { authorizer, faults };
}

/** The option stands before the text of a `publicScheme`. */
function describe(authorizer: Authorizer, { description }: { readonly description?: string }): Authorizer {
  if (description === undefined) return authorizer;
  return { ...authorizer, publicScheme: { ...authorizer.publicScheme, description } };
}

function conflicts(authorizer: Authorizer, owner: string, at: FaultPlace): readonly OptionFault[] {
  if (authorizer.kind !== 'lambda') return [];
  const { type, identitySources, resultTtl, identityValidationExpression } = authorizer;
  const faults: OptionFault[] = [];
  if (type === 'token' && (identitySources.length !== 1 || identitySources[0]!.from !== 'header')) {
    faults.push(
      conflict(
        at,
        `${owner} has \`type: 'token'\`, but its identity sources are ${show(identitySources.map((source) => `${source.from}.${source.name}`))}`,
        "Set `identitySources` to exactly one `header.NAME`, or set `type: 'request'`.",
      ),
    );
  }
  if (type === 'request' && identitySources.length === 0 && resultTtl !== 0) {
    faults.push(
      conflict(
        at,
        `${owner} caches its results, but has no identity source as the cache key`,
        'Add a source to `identitySources`, or set `resultTtl: 0`.',
      ),
    );
  }
  if (type === 'request' && identityValidationExpression !== undefined) {
    faults.push(
      conflict(
        at,
        `the option \`identityValidationExpression\` of ${owner} has no effect with \`type: 'request'\``,
        "Remove `identityValidationExpression`, or set `type: 'token'`.",
      ),
    );
  }
  if (authorizer.payloadFormat === '1.0' && authorizer.simpleResponses) {
    faults.push(
      conflict(
        at,
        `the option \`simpleResponses\` of ${owner} has no effect with \`payloadFormat: '1.0'\``,
        "Remove `simpleResponses`: the function returns an IAM policy. Or set `payloadFormat: '2.0'`.",
      ),
    );
  }
  return faults;
}

const BEARER: JsonObject = { type: 'http', scheme: 'bearer' };

function schemeFor(source: IdentitySourceModel | undefined): JsonObject {
  if (!source || source.name.toLowerCase() === 'authorization') return BEARER;
  return { type: 'apiKey', in: source.from, name: source.name };
}

function jwtIn(source: IdentitySourceModel): JsonObject {
  const scheme = schemeFor(source);
  return scheme === BEARER ? { ...BEARER, bearerFormat: 'JWT' } : scheme;
}

/** The shape of the option accepts only JSON. */
function readScheme(given: PublicSecurityScheme | undefined): JsonObject | undefined {
  return given as JsonObject | undefined;
}

function resolveLambdaAuthorizer(options: LambdaAuthorizerOptions): Authorizer {
  const { type = 'request', payloadFormat, simpleResponses, credentials, resultTtl } = options;
  const { identityValidationExpression, publicScheme } = options;
  const identitySources = [...new Set(options.identitySources ?? ['header.Authorization'])].map(readSource);
  return {
    kind: 'lambda',
    name: parseDeployValue(options.name),
    type,
    function: resolveFunction(options),
    ...(credentials === undefined ? {} : { credentials: parseDeployValue(credentials) }),
    identitySources,
    ...defined({ payloadFormat, simpleResponses, resultTtl, identityValidationExpression }),
    ...resolveKongGuard(options.kong),
    publicScheme:
      readScheme(publicScheme) ??
      schemeFor(identitySources.find(({ from }) => from === 'header' || from === 'query')),
  };
}

function readSource(source: string): IdentitySourceModel {
  const dot = source.indexOf('.');
  return { from: source.slice(0, dot) as IdentitySourceModel['from'], name: source.slice(dot + 1) };
}

function resolveJwtAuthorizer(options: JwtAuthorizerOptions): Authorizer {
  const identitySource = readSource(options.identitySource ?? 'header.Authorization');
  return {
    kind: 'jwt',
    name: parseDeployValue(options.name),
    issuer: parseDeployValue(options.issuer),
    audience: [...new Set(options.audience)].map(parseDeployValue),
    identitySource,
    ...resolveKongGuard(options.kong),
    publicScheme: readScheme(options.publicScheme) ?? jwtIn(identitySource),
  };
}

function resolveCognitoAuthorizer(options: CognitoAuthorizerOptions): Authorizer {
  const { name, userPoolArns, clientIds, issuer, header = 'Authorization', publicScheme } = options;
  return {
    kind: 'cognito',
    name: parseDeployValue(name),
    userPoolArns: [...new Set(userPoolArns)].map(parseDeployValue),
    ...(clientIds === undefined ? {} : { clientIds: [...new Set(clientIds)].map(parseDeployValue) }),
    ...(issuer === undefined ? {} : { issuer: parseDeployValue(issuer) }),
    header,
    ...resolveKongGuard(options.kong),
    publicScheme: readScheme(publicScheme) ?? jwtIn({ from: 'header', name: header }),
  };
}

function resolveIamAuthorizer({ name = 'iam', kong, publicScheme }: IamAuthorizerOptions): Authorizer {
  return {
    kind: 'iam',
    name: parseDeployValue(name),
    ...resolveKongGuard(kong),
    publicScheme: readScheme(publicScheme) ?? {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'AWS Signature Version 4',
    },
  };
}
