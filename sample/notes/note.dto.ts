import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';

export class NoteDto {
  @ApiProperty({ example: 'gifts' })
  readonly id!: string;

  @ApiProperty({ maxLength: 2000, example: 'A lamp for grandmother' })
  readonly text!: string;

  @ApiPropertyOptional({ description: 'Shown above the others' })
  readonly pinned?: boolean;

  @ApiPropertyOptional({ type: [String], uniqueItems: true })
  readonly labels?: string[];
}

/** The id of a note is in its path. */
export class WriteNoteDto extends OmitType(NoteDto, ['id']) {}

/** Only the members that change. */
export class ChangeNoteDto extends PartialType(WriteNoteDto) {}

export class NotePageDto {
  @ApiProperty({ type: [NoteDto] })
  readonly notes!: NoteDto[];

  @ApiPropertyOptional({ description: 'Present when there are more notes: the `cursor` of the next page.' })
  readonly cursor?: string;
}
