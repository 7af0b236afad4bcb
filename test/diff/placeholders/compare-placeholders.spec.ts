import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Param } from '@nestjs/common';
import { AwsAuthorizer, AwsHttp, AwsLambda, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { compareDocuments } from '../../../lib/diff/compare-documents.js';
import type { OpenApiDocument } from '../../../lib/openapi/openapi.js';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../support/create-app.js';

async function render(
  integration: MethodDecorator,
  identitySources: readonly `header.${string}`[] = ['header.Authorization'],
): Promise<OpenApiDocument> {
  const guard = new LambdaAuthorizer({ name: 'guard', functionArn: '${guard_arn}', identitySources });

  @Controller('pages')
  @AwsAuthorizer(guard)
  class PagesController {
    @Get(':name')
    @integration
    get(@Param('name') name: string): string {
      return name;
    }
  }
  const { gatewayOutput } = await compileControllers([PagesController]);
  return writeTree(gatewayOutput.document) as OpenApiDocument;
}

async function diff(
  base: Promise<OpenApiDocument>,
  now: Promise<OpenApiDocument>,
): Promise<readonly string[]> {
  const changes = compareDocuments(await base, await now, 'rest-api');
  return changes.map(({ kind, message }) => `${kind}: ${message}`);
}

describe('a placeholder', () => {
  it('is renamed where all around it is the same', async () => {
    const now = render(AwsHttp('https://${site_host}/site'));
    expect(await diff(render(AwsHttp('https://${pages_host}/site')), now)).toEqual([
      'placeholder-renamed: the placeholder `${pages_host}` is now `${site_host}`: fill in the new name, or the deployment fails',
    ]);
  });

  it('is another one where something else stands around it', async () => {
    const found = await diff(
      render(AwsHttp('https://${pages_host}/site')),
      render(AwsLambda({ invokeArn: '${pages_arn}' })),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'integration-target-changed: the target changed from `https://${pages_host}/site/pages/{name}` to `${pages_arn}`',
        'placeholder-added: the placeholder `${pages_arn}` is new: fill it in, or the deployment fails',
        'placeholder-removed: the placeholder `${pages_host}` is no longer used',
      ]),
    );
  });
});

describe('the credentials of an authorizer of requests', () => {
  it('are what its identity sources name, whatever the scheme is called', async () => {
    const integration = AwsHttp('https://pages.example.com');
    const found = await diff(
      render(integration),
      render(integration, ['header.Authorization', 'header.X-Tenant']),
    );
    expect(found).toEqual([
      'authorizer-tightened: the `LambdaAuthorizer` `guard`: a request without `method.request.header.X-Tenant` is rejected',
    ]);
  });
});
