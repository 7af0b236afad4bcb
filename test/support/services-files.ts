import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiConsumes, ApiNoContentResponse } from '@nestjs/swagger';
import { AwsS3, fromHeader, fromPath, fromQuery, text } from 'nestjs-aws-gateway';

const bucket = '${files_bucket}';
export const BUCKET = 'files-bucket';

@Controller('files')
export class FilesController {
  @Get('*path')
  @AwsS3({ action: 'GetObject', bucket, key: fromPath('path') })
  read(@Param('path') path: string): void {
    throw path;
  }

  @Put('*path')
  @AwsS3({ action: 'PutObject', bucket, key: fromPath('path') })
  write(@Param('path') path: string): void {
    throw path;
  }

  @Delete('*path')
  @AwsS3({ action: 'DeleteObject', bucket, key: fromPath('path') })
  @ApiNoContentResponse()
  remove(@Param('path') path: string): void {
    throw path;
  }
}

@Controller('notes')
export class NotesController {
  @Get(':name')
  @AwsS3({
    action: 'GetObject',
    bucket,
    key: text`my notes/${fromHeader('X-Tenant')}/${fromPath('name')}.txt`,
  })
  read(@Param('name') name: string): void {
    throw name;
  }

  @Put(':name')
  @ApiConsumes('text/plain')
  @AwsS3({
    action: 'PutObject',
    bucket,
    key: text`my notes/${fromHeader('X-Tenant')}/${fromPath('name')}.txt`,
    contentTypes: ['text/plain'],
  })
  @ApiNoContentResponse()
  write(@Param('name') name: string, @Body() note: string): void {
    throw [name, note];
  }

  @Get()
  @AwsS3({
    action: 'ListObjects',
    bucket,
    prefix: fromQuery('prefix'),
    delimiter: '/',
    maxKeys: 2,
    cursor: fromQuery('cursor'),
  })
  list(@Query('prefix') prefix: string): void {
    throw prefix;
  }

  @Get('of/:name/missing')
  @AwsS3({ action: 'GetObject', bucket: 'no-such-bucket', key: 'fixed key %é' })
  missing(@Param('name') name: string): void {
    throw name;
  }
}
