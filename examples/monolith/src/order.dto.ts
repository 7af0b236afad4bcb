import { ApiProperty } from '@nestjs/swagger';

export class OrderDto {
  @ApiProperty({ readOnly: true })
  id!: string;

  @ApiProperty({ minimum: 1, type: 'integer' })
  quantity!: number;
}
