import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ProductDto {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  name!: string;

  @ApiProperty({ minimum: 0 })
  price!: number;

  @ApiPropertyOptional()
  description?: string;
}
