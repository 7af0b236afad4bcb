import type {
  AwsGatewayId,
  AwsGatewayLimits,
  AwsGatewayModels,
  AwsKongDialect,
  AwsUsagePlan,
} from '../../aws-gateway.options.js';
import type { DeployMembers } from '../../values/deploy-tree.js';
import type { DeployValue } from '../../values/deploy-value.js';

export interface GatewaySettings {
  /** The gateway that serves the application. */
  readonly gateway: AwsGatewayId;
  /** An HTTP API has every integration at its route. */
  readonly inlineIntegrations: boolean;
  readonly kong: KongSettings;
  readonly region: DeployValue;
  readonly partition: DeployValue;
  readonly accountId: DeployValue;
  /** Role for direct service integrations that name none. */
  readonly credentials?: DeployValue;
  /** What the stage has for every route. */
  readonly stage: Pick<StageSettings, 'throttle' | 'logging'>;
  /** By name. */
  readonly usagePlans: Readonly<Record<string, AwsUsagePlan>>;
  readonly binaryMediaTypes?: readonly DeployValue[];
  readonly minimumCompressionSize?: number;
  readonly apiKeySource?: 'HEADER' | 'AUTHORIZER';
  readonly policy?: DeployMembers;
  readonly gatewayResponses?: Readonly<Record<string, GatewayResponse>>;
  readonly endpoint?: {
    readonly disableExecuteApiEndpoint?: boolean;
    readonly vpcEndpointIds?: readonly DeployValue[];
    readonly ipAddressType?: 'ipv4' | 'dualstack';
  };
  readonly securityPolicy?: string;
  readonly endpointAccessMode?: 'BASIC' | 'STRICT';
  /** Open routes have to say so. */
  readonly requireAuthorizer: boolean;
  /** Which bodies and responses have models. */
  readonly models: AwsGatewayModels;
  /** Texts stand in documents for deployment too. */
  readonly documentation: boolean;
  /** The public document has the errors of the gateway and of services. */
  readonly documentErrors: boolean;
  /** Quotas that were raised. */
  readonly limits: AwsGatewayLimits;
}

/** Settings of the gateway `kong`. */
export interface KongSettings {
  readonly dialect: AwsKongDialect;
  /** Absent: the title of the document. */
  readonly name?: string;
  /** URL of the running application. Absent: it answers no route itself. */
  readonly upstream?: DeployValue;
  readonly consumers: readonly { readonly username: string; readonly apiKeys: readonly DeployValue[] }[];
}

export type GatewayResponse = {
  readonly statusCode?: number | string;
  readonly responseParameters?: Readonly<Record<string, string | DeployValue>>;
  readonly responseTemplates?: Readonly<Record<string, string | DeployValue>>;
};

/** What no document carries: the stage of the API has it. */
export interface StageSettings {
  /** Absent: the limits of the account. */
  readonly throttle?: Throttle;
  /** Absent: no answer is kept. */
  readonly cache?: Cache;
  /** Absent: those of the stage. */
  readonly logging?: Logging;
}

export interface Throttle {
  /** Requests a second. */
  readonly rate: number;
  readonly burst: number;
}

export interface Cache {
  /** Seconds. */
  readonly ttl: number;
  readonly keys: readonly CacheKey[];
  readonly encrypted: boolean;
}

export interface CacheKey {
  readonly from: 'path' | 'query' | 'header';
  readonly name: string;
}

/** What is absent is as the stage has it. */
export interface Logging {
  readonly level?: 'OFF' | 'ERROR' | 'INFO';
  readonly metrics?: boolean;
  readonly dataTrace?: boolean;
}
