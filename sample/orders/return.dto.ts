import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class AskForReturnDto {
  @ApiProperty()
  readonly order!: string;

  @ApiProperty({ maxLength: 1000 })
  readonly reason!: string;
}

export class ReturnStartedDto {
  @ApiProperty()
  readonly executionArn!: string;

  @ApiProperty({ description: 'Seconds since 1970' })
  readonly startDate!: number;
}

export class ReturnDto {
  @ApiProperty({ enum: ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] })
  readonly status!: string;

  @ApiProperty({ description: 'Seconds since 1970' })
  readonly startDate!: number;

  @ApiPropertyOptional({ description: 'Seconds since 1970' })
  readonly stopDate?: number;

  @ApiPropertyOptional({ type: AskForReturnDto, description: 'What was decided' })
  readonly output?: AskForReturnDto;
}
