import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsS3, fromHeader, fromPath, fromQuery, text } from 'nestjs-aws-gateway';
import { renderRoutes, statusesOf, type RenderedService } from '../../../../support/render-routes.js';

const bucket = 'files-${stage}';

@Controller()
class FilesController {
  @Get('files/*path')
  @AwsS3({ action: 'GetObject', bucket, key: fromPath('path') })
  get(): void {}

  @Get('odd/:a')
  @AwsS3({
    action: 'GetObject',
    bucket,
    key: text`ü l/#1/${fromPath('a')}/${fromHeader('X-A')}-${fromQuery('b')}.png`,
  })
  odd(): void {}

  @Put('files/*path')
  @AwsS3({ action: 'PutObject', bucket, key: fromPath('path') })
  put(): void {}

  @Put('silent/:a')
  @HttpCode(204)
  @AwsS3({ action: 'PutObject', bucket, key: fromPath('a') })
  silent(): void {}

  @Delete('files/*path')
  @HttpCode(204)
  @AwsS3({ action: 'DeleteObject', bucket, key: fromPath('path') })
  remove(): void {}

  @Get('files')
  @AwsS3({
    action: 'ListObjects',
    bucket,
    prefix: fromQuery('prefix'),
    delimiter: '/',
    maxKeys: 20,
    cursor: fromQuery('cursor'),
  })
  list(): void {}
}

const S3 = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:s3:path/files-${stage}';

describe('renderS3Integration', () => {
  let integration: (name: string) => RenderedService;

  beforeAll(async () => {
    const routes = await renderRoutes([FilesController]);
    integration = (name) => routes[name]!['x-amazon-apigateway-integration'];
  });

  it('reads an object by its own verb, with ranges and conditions, and without a template', () => {
    const { uri, httpMethod, requestParameters, requestTemplates, passthroughBehavior } =
      integration('get /files/{path+}');
    expect({ uri, httpMethod, requestTemplates, passthroughBehavior }).toEqual({
      uri: `${S3}/{path}`,
      httpMethod: 'GET',
      passthroughBehavior: 'when_no_match',
    });
    expect(requestParameters).toEqual({
      'integration.request.path.path': 'method.request.path.path',
      ...Object.fromEntries(
        ['Range', 'If-Match', 'If-None-Match', 'If-Modified-Since', 'If-Unmodified-Since'].map((name) => [
          `integration.request.header.${name}`,
          `method.request.header.${name}`,
        ]),
      ),
    });
  });

  it('answers with S3’s headers, and with each outcome of its own', () => {
    const get = integration('get /files/{path+}');
    expect(statusesOf(get)).toEqual({
      default: '200',
      206: '206',
      304: '304',
      404: '404',
      412: '412',
      416: '416',
      '4(?!03|04|12|16)\\d{2}': '400',
      // A right that the role lacks, or a bucket in another region: nothing that the caller can help.
      '3(?!04)\\d{2}|403|5\\d{2}': '500',
    });
    for (const pattern of ['default', '206']) {
      expect(get.responses[pattern]!.responseParameters).toMatchObject({
        'method.response.header.Content-Type': 'integration.response.header.Content-Type',
        'method.response.header.ETag': 'integration.response.header.ETag',
      });
      expect(get.responses[pattern]).not.toHaveProperty('responseTemplates');
    }
    expect(get.responses['404']).toMatchObject({
      responseTemplates: { 'application/json': '{"message":"Not found"}' },
      responseParameters: { 'method.response.header.Content-Type': "'application/json'" },
    });
  });

  it('encodes the fixed parts of a key, and maps the others', () => {
    const { uri, requestParameters } = integration('get /odd/{a}');
    expect(uri).toBe(`${S3}/%C3%BC%20l/%231/{a}/{key1}-{key2}.png`);
    expect(requestParameters).toMatchObject({
      'integration.request.path.a': 'method.request.path.a',
      'integration.request.path.key1': 'method.request.header.X-A',
      'integration.request.path.key2': 'method.request.querystring.b',
    });
  });

  it('stores what comes, and answers its ETag', () => {
    const put = integration('put /files/{path+}');
    expect(put.httpMethod).toBe('PUT');
    expect(put.requestParameters).toMatchObject({
      'integration.request.header.Content-Type': 'method.request.header.Content-Type',
    });
    expect(put.responses['default']).toEqual({
      statusCode: '200',
      responseParameters: { 'method.response.header.ETag': 'integration.response.header.ETag' },
      responseTemplates: { 'application/json': '{}' },
    });
    expect(integration('put /silent/{a}').responses['default']).not.toHaveProperty('responseTemplates');
  });

  it('removes an object', () => {
    const { httpMethod, responses } = integration('delete /files/{path+}');
    expect(httpMethod).toBe('DELETE');
    expect(responses['default']).toEqual({ statusCode: '204' });
  });

  it('lists by query parameters', () => {
    const { uri, requestParameters } = integration('get /files');
    expect(uri).toBe(S3);
    expect(requestParameters).toEqual({
      'integration.request.querystring.list-type': "'2'",
      'integration.request.querystring.prefix': 'method.request.querystring.prefix',
      'integration.request.querystring.delimiter': "'/'",
      'integration.request.querystring.max-keys': "'20'",
      'integration.request.querystring.continuation-token': 'method.request.querystring.cursor',
    });
  });
});
