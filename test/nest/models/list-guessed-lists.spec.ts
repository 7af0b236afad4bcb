import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { listGuessedLists } from '../../../lib/nest/models/list-guessed-lists.js';
import { fitsModel } from '../../../lib/testing/gateway/validation/fits-model.js';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../support/create-app.js';

class Item {
  @ApiProperty() declare name: string;
}

enum Color {
  Red = 'red',
  Blue = 'blue',
}

class OrderDto {
  @ApiProperty({ type: Array }) declare bare: Item[];

  @ApiProperty({ type: [Item], isArray: true }) declare classes: Item[];

  @ApiProperty({ type: () => [Item], isArray: true }) declare lazy: Item[];

  @ApiProperty({ type: [String], isArray: true }) declare texts: string[];

  @ApiProperty({ type: [Number], isArray: true }) declare numbers: number[];

  @ApiProperty({ enum: [Color], isArray: true }) declare colors: Color[];

  @ApiProperty({ type: [Item] }) declare items: Item[];

  @ApiProperty({ type: Item, isArray: true }) declare flagged: Item[];

  @ApiProperty({ enum: Color, isArray: true, type: [String] }) declare palette: Color[];
}

@Controller('orders')
class OrdersController {
  @Post()
  create(@Body() _order: OrderDto): void {}
}

const ITEMS = [{ name: 'a' }];
const ORDER = {
  bare: ITEMS,
  classes: ITEMS,
  lazy: ITEMS,
  texts: ['a'],
  numbers: [1],
  colors: ['red'],
  items: ITEMS,
  flagged: ITEMS,
  palette: ['red'],
};

describe('lists of which nobody says what they hold', () => {
  it('are bare ones, and those that are declared twice', () => {
    const members = listGuessedLists([Item, OrderDto]).map(({ schema, member }) => `${schema}.${member}`);
    expect(members).toEqual(
      ['bare', 'classes', 'lazy', 'texts', 'numbers'].map((member) => `OrderDto.${member}`),
    );
  });

  it('may hold anything in a body that API Gateway checks, and the others what they say', async () => {
    const { privateDocument } = await compileControllers([OrdersController], {
      integration: { kind: 'lambda', functionArn: '${function_arn}' },
      validation: 'body',
    });
    const document = writeTree(privateDocument) as unknown as Parameters<typeof fitsModel>[2];
    const fits = (body: object): boolean =>
      fitsModel(body, { $ref: '#/components/schemas/OrderDto' }, document);
    expect(fits(ORDER)).toBe(true);
    for (const member of [
      { classes: 'a' },
      { texts: {} },
      { items: [{}] },
      { flagged: ['a'] },
      { palette: ['green'] },
    ])
      expect(fits({ ...ORDER, ...member })).toBe(false);
  });
});
