import { Controller, Delete, Get, Post } from '@nestjs/common';
import { AwsStepFunctions, fromPath } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };
const name = fromPath('id');

@Controller('runs')
class SilentController {
  @Post()
  @AwsStepFunctions({ action: 'StartSyncExecution', stateMachineArn: '${express_arn}' })
  run(): void {}

  @Post('later')
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn: '${express_arn}' })
  later(): void {}

  @Get(':id')
  @AwsStepFunctions({ action: 'DescribeExecution', stateMachineArn: '${standard_arn}', name })
  get(): void {}
}

@Controller('runs')
class HandlerController {
  @Post()
  @AwsStepFunctions({ action: 'StartSyncExecution', stateMachineArn: '${workflow_arn}' })
  run(): void {}

  @Get(':id')
  @AwsStepFunctions({ action: 'DescribeExecution', stateMachineArn: '${workflow_arn}', name })
  get(): void {}

  @Delete(':id')
  @AwsStepFunctions({ action: 'StopExecution', stateMachineArn: '${workflow_arn}', name })
  stop(): void {}
}

@Controller('described/:id')
@AwsStepFunctions({ action: 'DescribeExecution', stateMachineArn: '${workflow_arn}', name })
class ClassController {
  @Get()
  get(): void {}
}

class BaseController {
  @Get(':id')
  @AwsStepFunctions({ action: 'DescribeExecution', stateMachineArn: '${workflow_arn}', name })
  get(): void {}
}

@Controller('one')
class OneController extends BaseController {
  @Post()
  @AwsStepFunctions({ action: 'StartSyncExecution', stateMachineArn: '${workflow_arn}' })
  run(): void {}
}

testRule('workflow-type-mismatch', [
  {
    name: 'is silent on two workflows, and on an Express one that is started both ways',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports what is described or stopped, and run synchronously',
    controllers: [HandlerController],
    options,
    reports: [
      [
        'workflow-type-mismatch error at HandlerController.get GET /runs/{id}',
        'DescribeExecution',
        'POST /runs',
        'HandlerController.run',
      ],
      [
        'workflow-type-mismatch error at HandlerController.stop DELETE /runs/{id}',
        'StopExecution',
        'POST /runs',
        'HandlerController.run',
      ],
    ],
  },
  {
    name: 'reports it across controllers, on a class',
    controllers: [HandlerController, ClassController],
    options,
    reports: [
      [
        'workflow-type-mismatch error at ClassController.get GET /described/{id}',
        'DescribeExecution',
        'POST /runs',
        'HandlerController.run',
      ],
      [
        'workflow-type-mismatch error at HandlerController.get GET /runs/{id}',
        'DescribeExecution',
        'POST /runs',
        'HandlerController.run',
      ],
      [
        'workflow-type-mismatch error at HandlerController.stop DELETE /runs/{id}',
        'StopExecution',
        'POST /runs',
        'HandlerController.run',
      ],
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    options,
    reports: [
      [
        'workflow-type-mismatch error at OneController.get GET /one/{id}',
        'DescribeExecution',
        'POST /one',
        'OneController.run',
      ],
    ],
  },
]);
