import { ApiProperty } from '@nestjs/swagger';

export class BookingDto {
  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;
}
