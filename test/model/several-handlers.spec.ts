import { Body, Controller, Get, Headers, Post, Query, Version, VersioningType } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExcludeEndpoint,
  ApiHeader,
  ApiOkResponse,
  ApiProperty,
  ApiQuery,
  DocumentBuilder,
} from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsExclude } from 'nestjs-aws-gateway';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { compileControllers } from '../support/create-app.js';

class First {
  @ApiProperty() declare a: string;
}

class Second {
  @ApiProperty() declare b: number;
}

@Controller('orders')
class OrdersController {
  @Post()
  @Version('1')
  @ApiQuery({ name: 'mode' })
  @ApiQuery({ name: 'unit' })
  @ApiOkResponse({ type: First })
  one(@Body() _order: First): void {}

  @Post()
  @Version('2')
  @ApiQuery({ name: 'mode' })
  @ApiHeader({ name: 'X-Tenant', required: true })
  @ApiBearerAuth()
  @ApiOkResponse({ type: Second })
  two(@Body() _order: Second): void {}

  @Get('guessed')
  @Version('1')
  @ApiQuery({ name: 'page' })
  named(): void {}

  @Get('guessed')
  @Version('2')
  guessed(@Query('page') _page: string, @Headers('x-trace') _trace: string): void {}

  @Post('any')
  @Version('1')
  any(@Body() _order: First): void {}

  @Post('any')
  @Version('2')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  csv(): void {}

  @Post('none')
  @Version('1')
  some(@Body() _order: First): void {}

  @Post('none')
  @Version('2')
  none(): void {}

  @Post('excluded')
  @Version('1')
  kept(@Body() _order: First): void {}

  @Post('excluded')
  @Version('2')
  @AwsExclude()
  left(@Body() _order: Second): void {}

  @Post('hidden')
  @Version('1')
  @ApiExcludeEndpoint()
  hidden(@Body() _order: First): void {}

  @Post('hidden')
  @Version('2')
  shown(@Body() _order: Second): void {}
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly security?: unknown;
  readonly 'x-amazon-apigateway-integration': {
    readonly responses: Readonly<Record<string, { responseParameters: Readonly<Record<string, string>> }>>;
  };
}
type Content = Readonly<Record<string, { readonly schema: unknown }>>;
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

let privateDocument: Document;
let publicDocument: Document;

beforeAll(async () => {
  const compiled = await compileControllers(
    [OrdersController],
    {
      integration: { kind: 'lambda', functionArn: '${function_arn}' },
      validation: 'all',
      cors: { allowOrigins: ['https://app.example.com'] },
    },
    {
      configure: (app) => void app.enableVersioning({ type: VersioningType.HEADER, header: 'X-API-Version' }),
      config: new DocumentBuilder().setTitle('Test').setVersion('1').addBearerAuth().build(),
    },
  );
  privateDocument = writeTree(compiled.privateDocument) as unknown as Document;
  publicDocument = compiled.publicDocument as unknown as Document;
});

const requiredOf = ({ parameters = [] }: Operation): readonly (readonly [string, boolean])[] =>
  parameters.map(({ name, required = false }) => [name, required] as const);

const part = (name: string, type: string): unknown => ({
  type: 'object',
  properties: { [name]: { type } },
  required: [name],
});

describe('several handlers of one verb and path', () => {
  it('require what all of them require', () => {
    const parameters = [
      ['unit', false],
      ['mode', true],
      ['X-Tenant', false],
    ];
    expect(requiredOf(privateDocument.paths['/orders']!['post']!)).toEqual(parameters);
    expect(requiredOf(publicDocument.paths['/orders']!['post']!).toSorted()).toEqual(parameters.toSorted());
    expect(requiredOf(privateDocument.paths['/orders/guessed']!['get']!)).toEqual([
      ['page', false],
      ['x-trace', false],
    ]);
  });

  it('validate a body by any of their models', () => {
    const { requestBody } = privateDocument.paths['/orders']!['post']!;
    const { $ref } = requestBody!.content['application/json']!.schema as { $ref: string };
    expect(privateDocument.components.schemas[$ref.split('/').at(-1)!]).toEqual({
      type: 'object',
      anyOf: [part('a', 'string'), part('b', 'number')],
    });
  });

  it('validate no body where one of them documents no JSON', () => {
    expect(privateDocument.paths['/orders/any']!['post']!.requestBody).toBeUndefined();
    expect(privateDocument.paths['/orders/none']!['post']!.requestBody).toBeUndefined();
    expect(
      Object.keys(publicDocument.paths['/orders/any']!['post']!.requestBody!.content).toSorted(),
    ).toEqual(['application/json', 'text/csv']);
  });

  it('are one public operation with the bodies, responses and security of all', () => {
    const operation = publicDocument.paths['/orders']!['post']!;
    const schema = {
      anyOf: [{ $ref: '#/components/schemas/Second' }, { $ref: '#/components/schemas/First' }],
    };
    expect(operation.operationId).toBe('OrdersController_two_2');
    expect(operation.requestBody).toEqual({ required: true, content: { 'application/json': { schema } } });
    expect(operation.responses['200']!.content).toEqual({ 'application/json': { schema } });
    expect(operation.security).toEqual([{ bearer: [] }, {}]);
  });

  it('allow the headers of all, and that of the version', () => {
    const { responses } = privateDocument.paths['/orders']!['options']!['x-amazon-apigateway-integration'];
    expect(responses['default']!.responseParameters).toHaveProperty(
      ['method.response.header.Access-Control-Allow-Headers'],
      "'Authorization,Content-Type,X-API-Version,X-Tenant'",
    );
  });

  it('are without those that are excluded or hidden', () => {
    const excluded = publicDocument.paths['/orders/excluded']!['post']!;
    expect(excluded.operationId).toBe('OrdersController_kept_1');
    expect(excluded.requestBody!.content['application/json']!.schema).toEqual({
      $ref: '#/components/schemas/First',
    });
    const hidden = publicDocument.paths['/orders/hidden']!['post']!;
    expect(hidden.requestBody!.content['application/json']!.schema).toEqual({
      $ref: '#/components/schemas/Second',
    });
  });
});
