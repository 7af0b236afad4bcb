import { Controller, Get, Post, Query } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsIntegration,
  AwsKinesis,
  AwsLambda,
  AwsSqs,
  fromBody,
  fromHeader,
  text,
  vtl,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../support/create-app.js';

const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs';

@Controller('read')
class ReadController {
  @Post('queue')
  @AwsSqs({
    queueUrl,
    message: { text: text`${fromHeader('X-Text')} ${vtl("$input.params('X-Vtl')")}` },
    attributes: { tenant: fromHeader('X-Tenant') },
  })
  queue(): void {}

  @Post('raw/:id')
  @AwsIntegration({
    type: 'http',
    httpMethod: 'POST',
    uri: 'https://backend.example.com/x',
    requestParameters: {
      'integration.request.header.A': 'method.request.header.X-Single',
      'integration.request.header.B': 'method.request.multivalueheader.X-Multi',
    },
    requestTemplates: {
      'application/json':
        "$input.params().header.get('X-Get') $input.params().header['X-Index'] $input.params().header.XDot $input.params('id')",
    },
    responses: { default: { statusCode: '200' } },
  })
  raw(): void {}

  @Get('custom')
  @AwsLambda({
    functionArn: '${f}',
    mode: 'custom',
    requestTemplates: { 'application/json': '{"q":"$input.params("q")","h":"$input.params("X-Custom")"}' },
  })
  custom(@Query('q') _q: string): void {}
}

@Controller('stream')
class StreamController {
  @Post()
  @AwsKinesis({ stream: 'events', partitionKey: fromHeader('X-Partition'), data: fromBody() })
  put(): void {}
}

const options: AwsGatewayOptions = {
  cors: { allowOrigins: ['https://app.example.com'] },
  credentials: 'arn:aws:iam::111122223333:role/gateway',
  validation: 'none',
};

type Preflight = {
  readonly options: {
    readonly 'x-amazon-apigateway-integration': {
      readonly responses: {
        readonly default: { readonly responseParameters: Readonly<Record<string, string>> };
      };
    };
  };
};

describe('the headers that an integration reads', () => {
  it('are allowed by preflights of a REST API, documented or not', async () => {
    const { privateDocument } = await compileControllers([ReadController, StreamController], options);
    const { paths } = writeTree(privateDocument) as unknown as {
      readonly paths: Readonly<Record<string, Preflight>>;
    };
    const allowed = Object.entries(paths).map(([path, item]) => [
      path,
      item.options['x-amazon-apigateway-integration'].responses.default.responseParameters[
        'method.response.header.Access-Control-Allow-Headers'
      ],
    ]);
    expect(Object.fromEntries(allowed)).toEqual({
      '/read/queue': "'Content-Type,X-Tenant,X-Text,X-Vtl'",
      '/read/raw/{id}': "'Content-Type,X-Get,X-Index,X-Multi,X-Single,XDot'",
      '/read/custom': "'Content-Type,X-Custom'",
      '/stream': "'Content-Type,X-Partition'",
    });
  });

  it('are allowed by the policy of an HTTP API', async () => {
    const { privateDocument } = await compileControllers([StreamController], {
      ...options,
      gateway: 'http-api',
    });
    expect(writeTree(privateDocument)).toMatchObject({
      'x-amazon-apigateway-cors': { allowHeaders: ['Content-Type', 'X-Partition'] },
    });
  });
});
