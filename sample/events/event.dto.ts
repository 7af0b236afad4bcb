import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export enum EventKind {
  Opened = 'opened',
  Closed = 'closed',
}

export class EventDto {
  @ApiProperty({ enum: EventKind, enumName: 'Event_Kind' })
  readonly kind!: EventKind;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'number' } })
  readonly readings?: Record<string, number>;
}
