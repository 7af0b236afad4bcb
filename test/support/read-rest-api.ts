import {
  APIGatewayClient,
  GetMethodCommand,
  paginateGetResources,
  type Integration,
  type Resource,
} from '@aws-sdk/client-api-gateway';

/** A method as API Gateway holds it, or as a document asks for it. */
export interface DeployedMethod {
  readonly integration: Readonly<Record<string, unknown>>;
  /** By status: pattern, templates, headers. */
  readonly integrationResponses: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly methodResponses: readonly string[];
}

/** Methods by `VERB /path`. */
export type DeployedApi = Readonly<Record<string, DeployedMethod>>;

const ANY_METHOD = 'x-amazon-apigateway-any-method';

export function createClient(endpoint: string, region: string): APIGatewayClient {
  return new APIGatewayClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
}

/** Reads every resource and every method of an API back from AWS. */
export async function readRestApi(client: APIGatewayClient, restApiId: string): Promise<DeployedApi> {
  const resources: Resource[] = [];
  for await (const page of paginateGetResources({ client }, { restApiId, limit: 500 })) {
    resources.push(...(page.items ?? []));
  }
  const methods: [string, DeployedMethod][] = [];
  for (const { id: resourceId, path, resourceMethods = {} } of resources) {
    for (const httpMethod of Object.keys(resourceMethods)) {
      const method = await client.send(new GetMethodCommand({ restApiId, resourceId, httpMethod }));
      const { integrationResponses = {}, ...integration }: Integration = method.methodIntegration ?? {};
      methods.push([
        `${nameVerb(httpMethod)} ${path}`,
        {
          // AWS answers the type in upper case, moto as it was written.
          integration: comparable({ ...integration, type: integration.type?.toUpperCase() }),
          integrationResponses: Object.fromEntries(
            Object.entries(integrationResponses).map(([status, response]) => [
              status,
              comparable({
                ...response,
                statusCode: undefined,
                selectionPattern: response.selectionPattern ?? '',
              }),
            ]),
          ),
          methodResponses: Object.keys(method.methodResponses ?? {}).toSorted(),
        },
      ]);
    }
  }
  return sortKeys(methods);
}

interface DocumentIntegration {
  readonly type: string;
  readonly responses?: Readonly<Record<string, { readonly statusCode: string }>>;
  readonly connectionId?: string;
  readonly cacheKeyParameters?: readonly string[];
}

interface DocumentOperation {
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-amazon-apigateway-integration': DocumentIntegration;
}

/** What API Gateway must hold after it imported a document. */
export function expectRestApi(document: unknown): DeployedApi {
  const { paths } = document as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  };
  return sortKeys(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([verb, operation]): [string, DeployedMethod] => {
        const {
          responses = {},
          // moto imports neither the id of a VPC link nor the keys of a cache.
          connectionId: _connectionId,
          cacheKeyParameters: _cacheKeyParameters,
          ...integration
        } = operation['x-amazon-apigateway-integration'];
        return [
          `${nameVerb(verb)} ${path}`,
          {
            integration: comparable({ ...integration, type: integration.type.toUpperCase() }),
            integrationResponses: Object.fromEntries(
              Object.entries(responses).map(([pattern, { statusCode, ...response }]) => [
                statusCode,
                comparable({ ...response, selectionPattern: pattern === 'default' ? '' : pattern }),
              ]),
            ),
            methodResponses: Object.keys(operation.responses).toSorted(),
          },
        ];
      }),
    ),
  );
}

/** moto takes every key of a path item for a method. */
function nameVerb(verb: string): string {
  return verb.toLowerCase() === ANY_METHOD ? 'ANY' : verb.toUpperCase();
}

/** Without what AWS fills in where the document says nothing. */
function comparable(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => {
      if (item === undefined || item === null) return false;
      return !(typeof item === 'object' && Object.keys(item).length === 0);
    }),
  );
}

function sortKeys(methods: readonly [string, DeployedMethod][]): DeployedApi {
  return Object.fromEntries(methods.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
