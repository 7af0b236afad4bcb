import * as fc from 'fast-check';
import type { AuthorizerSpec } from './arbitrary-authorizer.js';
import { integration, type Decoration } from './arbitrary-integration.js';
import { gatewayTemplates } from './arbitrary-template.js';
import { placeholderOf, PRIVATE, privateText, privateWord } from './arbitrary-text.js';
import { header, host, maybe, roleArn } from './arbitrary-values.js';

export const cors: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(
    fc.oneof(
      fc.uniqueArray(fc.oneof(host, placeholderOf('origin')), { minLength: 1, maxLength: 3 }),
      fc.constant(['*']),
    ),
    maybe<unknown>({
      allowHeaders: fc.uniqueArray(header, { maxLength: 2 }),
      exposeHeaders: fc.uniqueArray(header, { maxLength: 2 }),
      allowCredentials: fc.boolean(),
      maxAge: fc.nat({ max: 86_400 }),
    }),
  )
  .map(([allowOrigins, rest]) => ({
    allowOrigins,
    ...rest,
    ...(allowOrigins.includes('*') ? { allowCredentials: false } : {}),
  }));

/** What else stands on a class or a handler, but for CORS, on which the routes of a path must agree. */
export function settings(known: readonly AuthorizerSpec[]): fc.Arbitrary<readonly Decoration[]> {
  const guard: fc.Arbitrary<readonly Decoration[]> = fc.oneof(
    fc.constant([]),
    fc.constant([{ decorator: 'AwsPublic', args: [] }]),
    ...known.map(({ kind, options }, index) =>
      fc.uniqueArray(privateWord, { maxLength: kind === 'cognito' ? 2 : 0 }).map((words) => {
        // A public OAuth scheme shows scopes, which its author wants known.
        const scheme = options['publicScheme'] as { readonly type: string } | undefined;
        const scopes = scheme?.type === 'oauth2' ? words.map((_, place) => `scope/${place}`) : words;
        return [{ decorator: 'AwsAuthorizer', args: [index, ...(scopes.length > 0 ? [{ scopes }] : [])] }];
      }),
    ),
  );
  const key = fc.constantFrom<readonly Decoration[]>(
    [],
    [{ decorator: 'AwsApiKey', args: [] }],
    [{ decorator: 'AwsApiKey', args: [false] }],
  );
  const validation = fc.constantFrom<readonly Decoration[]>(
    [],
    ...['none', 'body', 'params', 'all'].map((mode) => [{ decorator: 'AwsValidation', args: [mode] }]),
  );
  return fc.tuple(guard, key, validation).map((lists) => lists.flat());
}

/** Options of `AwsGatewayModule.forRoot`; `authorizer` is named by place. */
export function moduleOptions(
  known: readonly AuthorizerSpec[],
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const gatewayResponse = maybe<unknown>({
    statusCode: fc.constantFrom(400, '418'),
    responseParameters: fc.constantFrom(
      { 'gatewayresponse.header.X-Why': `'${PRIVATE}2'` },
      { 'gatewayresponse.header.access-control-allow-origin': "'https://own.example.com'" },
    ),
    responseTemplates: gatewayTemplates,
  });
  const fields = maybe<unknown>({
    ...(known.length > 0 ? { authorizer: fc.nat({ max: known.length - 1 }) } : {}),
    apiKey: fc.boolean(),
    catchAll: fc.constantFrom<unknown>(true, { paths: ['/caught', '/caught/deep/'], authorizer: false }),
    cors: fc.oneof(cors, fc.constant(false)),
    credentials: roleArn,
    validation: fc.constantFrom('none', 'body', 'params', 'all'),
    binaryMediaTypes: fc.uniqueArray(
      fc.oneof(
        // `*/*` is a fault of the routes whose templates read the body.
        fc.constant('application/octet-stream'),
        privateWord.map((word) => `image/${word}`),
      ),
      {
        maxLength: 2,
      },
    ),
    minimumCompressionSize: fc.nat({ max: 10_485_760 }),
    // `AUTHORIZER` is a fault of the routes that have a key and no Lambda authorizer.
    apiKeySource: fc.constant('HEADER'),
    policy: privateText.map((text) => ({
      Version: '2012-10-17',
      Statement: [
        {
          // Letters and digits: AWS refuses any other.
          Sid: `${PRIVATE}Sid`,
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/*',
          Condition: { StringNotEquals: { 'aws:UserAgent': text } },
        },
      ],
    })),
    gatewayResponses: fc.dictionary(
      fc.constantFrom('DEFAULT_4XX', 'UNAUTHORIZED', 'THROTTLED'),
      gatewayResponse,
    ),
    endpoint: maybe<unknown>({
      disableExecuteApiEndpoint: fc.boolean(),
      vpcEndpointIds: fc.array(fc.oneof(fc.constant('vpce-0123456789abcdef0'), placeholderOf('endpoint')), {
        maxLength: 2,
      }),
    }),
    region: fc.oneof(fc.constant('eu-central-1'), placeholderOf('region')),
    partition: fc.oneof(fc.constant('aws'), placeholderOf('partition')),
    accountId: fc.oneof(fc.constant('444455556666'), placeholderOf('account_id')),
  });
  const kinds: Readonly<Record<string, string>> = { AwsLambda: 'lambda', AwsHttp: 'http', AwsMock: 'mock' };
  return fc.tuple(fields, integration).map(([options, { decorator, args }]) => {
    const given = args[0] ?? {};
    const kind = kinds[decorator];
    const first = decorator === 'AwsHttp' ? 'baseUrl' : 'functionArn';
    const rest = typeof given === 'string' ? { [first]: given } : given;
    return { ...options, integration: { kind: kind ?? 'integration', ...rest } };
  });
}
