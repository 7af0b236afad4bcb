import { ApiProperty } from '@nestjs/swagger';

export class GreetingDto {
  @ApiProperty({ minLength: 1 })
  name!: string;

  @ApiProperty({ required: false })
  loud?: boolean;
}
