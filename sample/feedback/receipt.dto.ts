import { ApiProperty } from '@nestjs/swagger';

/** What a topic and a queue answer. */
export class MessageReceiptDto {
  @ApiProperty()
  readonly messageId!: string;
}

/** What an event bus answers. */
export class EventReceiptDto {
  @ApiProperty()
  readonly eventId!: string;
}

/** What a stream answers. */
export class RecordReceiptDto {
  @ApiProperty()
  readonly sequenceNumber!: string;

  @ApiProperty()
  readonly shardId!: string;
}
