import type { ExplainedStep } from '../../../testing/gateway/explained-step.js';
import type { GatewayRequest, LocalAnswer } from '../../../testing/gateway/local/gateway-request.js';
import { parseQuery } from '../../../testing/gateway/local/parse-query.js';
import { readText } from './read-text.js';

/** Headers that are the client's own business. */
const LEFT_OUT = [
  'host',
  'content-length',
  'connection',
  'user-agent',
  'accept-encoding',
  'transfer-encoding',
];

/**
 * The same request as a test with `nestjs-aws-gateway/testing`, with the service's answer of this time.
 *
 * @param size bytes of the body, of which the beginning may be kept only
 */
export function copyAsTest(
  { rawQuery, rawHeaders, body }: GatewayRequest,
  { route, view, status }: LocalAnswer,
  steps: readonly ExplainedStep[],
  size = body.length,
): string | undefined {
  if (!route) return undefined;
  if (route.integration.type.toLowerCase() === 'aws_proxy')
    return '// A Lambda proxy maps nothing: test its function.';
  const headers = rawHeaders.filter(([name]) => !LEFT_OUT.includes(name.toLowerCase()));
  const text = readText(body);
  const authorizer = view?.context['authorizer'];
  const sample = {
    path: view?.params.path ?? {},
    query: Object.fromEntries(
      Object.entries(parseQuery(rawQuery)).map(([name, values]) => [
        name,
        values.length === 1 ? values[0] : values,
      ]),
    ),
    headers: Object.fromEntries(headers),
    ...(text ? { body: text } : {}),
    ...(authorizer ? { authorizer } : {}),
    ...(view && Object.keys(view.stageVariables).length > 0 ? { stageVariables: view.stageVariables } : {}),
  };
  const written = Object.fromEntries(Object.entries(sample).filter(([, value]) => !isEmpty(value)));
  const service = steps.findLast(({ data }) => data?.['answer'] !== undefined)?.data?.['answer'];
  const sent =
    text === undefined
      ? `{ ...${write(written)}, body: Buffer.from('${Buffer.from(body).toString('base64')}', 'base64') }`
      : write(written);
  return [
    `import { createGatewayTester } from 'nestjs-aws-gateway/testing';`,
    '',
    '// privateDocument: AwsGatewayModule.createDocuments(app, config).privateDocument',
    ...(body.length < size ? [`// The body had ${size} bytes: this is its beginning.`] : []),
    `const answer = await createGatewayTester(privateDocument).call(`,
    `  ${quote(`${route.method} ${route.path}`)},`,
    `  ${sent},`,
    `  () => (${write(service === undefined ? {} : answerOf(service))}),`,
    `);`,
    `expect(answer.status).toBe(${status});`,
    '',
  ].join('\n');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Of the lines of a service's answer only the type matters to most templates. */
function answerOf(given: unknown): unknown {
  const { status, headers, body } = given as {
    readonly status?: number;
    readonly headers?: readonly (readonly [string, string])[];
    readonly body?: string;
  };
  if (status === undefined) return { body: typeof given === 'string' ? given : JSON.stringify(given) };
  const type = Array.isArray(headers) && headers.find(([name]) => name.toLowerCase() === 'content-type');
  return { status, ...(type ? { headers: { 'Content-Type': type[1] as string } } : {}), body };
}

function write(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
