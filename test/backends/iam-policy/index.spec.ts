import { Controller, Get, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsDynamoDb,
  AwsExclude,
  AwsLambda,
  AwsS3,
  AwsSqs,
  fromPath,
  text,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { iamPolicy } from '../../../lib/backends/iam-policy/index.js';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { TERRAFORM } from '../../../lib/values/terraform-writer.js';
import { compileControllers } from '../../support/create-app.js';

class ThingDto {
  @ApiProperty() name!: string;
}

const key = { pk: fromPath('id') };

@Controller('things/:id')
class ThingsController {
  @Get()
  @AwsDynamoDb({ action: 'GetItem', table: '${things}', key })
  @ApiOkResponse({ type: ThingDto })
  get(): void {}

  @Post()
  @AwsDynamoDb({ action: 'DeleteItem', table: '${things}', key })
  remove(): void {}

  @Get('file')
  @AwsS3({ action: 'GetObject', bucket: '${bucket}', key: text`a%{/${fromPath('id')}` })
  file(): void {}

  @Get('function')
  @AwsLambda('${function_arn}')
  call(): void {}

  @Post('hidden')
  @AwsExclude()
  @AwsSqs({ queueName: 'never', message: 'x' })
  excluded(): void {}
}

const policyOf = async (options: AwsGatewayOptions): Promise<unknown> => {
  const { model } = await compileControllers([ThingsController], { credentials: '${role}', ...options });
  return writeTree(iamPolicy.render(model), TERRAFORM);
};

describe('iamPolicy', () => {
  it('allows the actions of the routes on their resources, each resource once, in one order', async () => {
    expect(await policyOf({ region: 'eu-west-1', partition: 'aws', accountId: '111122223333' })).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['dynamodb:DeleteItem', 'dynamodb:GetItem'],
          Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/${things}',
        },
        { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: 'arn:aws:s3:::${bucket}' },
        { Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::${bucket}/a%%{/*' },
      ],
    });
  });

  it('has placeholders for what API Gateway fills in and IAM does not', async () => {
    expect(await policyOf({})).toMatchObject({
      Statement: [
        { Resource: 'arn:${partition}:dynamodb:${region}:${account_id}:table/${things}' },
        { Resource: 'arn:${partition}:s3:::${bucket}' },
        { Resource: 'arn:${partition}:s3:::${bucket}/a%%{/*' },
      ],
    });
  });

  it('allows nothing of worth without services: IAM takes no policy without statements', async () => {
    const { model } = await compileControllers([], {});
    expect(iamPolicy.render(model)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['sts:GetCallerIdentity'], Resource: '*' }],
    });
  });
});
