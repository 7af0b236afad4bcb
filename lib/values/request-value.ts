import type { DeployValue } from './deploy-value.js';

/**
 * A value of the request, as a decorator writes it: what it is, not how it is fetched. Each back end turns it into its
 * own language, escaped for the place it stands in.
 *
 * Told apart by the key `@request`, so that it survives JSON and two copies of the package.
 */
export type RequestValue =
  | {
      /** Where the value stands in the request. */
      readonly '@request': 'path' | 'query' | 'header' | 'context' | 'authorizer' | 'stage';
      /** Its name there. */
      readonly name: string;
    }
  | {
      /** The JSON body. */
      readonly '@request': 'body';
      /** Path of a member, such as `$.a.b`; `$` is the whole. */
      readonly path: string;
    }
  | {
      /** The body as it came, whatever its content type is. */
      readonly '@request': 'rawBody';
    }
  | {
      /** Text with values in it. */
      readonly '@request': 'text';
      /** The pieces, in order. */
      readonly parts: readonly (string | DeployValue | RequestValue)[];
    }
  | {
      /** A VTL expression as it is. */
      readonly '@request': 'vtl';
      /** The expression. */
      readonly code: string;
    };

/** A fixed text, which may hold placeholders, or a value of the request. */
export type AwsValue = string | RequestValue;

/** JSON with values of the request in it. */
export type AwsJsonValue =
  AwsValue | number | boolean | null | readonly AwsJsonValue[] | { readonly [member: string]: AwsJsonValue };

export function isRequestValue(value: unknown): value is RequestValue {
  return typeof value === 'object' && value !== null && '@request' in value;
}

/**
 * A path parameter of the route, decoded: `a@b.c` for `/users/a%40b.c`.
 *
 * @example
 * ```ts
 * const key = { pk: text`USER#${fromPath('name')}` };
 * ```
 * @publicApi
 */
export function fromPath(name: string): RequestValue {
  return { '@request': 'path', name };
}

/**
 * A query parameter; empty when the caller sends none.
 *
 * @example
 * ```ts
 * const limit = fromQuery('limit');
 * ```
 * @publicApi
 */
export function fromQuery(name: string): RequestValue {
  return { '@request': 'query', name };
}

/**
 * A request header, in whatever case the caller writes it; empty when there is none.
 *
 * @example
 * ```ts
 * const tenant = fromHeader('X-Tenant');
 * ```
 * @publicApi
 */
export function fromHeader(name: string): RequestValue {
  return { '@request': 'header', name };
}

/**
 * The JSON body, or a member of it by a path such as `$.a.b` or `$.list[0]`.
 *
 * @example
 * ```ts
 * const message = fromBody('$.message');
 * ```
 * @publicApi
 */
export function fromBody(path = '$'): RequestValue {
  return { '@request': 'body', path };
}

/**
 * The body as the caller sent it, byte by byte, as text: what a signature was made of. `fromBody()` reads JSON and
 * writes it anew. An empty body is `{}`, and bytes that are not UTF-8 do not survive.
 *
 * @example
 * ```ts
 * const message = { body: fromRawBody(), signature: fromHeader('X-Signature') };
 * ```
 * @publicApi
 */
export function fromRawBody(): RequestValue {
  return { '@request': 'rawBody' };
}

/**
 * A `$context` variable of API Gateway, such as `requestId`, `requestTimeEpoch` or `identity.sourceIp`.
 *
 * @example
 * ```ts
 * const id = fromContext('extendedRequestId');
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 * @publicApi
 */
export function fromContext(name: string): RequestValue {
  return { '@request': 'context', name };
}

/**
 * What the authorizer says: `principalId` or a key of a Lambda authorizer's context, `claims.sub` of a Cognito token.
 *
 * @example
 * ```ts
 * const owner = fromAuthorizer('claims.sub');
 * ```
 * @publicApi
 */
export function fromAuthorizer(name: string): RequestValue {
  return { '@request': 'authorizer', name };
}

/**
 * A variable of the deployed stage.
 *
 * @example
 * ```ts
 * const tenant = fromStage('tenant');
 * ```
 * @publicApi
 */
export function fromStage(name: string): RequestValue {
  return { '@request': 'stage', name };
}

/**
 * Text with values of the request in it.
 *
 * @example
 * ```ts
 * const key = text`uploads/${fromPath('file')}`;
 * ```
 * @publicApi
 */
export function text(strings: TemplateStringsArray, ...values: readonly AwsValue[]): RequestValue {
  const parts = strings.flatMap((string, index): AwsValue[] => {
    // JavaScript may pass `undefined`, such as an environment variable that is not set. The check of options reports it.
    const value = index < values.length ? values.slice(index, index + 1) : [];
    return [...(string === '' ? [] : [string]), ...value];
  });
  return { '@request': 'text', parts };
}

/**
 * A VTL expression as it is, unescaped by design: what it prints stands in the request as it prints it.
 *
 * @example
 * ```ts
 * const id = vtl('$context.requestId');
 * ```
 * @publicApi
 */
export function vtl(code: string): RequestValue {
  return { '@request': 'vtl', code };
}
