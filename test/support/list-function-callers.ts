export interface FunctionCaller {
  readonly functionArn: string;
  /** What follows the API's execution ARN in a permission: stage, method and path, or the authorizers. */
  readonly caller: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly 'x-amazon-apigateway-integration': JsonObject }>>>
  >;
  readonly components: {
    readonly securitySchemes: Readonly<
      Record<string, { readonly 'x-amazon-apigateway-authorizer'?: JsonObject }>
    >;
  };
}

/** Who calls which Lambda function without a role, and so needs the function's permission. */
export function listFunctionCallers(document: unknown): readonly FunctionCaller[] {
  const { paths, components } = document as Document;
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => {
      const { uri, credentials } = operation['x-amazon-apigateway-integration'];
      const method = verb === 'x-amazon-apigateway-any-method' ? '*' : verb.toUpperCase();
      return { uri, credentials, caller: `*/${method}${path.replaceAll(/\{[^}]+\}/g, '*')}` };
    }),
  );
  const authorizers = Object.values(components.securitySchemes).map((scheme) => {
    const { authorizerUri: uri, authorizerCredentials: credentials } =
      scheme['x-amazon-apigateway-authorizer'] ?? {};
    return { uri, credentials, caller: 'authorizers/*' };
  });
  return [...routes, ...authorizers].flatMap(({ uri, credentials, caller }) => {
    const functionArn = /functions\/(.+)\/invocations$/.exec(String(uri))?.[1];
    return functionArn === undefined || credentials !== undefined ? [] : [{ functionArn, caller }];
  });
}
