import type { PublicSecurityScheme } from '../authorizers/public-security-scheme.js';
import type { CognitoAuthorizerOptions } from '../authorizers/cognito-authorizer.js';
import type { IamAuthorizerOptions } from '../authorizers/iam-authorizer.js';
import type { LambdaAuthorizerOptions } from '../authorizers/lambda-authorizer.js';
import { parseDeployValue } from '../values/deploy-value.js';
import type { Authorizer, IdentitySourceModel } from './gateway-model.js';
import type { FaultPlace, OptionFault } from '../options/option-fault.js';
import { isObject, type JsonObject } from '../openapi/openapi.js';
import { checkOptions, show } from '../options/option-shape.js';
import { COGNITO_AUTHORIZER, IAM_AUTHORIZER, LAMBDA_AUTHORIZER } from '../options/option-shapes.js';
import { resolveFunction } from './resolve-function.js';

export interface ResolvedAuthorizer {
  /** Absent when the options have faults. */
  readonly authorizer?: Authorizer;
  readonly faults: readonly OptionFault[];
}

const KINDS = {
  lambda: { owner: 'LambdaAuthorizer', shape: LAMBDA_AUTHORIZER, resolve: resolveLambdaAuthorizer },
  cognito: { owner: 'CognitoAuthorizer', shape: COGNITO_AUTHORIZER, resolve: resolveCognitoAuthorizer },
  iam: { owner: 'IamAuthorizer', shape: IAM_AUTHORIZER, resolve: resolveIamAuthorizer },
} as const satisfies Readonly<Record<Authorizer['kind'], object>>;

/** Reads an authorizer object: what it is, is said by its `kind`. */
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
          message: `${owner} was given ${show(given)} where an authorizer belongs`,
          fix: 'Give it a `LambdaAuthorizer`, `CognitoAuthorizer` or `IamAuthorizer`; a value that is `undefined` here is often an import that goes in a circle.',
        },
      ],
    };
  }
  const options = given['options'];
  const name = isObject(options) && typeof options['name'] === 'string' ? ` \`${options['name']}\`` : '';
  const shapeFaults = checkOptions(`${kind.owner}${name}`, options, kind.shape, at);
  if (shapeFaults.length > 0) return { faults: shapeFaults };
  const authorizer = (kind.resolve as (options: unknown) => Authorizer)(options);
  const faults = conflicts(authorizer, `${kind.owner}${name}`, at);
  return faults.length > 0 ? { faults } : { authorizer, faults };
}

function conflicts(authorizer: Authorizer, owner: string, at: FaultPlace): readonly OptionFault[] {
  if (authorizer.kind !== 'lambda') return [];
  const fault = (message: string, fix: string): OptionFault => ({
    code: 'conflicting-options',
    at,
    message,
    fix,
  });
  const { type, identitySources, resultTtl, identityValidationExpression } = authorizer;
  const faults: OptionFault[] = [];
  if (type === 'token' && (identitySources.length !== 1 || identitySources[0]!.from !== 'header')) {
    faults.push(
      fault(
        `${owner} is of the type \`token\` and has the identity sources ${show(identitySources.map((source) => `${source.from}.${source.name}`))}`,
        "Give it exactly one `header.` source, or set `type: 'request'`.",
      ),
    );
  }
  if (type === 'request' && identitySources.length === 0 && resultTtl !== 0) {
    faults.push(
      fault(
        `${owner} keeps its answers and has no identity source to keep them by`,
        'Name at least one of `identitySources`, or set `resultTtl: 0`.',
      ),
    );
  }
  if (type === 'request' && identityValidationExpression !== undefined) {
    faults.push(
      fault(
        `the option \`identityValidationExpression\` of ${owner} has no effect in the type \`request\``,
        "Remove it, or set `type: 'token'`.",
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

/** Its shape accepts JSON only. */
function readScheme(given: PublicSecurityScheme | undefined): JsonObject | undefined {
  return given as JsonObject | undefined;
}

function resolveLambdaAuthorizer(options: LambdaAuthorizerOptions): Authorizer {
  const { type = 'request', credentials, resultTtl, identityValidationExpression, publicScheme } = options;
  const identitySources = (options.identitySources ?? ['header.Authorization']).map(
    (source): IdentitySourceModel => {
      const dot = source.indexOf('.');
      return { from: source.slice(0, dot) as IdentitySourceModel['from'], name: source.slice(dot + 1) };
    },
  );
  return {
    kind: 'lambda',
    name: parseDeployValue(options.name),
    type,
    function: resolveFunction(options),
    ...(credentials === undefined ? {} : { credentials: parseDeployValue(credentials) }),
    identitySources,
    ...(resultTtl === undefined ? {} : { resultTtl }),
    ...(identityValidationExpression === undefined ? {} : { identityValidationExpression }),
    publicScheme:
      readScheme(publicScheme) ??
      schemeFor(identitySources.find(({ from }) => from === 'header' || from === 'query')),
  };
}

function resolveCognitoAuthorizer(options: CognitoAuthorizerOptions): Authorizer {
  const { name, userPoolArns, header = 'Authorization', publicScheme } = options;
  return {
    kind: 'cognito',
    name: parseDeployValue(name),
    userPoolArns: userPoolArns.map(parseDeployValue),
    header,
    publicScheme: readScheme(publicScheme) ?? schemeFor({ from: 'header', name: header }),
  };
}

function resolveIamAuthorizer({ name = 'iam', publicScheme }: IamAuthorizerOptions): Authorizer {
  return {
    kind: 'iam',
    name: parseDeployValue(name),
    publicScheme: readScheme(publicScheme) ?? {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'AWS Signature Version 4',
    },
  };
}
