import { Body, Controller, DefaultValuePipe, Post, ValidationPipe, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiProperty, PartialType } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fitsModel } from '../../../../lib/testing/gateway/validation/fits-model.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../../support/create-app.js';

class Item {
  @ApiProperty() declare name: string;
}

/** As of Mongo: a class without documented members. */
class ObjectId {
  declare id: string;
}

class EntityByIdPipe implements PipeTransform {
  transform(id: unknown): Item {
    return { name: String(id) };
  }
}

/** Nothing of its name but that of its base. */
class OwnValidationPipe extends ValidationPipe {}
class Strict extends OwnValidationPipe {}

enum Mixed {
  A = 'a',
  B = 2,
}

class OrderDto {
  @ApiProperty() declare items: Item[];
  @ApiProperty({ isArray: true }) declare lists: string[];
  @ApiProperty({ type: [String] }) declare names: string[];
  @ApiProperty() declare id: ObjectId;
  @ApiProperty({ type: [ObjectId] }) declare ids: ObjectId[];
  @ApiProperty() declare site: URL;
  @ApiProperty() declare data: Buffer;
  @ApiProperty() declare tags: Set<string>;
  @ApiProperty() declare prices: Map<string, number>;
  @ApiProperty({ enum: Mixed }) declare mixed: Mixed;
  @ApiProperty({ enum: Mixed, enumName: 'Mixed', isArray: true }) declare several: Mixed[];
  @ApiProperty({ pattern: '^\\S+ .$' }) declare code: string;
}

class PartialOrderDto extends PartialType(OrderDto) {}

@Controller('orders')
class OrdersController {
  @Post()
  create(@Body() _order: OrderDto): void {}

  @Post('partial')
  change(@Body() _order: PartialOrderDto): void {}

  @Post('list')
  list(@Body() _items: Item[]): void {}

  @Post('declared')
  @ApiBody({ type: [String] })
  declared(@Body() _names: string[]): void {}

  @Post('text')
  text(@Body() _text: string): void {}

  @Post('pipe')
  pipe(@Body(EntityByIdPipe) _item: Item): void {}

  @Post('default')
  byDefault(@Body(new DefaultValuePipe({ name: 'a' })) _item: Item): void {}

  @Post('validated')
  validated(@Body(Strict) _item: Item): void {}

  @Post('declared-pipe')
  @ApiBody({ type: Item })
  declaredPipe(@Body(EntityByIdPipe) _item: Item): void {}

  @Post('class')
  ofClass(@Body() _site: URL): void {}
}

type Operation = {
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: unknown }>>;
  };
};
type Document = Parameters<typeof fitsModel>[2] & {
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
};

let document: Document;
let publicSchemas: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  const { privateDocument, publicDocument } = await compileControllers([OrdersController], {
    integration: { kind: 'lambda', functionArn: '${function_arn}' },
    validation: 'all',
  });
  document = writeTree(privateDocument) as unknown as Document;
  publicSchemas = publicDocument.components!['schemas']!;
});

function takes(path: string, body: unknown): boolean {
  const { requestBody } = document.paths[path]!.post;
  return !requestBody || fitsModel(body, requestBody.content['application/json']!.schema, document);
}

const ORDER = {
  items: [{ name: 'a' }],
  lists: ['a'],
  names: ['a'],
  id: '5f1a4f2e8c534b299a6a6a2f',
  ids: ['5f1a4f2e8c534b299a6a6a2f', {}],
  site: 'https://example.com',
  data: 'aGk=',
  tags: ['a'],
  prices: [['a', 1]],
  mixed: 2,
  several: ['a', 2],
  code: 'a\u00e9 \u0085',
};

describe('what only reflection says', () => {
  it.each(['/orders', '/orders/partial'])('is no ground to reject a body of %s', (path) => {
    expect(takes(path, ORDER)).toBe(true);
  });

  it.each([
    ['names', [1]],
    ['items', 'a'],
    ['mixed', 'b'],
    ['several', [3]],
    ['code', '\u00a0 a'],
  ])('leaves what is declared: %s', (member, value) => {
    expect(takes('/orders', { ...ORDER, [member]: value })).toBe(false);
  });

  it('says nothing of the items of a body, nor of a class without members', () => {
    expect(takes('/orders/list', [{ name: 'a' }, 1])).toBe(true);
    expect(takes('/orders/list', {})).toBe(false);
    expect(takes('/orders/declared', [1])).toBe(false);
    expect(takes('/orders/class', ['a'])).toBe(true);
  });

  it('is no type of what a pipe makes of a body, and of a scalar as a body', () => {
    for (const path of ['/orders/text', '/orders/pipe', '/orders/default']) {
      expect(takes(path, { id: 1 })).toBe(true);
      expect(document.paths[path]!.post.requestBody?.required).not.toBe(true);
    }
    expect(takes('/orders/validated', { name: 'a' })).toBe(true);
    expect(takes('/orders/validated', { id: 1 })).toBe(false);
    expect(takes('/orders/declared-pipe', { id: 1 })).toBe(false);
  });

  it('of an enum with texts and numbers is no type in the public document either', () => {
    expect(publicSchemas['Mixed']).toEqual({ enum: ['a', 2] });
  });
});
