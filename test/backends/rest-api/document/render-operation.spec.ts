import { Controller, Get } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { AwsIntegration, AwsValidation } from 'nestjs-aws-gateway';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../../support/create-app.js';

@Controller('reports/:id')
class ReportsController {
  @Get()
  @AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: '${url}',
    cacheKeyParameters: [
      'method.request.path.id',
      'method.request.querystring.page',
      'method.request.multivalueheader.Accept-Language',
    ],
  })
  read(): void {}

  @Get('extended')
  @ApiExtension('x-amazon-apigateway-auth', { type: 'NONE' })
  @ApiExtension('x-amazon-apigateway-request-validator', 'strict')
  @ApiExtension('x-internal', true)
  @AwsValidation('none')
  @AwsIntegration({ type: 'http_proxy', httpMethod: 'GET', uri: '${url}' })
  extended(): void {}
}

async function operation(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { privateDocument } = await compileControllers([ReportsController]);
  const { paths } = writeTree(privateDocument) as {
    readonly paths: Readonly<Record<string, { readonly get: Readonly<Record<string, unknown>> }>>;
  };
  return paths[path]!.get;
}

describe('an operation', () => {
  it('declares the keys of its cache, without which import fails', async () => {
    const schema = { type: 'string' };
    expect((await operation('/reports/{id}'))['parameters']).toEqual([
      { name: 'id', in: 'path', required: true, schema },
      { name: 'page', in: 'query', schema },
      { name: 'Accept-Language', in: 'header', schema },
    ]);
  });

  it('keeps no extension of those that this library writes', async () => {
    const extended = await operation('/reports/{id}/extended');
    expect(Object.keys(extended).filter((key) => key.startsWith('x-'))).toEqual([
      'x-internal',
      'x-amazon-apigateway-integration',
    ]);
    expect(extended['security']).toEqual([]);
  });
});
