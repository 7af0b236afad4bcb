import { Body, Controller, Get, NotImplementedException, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AwsEventBridge,
  AwsKinesis,
  AwsPublic,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsValidation,
  fromAuthorizer,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromStage,
  text,
  vtl,
} from 'nestjs-aws-gateway';
import { ComplaintDto, QuestionDto, ReviewDto, ViewDto, WishDto } from './feedback.dto.js';
import { EventReceiptDto, MessageReceiptDto, RecordReceiptDto } from './receipt.dto.js';

/** What people say goes to a topic, a queue, a bus and a stream, without a function. */
@ApiTags('feedback')
@Controller('feedback')
@AwsValidation('all')
export class FeedbackController {
  @Post('complaints')
  @AwsSns({
    topicArn: '${complaints_topic_arn}',
    // The start of a request's id, which is API Gateway's own text: there is nothing to escape.
    subject: text`Complaint ${vtl('$context.requestId.substring(0, 8)')}`,
    message: fromBody(),
    attributes: { shop: fromHeader('x-shop') },
  })
  @ApiOperation({ summary: 'Complain', description: 'Somebody reads it at once.' })
  @ApiHeader({ name: 'x-shop', required: true, description: 'The shop that it is about' })
  @ApiCreatedResponse({ type: MessageReceiptDto })
  complain(@Body() _complaint: ComplaintDto): MessageReceiptDto {
    throw new NotImplementedException();
  }

  @Post('reviews')
  @AwsSqs({
    queueUrl: '${reviews_queue_url}',
    message: { by: fromAuthorizer('claims.sub'), review: fromBody() },
  })
  @ApiOperation({ summary: 'Review an article', description: 'Somebody reads it before it is shown.' })
  @ApiCreatedResponse({ type: MessageReceiptDto })
  review(@Body() _review: ReviewDto): MessageReceiptDto {
    throw new NotImplementedException();
  }

  @Post('wishes')
  @AwsEventBridge({
    eventBus: '${feedback_bus}',
    source: text`shop.${fromStage('shop')}`,
    detailType: 'Wish',
    detail: { at: fromContext('requestTime'), wish: fromBody() },
  })
  @ApiOperation({ summary: 'Wish for an article' })
  @ApiCreatedResponse({ type: EventReceiptDto })
  wish(@Body() _wish: WishDto): EventReceiptDto {
    throw new NotImplementedException();
  }

  @Post('views/:visitor')
  @AwsPublic()
  @AwsKinesis({ stream: '${views_stream}', partitionKey: fromPath('visitor'), data: fromBody() })
  @ApiOperation({ summary: 'Tell that an article was looked at' })
  @ApiCreatedResponse({ type: RecordReceiptDto })
  view(@Param('visitor') _visitor: string, @Body() _view: ViewDto): RecordReceiptDto {
    throw new NotImplementedException();
  }

  /** A parameter of Systems Manager holds the questions, as JSON. */
  @Get('questions')
  @AwsPublic()
  @AwsService({
    service: 'ssm',
    action: 'GetParameter',
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AmazonSSM.GetParameter' },
    body: { Name: '${questions_parameter}' },
    responses: {
      default: {
        statusCode: 200,
        responseTemplates: { 'application/json': "$input.path('$.Parameter.Value')" },
      },
    },
    permissions: [{ actions: ['ssm:GetParameter'], resources: ['${questions_parameter_arn}'] }],
  })
  @ApiOperation({ summary: 'The questions that people are asked' })
  @ApiOkResponse({ type: [QuestionDto] })
  questions(): QuestionDto[] {
    throw new NotImplementedException();
  }
}
