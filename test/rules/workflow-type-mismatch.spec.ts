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

const report = (
  action: string,
  sync: string,
  place: string,
): string => `workflow-type-mismatch error at ${place}
\`${action}\` needs a Standard workflow, and ${sync} runs the same one with \`StartSyncExecution\`, which needs an Express one
Name two state machines, or start this one with \`StartExecution\`.`;

const SYNC = '`POST /runs` in `HandlerController.run`';

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
      report('DescribeExecution', SYNC, 'HandlerController.get GET /runs/{id}'),
      report('StopExecution', SYNC, 'HandlerController.stop DELETE /runs/{id}'),
    ],
  },
  {
    name: 'reports it across controllers, on a class',
    controllers: [HandlerController, ClassController],
    options,
    reports: [
      report('DescribeExecution', SYNC, 'ClassController.get GET /described/{id}'),
      report('DescribeExecution', SYNC, 'HandlerController.get GET /runs/{id}'),
      report('StopExecution', SYNC, 'HandlerController.stop DELETE /runs/{id}'),
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    options,
    reports: [
      report('DescribeExecution', '`POST /one` in `OneController.run`', 'OneController.get GET /one/{id}'),
    ],
  },
]);
