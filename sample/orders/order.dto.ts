import { ApiProperty } from '@nestjs/swagger';

export class OrderLineDto {
  @ApiProperty()
  readonly article!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 99 })
  readonly count!: number;
}

export class PlaceOrderDto {
  @ApiProperty({ type: [OrderLineDto], minItems: 1 })
  readonly lines!: OrderLineDto[];
}

export class OrderDto extends PlaceOrderDto {
  @ApiProperty({ readOnly: true })
  readonly id!: string;

  @ApiProperty({ type: () => OrderDto, required: false, description: 'The order that this one replaces' })
  readonly replaces?: OrderDto;
}
