/** The parts of a private document that the tester reads. */
export interface PrivateDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: unknown;
  readonly [field: string]: unknown;
}

export interface Integration {
  readonly type: string;
  readonly httpMethod?: string;
  readonly uri?: string;
  readonly connectionId?: string;
  readonly integrationTarget?: string;
  readonly tlsConfig?: { readonly insecureSkipVerification?: boolean };
  readonly responseTransferMode?: string;
  /** HTTP APIs only, as the next two. */
  readonly payloadFormatVersion?: string;
  readonly connectionType?: string;
  /** By status. */
  readonly responseParameters?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Milliseconds. */
  readonly timeoutInMillis?: number;
  readonly contentHandling?: string;
  readonly passthroughBehavior?: string;
  readonly integrationSubtype?: string;
  readonly requestParameters?: Readonly<Record<string, string>>;
  readonly requestTemplates?: Readonly<Record<string, string | null>>;
  readonly responses?: Readonly<Record<string, IntegrationResponse>>;
}

export interface IntegrationResponse {
  readonly statusCode: string;
  readonly contentHandling?: string;
  readonly responseParameters?: Readonly<Record<string, string>>;
  readonly responseTemplates?: Readonly<Record<string, string | null>>;
}

/** A route of the document, as it is deployed. */
export interface TestedRoute {
  readonly method: string;
  readonly path: string;
  readonly operation: Readonly<Record<string, unknown>>;
  readonly integration: Integration;
  readonly document: PrivateDocument;
}

export interface DeploySettings {
  /** What Terraform fills the document's `${name}` placeholders with; one that is not named stays. */
  readonly values?: Readonly<Record<string, string>>;
  /** `${AWS::Region}`. @default 'us-east-1' */
  readonly region?: string;
  /** `${AWS::Partition}`. @default 'aws' */
  readonly partition?: string;
  /** `${AWS::AccountId}`. @default '123456789012' */
  readonly accountId?: string;
}

/** The document as API Gateway has it: placeholders and its own variables filled in. */
export function deployDocument(document: unknown, settings: DeploySettings): PrivateDocument {
  const { values = {}, region = 'us-east-1', partition = 'aws', accountId = '123456789012' } = settings;
  const known: Readonly<Record<string, string>> = {
    'AWS::Region': region,
    'AWS::Partition': partition,
    'AWS::AccountId': accountId,
    ...values,
  };
  const fill = (text: string): string =>
    text.replace(/\$\{([A-Za-z_][\w:]*)\}/g, (written, name: string) =>
      Object.hasOwn(known, name) ? known[name]! : written,
    );
  const deploy = (node: unknown): unknown => {
    if (typeof node === 'string') return fill(node);
    if (Array.isArray(node)) return node.map(deploy);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [fill(key), deploy(value)]));
  };
  return deploy(document) as PrivateDocument;
}

const ANY_METHOD = 'x-amazon-apigateway-any-method';

/** @param route such as `GET /users/{name}`, the path as the document has it */
export function findRoute(document: PrivateDocument, route: string): TestedRoute {
  const [method = '', path = ''] = route.split(' ');
  const item = document.paths[path];
  const operation = (item?.[method.toLowerCase()] ?? item?.[ANY_METHOD]) as
    TestedRoute['operation'] | undefined;
  const integration = operation?.['x-amazon-apigateway-integration'] as Integration | undefined;
  if (!operation || !integration) {
    throw new Error(`the document has no route ${route}; it has ${listRoutes(document).join(', ')}`);
  }
  return { method, path, operation, integration, document };
}

function listRoutes(document: PrivateDocument): readonly string[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method === ANY_METHOD ? 'ANY' : method.toUpperCase()} ${path}`),
  );
}

/** Only integrations of an HTTP API have a version of their events: it needs one. */
export function isOfHttpApi({ integration }: TestedRoute): boolean {
  return integration.payloadFormatVersion !== undefined;
}
