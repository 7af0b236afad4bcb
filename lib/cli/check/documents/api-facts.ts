import type { CompiledGateway } from '../../../compile-gateway.js';
import type { AwsGatewayId } from '../../../aws-gateway.options.js';
import { listCallers, type Caller } from '../../../backends/terraform/permissions/list-callers.js';
import { listBinaryTypes } from '../../../model/documents/list-binary-types.js';
import { isObject, type JsonObject } from '../../../openapi/openapi.js';
import { writeTree } from '../../../values/deploy-tree.js';
import { isDeployValue, isPlaceholder } from '../../../values/deploy-value.js';

/** What Terraform must repeat, or must not set, for an API that takes the document. */
export interface ApiFacts {
  readonly gateway: AwsGatewayId;
  readonly title: string;
  readonly version: string;
  readonly settings: readonly OwnedSetting[];
  /** The functions that API Gateway calls without a role. */
  readonly callers: readonly Caller[];
  /** How an HTTP API answers preflights. Absent: it does not. */
  readonly cors?: JsonObject;
}

/** A setting of the document that is also an argument of the resource. */
export interface OwnedSetting {
  readonly argument: string;
  /** Where the document has it. */
  readonly path: readonly string[];
  /** What clears it. Absent: the provider cannot. */
  readonly cleared?: string;
  /** Its value in the document. Absent: the document has none. `unknown`: only known at deployment, or a policy. */
  readonly value?: string | number | boolean | readonly string[] | 'unknown';
  /** An argument without a counterpart in the document is the team's own. */
  readonly isOwn: boolean;
}

/** Where the document of an HTTP API has its policy. */
export const CORS = 'x-amazon-apigateway-cors';

export function readApiFacts({ model, gateway, gatewayOutput }: CompiledGateway): ApiFacts {
  const written = writeTree(gatewayOutput.document);
  const document = isObject(written) ? written : {};
  const info = isObject(document['info']) ? document['info'] : {};
  const { settings } = model;
  const types = listBinaryTypes(model).map(({ type, given }) => given ?? type);
  const hasPlaceholder = types.some(
    (type) => isDeployValue(type) && type['@deploy'].some((part) => isPlaceholder(part)),
  );
  const description = info['description'];
  return {
    gateway,
    title: String(info['title'] ?? ''),
    version: String(info['version'] ?? ''),
    callers: listCallers(model, gatewayOutput),
    ...(isObject(document[CORS]) ? { cors: document[CORS] } : {}),
    settings: [
      {
        argument: 'description',
        path: ['info', 'description'],
        isOwn: true,
        ...(typeof description === 'string' && description !== '' ? { value: description } : {}),
      },
      {
        argument: 'api_key_source',
        path: ['x-amazon-apigateway-api-key-source'],
        cleared: '"HEADER"',
        isOwn: false,
        ...(settings.apiKeySource === undefined ? {} : { value: settings.apiKeySource }),
      },
      {
        argument: 'binary_media_types',
        path: ['x-amazon-apigateway-binary-media-types'],
        cleared: '[]',
        isOwn: false,
        ...(types.length === 0
          ? {}
          : { value: hasPlaceholder ? 'unknown' : types.map((type) => String(writeTree(type))) }),
      },
      {
        argument: 'minimum_compression_size',
        path: ['x-amazon-apigateway-minimum-compression-size'],
        cleared: '-1',
        isOwn: false,
        ...(settings.minimumCompressionSize === undefined ? {} : { value: settings.minimumCompressionSize }),
      },
      {
        argument: 'disable_execute_api_endpoint',
        path: ['servers', '0', 'x-amazon-apigateway-endpoint-configuration', 'disableExecuteApiEndpoint'],
        cleared: 'false',
        isOwn: false,
        ...(settings.endpoint?.disableExecuteApiEndpoint === undefined
          ? {}
          : { value: settings.endpoint.disableExecuteApiEndpoint }),
      },
      {
        argument: 'policy',
        path: ['x-amazon-apigateway-policy'],
        isOwn: true,
        ...(settings.policy === undefined ? {} : { value: 'unknown' }),
      },
    ],
  };
}
