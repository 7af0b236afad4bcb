import type { KongKeyAlgorithm } from '../../authorizers/kong-guard.js';
import type { JsonObject } from '../../openapi/openapi.js';
import type { DeployMembers } from '../../values/deploy-tree.js';
import type { DeployValue } from '../../values/deploy-value.js';
import type { LambdaFunction } from '../functions/lambda-function.js';

export type Authorizer =
  LambdaAuthorizerModel | CognitoAuthorizerModel | IamAuthorizerModel | JwtAuthorizerModel;

/** What does the work of an authorizer in Kong. */
export type KongGuard =
  | {
      readonly plugin: string;
      readonly config: DeployMembers;
      /** Member of `config` that takes the scopes of a route. Absent: none does. */
      readonly scopesMember?: string;
    }
  | { readonly keys: readonly KongKey[] };

export type KongKey = {
  readonly kid?: string;
  readonly algorithm: KongKeyAlgorithm;
  readonly pem: DeployValue;
};

type AuthorizerBase = {
  /** Absent: Kong has nothing in its place. */
  readonly kong?: KongGuard;
  readonly name: DeployValue;
  /** An OpenAPI security scheme. */
  readonly publicScheme: JsonObject;
};

export type IdentitySourceModel = {
  readonly from: 'header' | 'query' | 'context' | 'stage';
  readonly name: string;
};

export type LambdaAuthorizerModel = AuthorizerBase & {
  readonly kind: 'lambda';
  readonly type: 'request' | 'token';
  readonly function: LambdaFunction;
  readonly credentials?: DeployValue;
  readonly identitySources: readonly IdentitySourceModel[];
  /** Version of the event. Absent: that of the gateway. */
  readonly payloadFormat?: '1.0' | '2.0';
  /** With the version 2.0 the function answers without a policy. Absent: it does. */
  readonly simpleResponses?: boolean;
  /** Seconds. */
  readonly resultTtl?: number;
  readonly identityValidationExpression?: string;
};

export type CognitoAuthorizerModel = AuthorizerBase & {
  readonly kind: 'cognito';
  readonly userPoolArns: readonly DeployValue[];
  readonly clientIds?: readonly DeployValue[];
  readonly issuer?: DeployValue;
  readonly header: string;
};

export type JwtAuthorizerModel = AuthorizerBase & {
  readonly kind: 'jwt';
  readonly issuer: DeployValue;
  readonly audience: readonly DeployValue[];
  readonly identitySource: IdentitySourceModel;
};

export type IamAuthorizerModel = AuthorizerBase & {
  readonly kind: 'iam';
};
