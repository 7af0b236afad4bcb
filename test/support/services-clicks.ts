import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiConsumes, ApiProperty } from '@nestjs/swagger';
import { AwsKinesis, fromBody, fromHeader, fromPath, fromQuery, fromRawBody, text } from 'nestjs-aws-gateway';

export class ClickDto {
  @ApiProperty() page!: string;
  @ApiProperty({ required: false, type: Object }) more?: object;
}

export class ClicksDto {
  @ApiProperty({ type: [ClickDto] }) clicks!: ClickDto[];
}

const stream = '${clicks_stream}';

@Controller('clicks')
export class ClicksController {
  @Post('of/:id')
  @AwsKinesis({ stream, partitionKey: fromPath('id'), data: fromBody() })
  @ApiConsumes('application/json', 'text/plain')
  whole(@Param('id') id: string, @Body() click: ClickDto): void {
    throw [id, click];
  }

  @Post('of/:id/object')
  @AwsKinesis({
    stream,
    partitionKey: text`p-${fromPath('id')}`,
    data: {
      id: fromPath('id'),
      click: fromBody(),
      page: fromBody('$.page'),
      who: fromHeader('X-Who'),
      label: text`<${fromQuery('q')}>`,
      fixed: ['$x "#set" \\ é', 1, null, {}, []],
    },
  })
  object(@Param('id') id: string, @Body() click: ClickDto): void {
    throw [id, click];
  }

  @Post('of/:id/text')
  @AwsKinesis({ stream, partitionKey: 'fixed', data: text`${fromPath('id')}: ${fromQuery('q')} $5 #x` })
  text(@Param('id') id: string): void {
    throw id;
  }

  @Post('of/:id/raw')
  @AwsKinesis({ stream, partitionKey: 'fixed', data: { hook: fromRawBody() } })
  raw(@Param('id') id: string): void {
    throw id;
  }

  @Post('of/:id/page')
  @AwsKinesis({ stream, partitionKey: 'fixed', data: fromBody('$.page') })
  page(@Param('id') id: string, @Body() click: ClickDto): void {
    throw [id, click];
  }

  @Post()
  @AwsKinesis({ action: 'PutRecords', stream, records: fromBody('$.clicks'), partitionKey: 'page' })
  many(@Body() clicks: ClicksDto): void {
    throw clicks;
  }

  @Post('of/:id/missing')
  @AwsKinesis({ stream: 'no-such-stream', partitionKey: fromPath('id'), data: fromBody() })
  missing(@Param('id') id: string, @Body() click: ClickDto): void {
    throw [id, click];
  }
}
