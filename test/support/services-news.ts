import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiConsumes, ApiProperty } from '@nestjs/swagger';
import { AwsSns, fromBody, fromHeader, fromPath, fromQuery, fromRawBody, text } from 'nestjs-aws-gateway';
import { ACCOUNT, REGION } from './services-gateway.js';

export class NewsDto {
  @ApiProperty() title!: string;
  @ApiProperty({ required: false, type: Object }) more?: object;
}

@Controller('news')
export class NewsController {
  @Post()
  @AwsSns({ topicArn: '${news_topic_arn}', message: fromBody() })
  @ApiConsumes('application/json', 'text/plain')
  whole(@Body() news: NewsDto): void {
    throw news;
  }

  @Post(':id')
  @AwsSns({
    topicArn: '${news_topic_arn}',
    message: {
      id: fromPath('id'),
      news: fromBody(),
      label: text`<${fromQuery('q')}>`,
      fixed: '$5 & "x" #set',
    },
    subject: text`News: ${fromQuery('subject')}`,
    attributes: { id: fromPath('id'), 'X.who': fromHeader('X-Who'), fixed: 'a=b&c %25 $x' },
  })
  object(@Param('id') id: string, @Body() news: NewsDto): void {
    throw [id, news];
  }

  @Post(':id/title')
  @AwsSns({ topicArn: '${news_topic_arn}', message: fromBody('$.title') })
  title(@Param('id') id: string, @Body() news: NewsDto): void {
    throw [id, news];
  }

  @Post(':id/fifo')
  @AwsSns({
    topicArn: '${fifo_topic_arn}',
    message: fromBody('$.title'),
    groupId: fromPath('id'),
    deduplicationId: fromQuery('once'),
  })
  fifo(@Param('id') id: string, @Body() news: NewsDto): void {
    throw [id, news];
  }

  @Post(':id/missing')
  @AwsSns({ topicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:missing`, message: fromBody() })
  missing(@Param('id') id: string, @Body() news: NewsDto): void {
    throw [id, news];
  }

  @Post(':id/raw')
  @AwsSns({ topicArn: '${news_topic_arn}', message: fromRawBody() })
  raw(@Param('id') id: string): void {
    throw id;
  }
}
