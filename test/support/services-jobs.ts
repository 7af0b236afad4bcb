import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiConsumes, ApiProperty } from '@nestjs/swagger';
import {
  AwsSqs,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  fromRawBody,
  text,
} from 'nestjs-aws-gateway';
import { ACCOUNT } from './services-gateway.js';

export class JobDto {
  @ApiProperty() kind!: string;
  @ApiProperty({ required: false }) size?: number;
  @ApiProperty({ required: false, type: [String] }) parts?: string[];
  @ApiProperty({ required: false, type: Object }) more?: object;
}

@Controller('jobs')
export class JobsController {
  @Post()
  @AwsSqs({ queueUrl: '${jobs_queue_url}', message: fromBody() })
  @ApiConsumes('application/json', 'text/plain')
  whole(@Body() job: JobDto): void {
    throw job;
  }

  @Post(':id/text')
  @AwsSqs({
    queueName: 'jobs',
    accountId: ACCOUNT,
    message: text`${fromPath('id')}: ${fromQuery('q')}, $5 #1`,
  })
  text(@Param('id') id: string): void {
    throw id;
  }

  @Post(':id/object')
  @AwsSqs({
    queueName: '${jobs_queue_name}',
    message: {
      id: fromPath('id'),
      job: fromBody(),
      kind: fromBody('$.kind'),
      size: fromBody('$.size'),
      at: fromContext('requestTimeEpoch'),
      label: text`<${fromHeader('X-Label')}>`,
      fixed: ['a "$b" \\ #set(x)', 1.5, true, null, {}, []],
    },
    attributes: { kind: fromBody('$.kind'), 'X.id': text`id ${fromPath('id')}`, fixed: '$5 "x" \\ #set' },
    delay: fromQuery('delay'),
  })
  object(@Param('id') id: string, @Body() job: JobDto): void {
    throw [id, job];
  }

  @Post(':id/member')
  @AwsSqs({ queueName: 'jobs', message: fromBody('$.kind'), delay: 0 })
  member(@Param('id') id: string, @Body() job: JobDto): void {
    throw [id, job];
  }

  @Post(':id/parts')
  @AwsSqs({ queueName: 'jobs', message: fromBody('$.parts') })
  parts(@Param('id') id: string, @Body() job: JobDto): void {
    throw [id, job];
  }

  @Post(':id/fifo')
  @AwsSqs({
    queueName: 'jobs.fifo',
    message: fromBody(),
    groupId: fromPath('id'),
    deduplicationId: fromBody('$.kind'),
  })
  fifo(@Param('id') id: string, @Body() job: JobDto): void {
    throw [id, job];
  }

  @Post(':id/missing')
  @AwsSqs({ queueName: 'no-such-queue', message: fromBody() })
  missing(@Param('id') id: string, @Body() job: JobDto): void {
    throw [id, job];
  }

  @Post(':id/raw')
  @AwsSqs({ queueName: 'jobs', message: fromRawBody() })
  raw(@Param('id') id: string): void {
    throw id;
  }
}
