import type { ServiceIntegration } from '../../services/service-integrations.js';
import type { DeployMembers } from '../../values/deploy-tree.js';
import type { DeployValue } from '../../values/deploy-value.js';
import type { RequestValue } from '../../values/request-value.js';
import type { LambdaFunction } from '../functions/lambda-function.js';

/** What API Gateway calls. Every back end maps the whole union. */
export type Integration =
  LambdaIntegration | HttpIntegration | MockIntegration | RawIntegration | ServiceIntegration;

export interface LambdaIntegration {
  readonly kind: 'lambda';
  readonly mode: 'proxy' | 'custom' | 'async';
  readonly function: LambdaFunction;
  /** Version of the event. Absent: that of the gateway. */
  readonly payloadFormat?: '1.0' | '2.0';
  /** The caller gets the response while it is written. */
  readonly streaming?: true;
  readonly credentials?: DeployValue;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly requestTemplates?: Readonly<Record<string, string>>;
  readonly responses?: Readonly<Record<string, IntegrationResponse>>;
}

export type IntegrationResponse = {
  readonly statusCode: number | string;
  readonly responseParameters?: Readonly<Record<string, string | DeployValue>>;
  readonly responseTemplates?: Readonly<Record<string, string>>;
  readonly contentHandling?: string;
};

/** Fixed text, or one value of the request. */
export type MappedText = DeployValue | RequestValue;

export interface HttpIntegration {
  readonly kind: 'http';
  /** Whole, with `{name}` for the path parameters in it. */
  readonly url: DeployValue;
  /** What stands before the route's own path. Absent: the URL ends with something else. */
  readonly baseUrl?: DeployValue;
  /** Upper-case verb, or `ANY` to forward the caller's. */
  readonly method: string;
  readonly pathParameters: readonly string[];
  readonly vpcLink?: DeployValue;
  /** ARN of the load balancer behind a VPC link V2. */
  readonly target?: DeployValue;
  /** What the gateway sets on the request. */
  readonly headers?: Readonly<Record<string, MappedText>>;
  readonly query?: Readonly<Record<string, MappedText>>;
  readonly streaming?: true;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly insecureSkipVerification: boolean;
}

export interface MockIntegration {
  readonly kind: 'mock';
  readonly status: number;
  readonly body?: { readonly contentType: string; readonly json: boolean; readonly text: DeployValue };
  readonly headers: Readonly<Record<string, DeployValue>>;
}

export interface RawIntegration {
  readonly kind: 'raw';
  /** The object as given; its strings outside templates may be deploy values. */
  readonly object: DeployMembers;
}
