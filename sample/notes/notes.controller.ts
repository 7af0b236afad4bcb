import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  NotImplementedException,
  Param,
  Patch,
  Put,
  Query,
} from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsValidation,
  fromAuthorizer,
  fromBody,
  fromPath,
  fromQuery,
  text,
} from 'nestjs-aws-gateway';
import { ChangeNoteDto, NoteDto, NotePageDto, WriteNoteDto } from './note.dto.js';

const table = '${notes_table}';

/** The notes of whoever is signed in: nobody can name another's. */
const owner = text`USER#${fromAuthorizer('claims.sub')}`;
const key = { owner, id: fromPath('id') };

/** A table answers: the handlers are types and documentation, and never run. */
@ApiTags('notes')
@Controller('notes')
@AwsValidation('all')
export class NotesController {
  @Get()
  @AwsDynamoDb({
    action: 'Query',
    table,
    key: { owner },
    limit: 50,
    cursor: fromQuery('cursor'),
  })
  @ApiOperation({ summary: 'Own notes, a page at a time' })
  @ApiQuery({ name: 'cursor', required: false, description: 'What the page before answered' })
  @ApiOkResponse({ type: NotePageDto })
  list(@Query('cursor') _cursor?: string): NotePageDto {
    throw new NotImplementedException();
  }

  @Get(':id')
  @AwsDynamoDb({ action: 'GetItem', table, key })
  @ApiOperation({ summary: 'One note' })
  @ApiOkResponse({ type: NoteDto })
  @ApiNotFoundResponse({ description: 'There is no such note' })
  get(@Param('id') _id: string): NoteDto {
    throw new NotImplementedException();
  }

  @Put(':id')
  @HttpCode(204)
  @AwsDynamoDb({
    action: 'PutItem',
    table,
    key,
    item: fromBody(),
    condition: 'absent',
    expiresIn: 31_536_000,
  })
  @ApiOperation({ summary: 'Write a note', description: 'It is kept for a year.' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'There is such a note' })
  write(@Param('id') _id: string, @Body() _note: WriteNoteDto): void {
    throw new NotImplementedException();
  }

  @Patch(':id')
  @AwsDynamoDb({ action: 'UpdateItem', table, key, item: fromBody() })
  @ApiOperation({ summary: 'Change a note' })
  @ApiOkResponse({ type: NoteDto })
  @ApiConflictResponse({ description: 'There is no such note' })
  change(@Param('id') _id: string, @Body() _note: ChangeNoteDto): NoteDto {
    throw new NotImplementedException();
  }

  @Delete(':id')
  @HttpCode(204)
  @AwsDynamoDb({ action: 'DeleteItem', table, key })
  @ApiOperation({ summary: 'Throw a note away' })
  @ApiNoContentResponse()
  delete(@Param('id') _id: string): void {
    throw new NotImplementedException();
  }
}
