import { Controller, Get, Post } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsCors,
  AwsLambda,
  AwsMock,
  LambdaAuthorizer,
  AwsSns,
  AwsSqs,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const send = (queue: string): MethodDecorator =>
  AwsSqs({ queueUrl: queue, message: 'ping', credentials: '${role_arn}' });

@Controller('names')
class ApartController {
  @Post('one') @send('${queue_1}') one(): void {}
  @Post('two') @send('${queue_2}') two(): void {}
  @Post('three') @send('${a_queue_url}') three(): void {}
  @Post('four') @send('${b_queue_url}') four(): void {}
  @Get('five') @AwsLambda('${get_user_arn}') five(): void {}
  @Get('six') @AwsLambda('${get_users_arn}') six(): void {}
  @Post('seven')
  @AwsSns({ topicArn: '${jobs_urn}', message: 'ping', credentials: '${role_arn}' })
  seven(): void {}
  @Post('eight') @send('${jobs_url}') eight(): void {}
}

@Controller('slips')
class SlipsController {
  @Post('one') @send('${users_queue_url}') one(): void {}
  @Post('two') @send('${users_queue_url}') two(): void {}
  @Post('three') @send('${user_queue_url}') three(): void {}
  @Get('four')
  @AwsMock()
  @AwsAuthorizer(new LambdaAuthorizer({ name: 'a', functionArn: '${create_order_arn}' }))
  @AwsCors({ allowOrigins: ['${origin}'] })
  four(): void {}
  @Get('five')
  @AwsMock()
  @AwsAuthorizer(new LambdaAuthorizer({ name: 'b', functionArn: '${craete_order_arn}' }))
  @AwsCors({ allowOrigins: ['${orgin}'] })
  five(): void {}
}

testRule('similar-placeholders', [
  {
    name: 'is silent on numbers, single letters, plurals of functions, and values of other kinds',
    controllers: [ApartController],
    options: ANSWERED,
    reports: [],
  },
  {
    name: 'reports two names one edit apart, at the one with fewer uses',
    controllers: [SlipsController],
    options: ANSWERED,
    reports: [
      [
        'similar-placeholders warning at SlipsController.five GET /slips/five',
        '${craete_order_arn}',
        '${create_order_arn}',
      ],
      ['similar-placeholders warning at SlipsController.five GET /slips/five', '${orgin}', '${origin}'],
      [
        'similar-placeholders warning at SlipsController.three POST /slips/three',
        '${user_queue_url}',
        '${users_queue_url}',
      ],
    ],
  },
  {
    name: 'reports settings of the API at the module',
    controllers: [],
    options: {
      ...ANSWERED,
      endpoint: { vpcEndpointIds: ['${office_vpce}', '${ofice_vpce}'] },
      ignore: { 'private-api-without-policy': 'the spec is about names' },
    },
    reports: [['similar-placeholders warning at module', '${office_vpce}', '${ofice_vpce}']],
  },
]);
