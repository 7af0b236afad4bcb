import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { compareDocuments } from '../../lib/diff/compare-documents.js';
import type { ApiGatewayId } from '../../lib/model/api-gateways.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';
import { readSubstitutions } from '../../lib/diff/placeholders/read-substitutions.js';
import { nameParameters, writeCloudFormation } from '../../lib/values/cloudformation-writer.js';
import { writeTree, type DeployTree, type TreeWriter } from '../../lib/values/deploy-tree.js';
import { TERRAFORM, TERRAFORM_MODULE } from '../../lib/values/terraform-writer.js';
import { compileControllers } from '../support/create-app.js';

async function render(
  allowOrigins: string | readonly string[],
  settings: Settings = {},
): Promise<OpenApiDocument> {
  return writeTree(await renderTree(allowOrigins, settings), settings.writer ?? TERRAFORM) as OpenApiDocument;
}

interface Settings {
  readonly allowCredentials?: boolean;
  readonly writer?: TreeWriter;
  readonly gateway?: ApiGatewayId;
}

async function renderTree(
  allowOrigins: string | readonly string[],
  { allowCredentials = false, gateway = 'rest-api' }: Settings,
): Promise<DeployTree> {
  @Controller('orders')
  @AwsCors({ allowOrigins, allowCredentials })
  class OrdersController {
    @Get()
    @(gateway === 'rest-api' ? AwsMock({ body: { ok: true } }) : AwsLambda(FUNCTION))
    list(): void {}
  }
  const { gatewayOutput } = await compileControllers([OrdersController], { gateway });
  return gatewayOutput.document;
}

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';

const diff = (
  base: OpenApiDocument,
  now: OpenApiDocument,
  gateway: ApiGatewayId = 'rest-api',
): readonly string[] => [
  ...new Set(compareDocuments(base, now, gateway).map(({ kind, message }) => `${kind}: ${message}`)),
];

describe.each([
  ['templatefile', 'rest-api', TERRAFORM],
  ['the generated module', 'rest-api', TERRAFORM_MODULE],
  ['templatefile of an HTTP API', 'http-api', TERRAFORM],
  ['the generated module of an HTTP API', 'http-api', TERRAFORM_MODULE],
] as const)('a list of origins in %s', (_, gateway, writer) => {
  it.each([false, true])('has one name (with credentials: %s)', async (allowCredentials) => {
    const settings = { allowCredentials, writer, gateway };
    const base = await render('${cors_origins}', settings);
    expect(diff(base, base, gateway)).toEqual([]);
    expect(diff(base, await render('${allowed_origins}', settings), gateway)).toEqual([
      'placeholder-renamed: the placeholder `${cors_origins}` is now `${allowed_origins}`: fill in the new name, or the deployment fails',
    ]);
  });

  it('is another policy than a list in the application', async () => {
    const found = diff(
      await render('${cors_origins}', { writer, gateway }),
      await render(['https://a.example.com', 'https://b.example.com'], { writer, gateway }),
      gateway,
    );
    expect(found).toContain(
      'cors-origin-allowed: CORS now allows the origins `https://a.example.com` and `https://b.example.com`',
    );
    expect(found).toContain('cors-narrowed: CORS no longer allows the origin `${cors_origins}`');
    expect(found).toContain('placeholder-removed: the placeholder `${cors_origins}` is no longer used');
    expect(found.join('\n')).not.toContain('%{');
  });
});

describe('several origins', () => {
  const [a, b, c] = ['https://a.example.com', 'https://b.example.com', 'https://c.example.com'];

  it('are the same in another order', async () => {
    expect(diff(await render([a, b]), await render([b, a]))).toEqual([]);
  });

  it('are told apart, the first one too, which is the default of the header', async () => {
    expect(diff(await render([a, b]), await render([b]))).toContain(
      `cors-narrowed: CORS no longer allows the origin \`${a}\``,
    );
    expect(diff(await render([a, b]), await render([c, b]))).toEqual([
      `cors-origin-allowed: CORS now allows the origin \`${c}\``,
      `cors-narrowed: CORS no longer allows the origin \`${a}\``,
    ]);
  });
});

async function substituted(
  origins: string | readonly string[],
  gateway: ApiGatewayId,
): Promise<OpenApiDocument> {
  const document = await renderTree(origins, { gateway });
  return writeCloudFormation(document, nameParameters(document), new Map()) as OpenApiDocument;
}

/** The description that `Fn::Sub` writes. */
function describeAs(given: unknown): unknown {
  const info = { title: '', description: { 'Fn::Sub': given } };
  return readSubstitutions({ openapi: '3.0.1', info, paths: {} } as never).info?.['description'];
}

describe('a document for CloudFormation', () => {
  const [a, b, c] = ['${first_origin}', 'https://b.example.com', 'https://c.example.com'];

  it.each(['rest-api', 'http-api'] as const)('is compared as one for Terraform: %s', async (gateway) => {
    const base = await substituted([a, b], gateway);
    expect(diff(base, base, gateway)).toEqual([]);
    expect(diff(base, await substituted([a, c], gateway), gateway)).toEqual([
      `cors-origin-allowed: CORS now allows the origin \`${c}\``,
      `cors-narrowed: CORS no longer allows the origin \`${b}\``,
    ]);
  });

  it('has a list of origins by the name of its parameter', async () => {
    const found = diff(
      await substituted('${cors_origins}', 'http-api'),
      await substituted([b], 'http-api'),
      'http-api',
    );
    expect(found).toContain('cors-narrowed: CORS no longer allows the origin `${CorsOrigins}`');
  });

  it('keeps what is text, a dollar sign too', () => {
    expect(describeAs('a ${Name}, ${!text} and ${AWS::Region}')).toBe(
      'a ${Name}, $${text} and ${AWS::Region}',
    );
    expect(describeAs(['${Dollar}${Name} ${Dollar}{open', { Dollar: '$' }])).toBe('$${Name} $${open');
  });
});
