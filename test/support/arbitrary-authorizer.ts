import * as fc from 'fast-check';
import { placeholderOf, privateWord } from './arbitrary-text.js';
import { maybe, roleArn, target } from './arbitrary-values.js';

/** An authorizer, as data. */
export interface AuthorizerSpec {
  readonly kind: 'lambda' | 'cognito' | 'jwt' | 'iam';
  readonly options: Readonly<Record<string, unknown>>;
}

/** The public document shows an authorizer's name, its header and its public scheme; the rest of it is private. */
function authorizer(index: number): fc.Arbitrary<AuthorizerSpec> {
  // A placeholder of one may have the name of another as its identifier, which is what the public document shows.
  const name = fc.constantFrom(
    `auth${index}`,
    `\${auth${index + 1}}`,
    `Auth-${index}.x`,
    `pre\${auth${index}}`,
  );
  const publicScheme = fc.constantFrom(
    { type: 'http', scheme: 'bearer' },
    { type: 'apiKey', in: 'header', name: 'X-Token' },
    { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://id.example.com', scopes: {} } } },
  );
  const sources = fc.uniqueArray(
    fc.oneof(
      fc.constantFrom('header.Authorization', 'header.X-Tenant', 'query.token', 'context.identity.sourceIp'),
      privateWord.map((word) => `stage.${word}`),
    ),
    { minLength: 1, maxLength: 3 },
  );
  const lambdaAuthorizer = fc
    .tuple(
      name,
      target,
      fc.oneof(
        maybe<unknown>({ identitySources: sources, resultTtl: fc.nat({ max: 3600 }) }),
        maybe<unknown>({
          identitySources: fc.constantFrom(['header.Authorization'], ['header.X-Token']),
          identityValidationExpression: fc
            .tuple(
              fc.constantFrom('^Bearer [-0-9A-Za-z._~+/]+=*$', '(?i)x\\$\\{2}', '["\'%{]+\\z'),
              privateWord,
            )
            .map(([pattern, word]) => `${word}|${pattern}`),
          resultTtl: fc.nat({ max: 3600 }),
        }).map((options) => ({ ...options, type: 'token' })),
      ),
      maybe<unknown>({ credentials: roleArn, publicScheme }),
    )
    .map(([named, fn, ...rest]): AuthorizerSpec => ({
      kind: 'lambda',
      options: Object.assign({ name: named, ...fn }, ...rest),
    }));
  const cognito = fc
    .tuple(
      name,
      fc.array(
        fc.oneof(
          placeholderOf('pool_arn'),
          privateWord.map((id) => `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${id}`),
        ),
        { minLength: 1, maxLength: 2 },
      ),
      maybe<unknown>({ header: fc.constant('X-Id-Token'), publicScheme }),
    )
    .map(([named, userPoolArns, rest]): AuthorizerSpec => ({
      kind: 'cognito',
      options: { name: named, userPoolArns, ...rest },
    }));
  const iam = fc
    .tuple(name, maybe<unknown>({ publicScheme }))
    .map(([named, rest]): AuthorizerSpec => ({ kind: 'iam', options: { name: named, ...rest } }));
  return fc.oneof(lambdaAuthorizer, cognito, iam);
}

export const authorizers: fc.Arbitrary<readonly AuthorizerSpec[]> = fc
  .nat({ max: 3 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => authorizer(index))));
