import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ComplaintDto {
  @ApiProperty({ maxLength: 100 })
  readonly about!: string;

  @ApiProperty({ maxLength: 5000 })
  readonly text!: string;

  @ApiPropertyOptional({ format: 'email', description: 'Where an answer may go' })
  readonly email?: string;
}

export class ReviewDto {
  @ApiProperty()
  readonly article!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  readonly stars!: number;

  @ApiPropertyOptional({ maxLength: 5000 })
  readonly text?: string;
}

export class WishDto {
  @ApiProperty({ maxLength: 1000 })
  readonly text!: string;
}

export class ViewDto {
  @ApiProperty()
  readonly article!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Milliseconds' })
  readonly duration!: number;
}

export class QuestionDto {
  @ApiProperty()
  readonly text!: string;

  @ApiProperty({ type: [String] })
  readonly answers!: string[];
}
