import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import { describe, expect, it } from '@jest/globals';
import { listConvertedMembers } from '../../../lib/nest/models/list-converted-members.js';
import { fitsModel } from '../../../lib/testing/gateway/validation/fits-model.js';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../support/create-app.js';

class Item {
  @ApiProperty() declare name: string;
}

class BookingDto {
  @ApiProperty() declare from: Date;

  @ApiProperty({ type: [Date] }) declare days: Date[];

  @ApiProperty() declare serial: bigint;

  @ApiProperty({ name: 'guests', minimum: 1 })
  @Expose({ name: 'guests' })
  @Type(() => Number)
  declare count: number;

  @ApiProperty({ maxLength: 3 })
  @Transform(({ value }: { readonly value: string }) => value.trim())
  declare code: string;

  @ApiProperty()
  @Transform(({ value }: { readonly value: string }) => value, { toPlainOnly: true })
  declare answered: string;

  @ApiProperty()
  @Type(() => Item)
  declare item: Item;

  @ApiProperty() size: number = 1;

  @ApiProperty({ name: 'rows', type: Array }) declare lines: Item[];
}

/** Whose documented names are not those of a body. */
class GuestDto {
  @ApiProperty() @Expose({ name: 'first_name' }) declare first: string;

  @ApiProperty({ name: 'last_name' }) @Expose({ name: 'last_name' }) declare last: string;

  @ApiProperty() @Expose({ name: 'nick_name', toPlainOnly: true }) declare nick: string;

  @ApiProperty() @Exclude() declare role: string;

  @ApiProperty() @Exclude({ toPlainOnly: true }) declare secret: string;
}

@Exclude()
class StrictGuestDto {
  @ApiProperty() @Expose() declare first: string;

  @ApiProperty() declare role: string;
}

class PartialBookingDto extends PartialType(BookingDto) {}
class LaterBookingDto extends OmitType(BookingDto, ['from']) {}

class Failing {
  @ApiProperty() name = 'a';

  constructor(given: { readonly name: string }) {
    this.name = given.name;
  }
}

@Controller('bookings')
class BookingsController {
  @Post()
  book(@Body() _booking: BookingDto): void {}

  @Post('partial')
  change(@Body() _booking: PartialBookingDto): void {}

  @Post('later')
  later(@Body() _booking: LaterBookingDto): void {}
}

const BOOKING = {
  from: 0,
  days: ['2026-01-01', 0],
  serial: '12345678901234567890',
  guests: '2',
  code: ' abc ',
  answered: 'a',
  item: { name: 'a' },
  rows: [{ name: 'a' }],
};

describe('members that the application converts or fills in', () => {
  it('are known by their documented names', () => {
    const converted = { schema: 'BookingDto', isConverted: true, mayBeAbsent: false, unchecked: [] };
    expect(listConvertedMembers([Item, BookingDto, Failing])).toEqual([
      { ...converted, member: 'from' },
      { ...converted, member: 'days' },
      { ...converted, member: 'serial' },
      { ...converted, member: 'guests' },
      { ...converted, member: 'code' },
      { ...converted, member: 'size', isConverted: false, mayBeAbsent: true },
    ]);
  });

  it('are those that a body has under another name, and those that do not count there', () => {
    const elsewhere = { isConverted: true, mayBeAbsent: true, unchecked: [], byPipe: true };
    expect(listConvertedMembers([GuestDto, StrictGuestDto])).toEqual([
      { schema: 'GuestDto', member: 'first', ...elsewhere },
      { schema: 'GuestDto', member: 'role', ...elsewhere },
      { schema: 'StrictGuestDto', member: 'role', ...elsewhere },
    ]);
  });

  it('are no ground to refuse a body, and what else is documented is checked', async () => {
    const { privateDocument } = await compileControllers([BookingsController], {
      integration: { kind: 'lambda', functionArn: '${function_arn}' },
      validation: 'body',
    });
    const document = writeTree(privateDocument) as unknown as Parameters<typeof fitsModel>[2];
    const fits = (name: string, body: unknown): boolean =>
      fitsModel(body, { $ref: `#/components/schemas/${name}` }, document);
    expect(fits('PartialBookingDto', BOOKING)).toBe(true);
    for (const name of ['BookingDto', 'LaterBookingDto']) {
      expect(fits(name, BOOKING)).toBe(true);
      for (const member of [{ answered: 1 }, { item: 'a' }, { size: '1' }, { rows: {} }])
        expect(fits(name, { ...BOOKING, ...member })).toBe(false);
    }
    const { from: _, ...without } = BOOKING;
    expect(fits('BookingDto', without)).toBe(false);
    expect(fits('LaterBookingDto', without)).toBe(true);
  });
});
