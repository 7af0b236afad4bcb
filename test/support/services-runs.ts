import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import {
  AwsStepFunctions,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  text,
} from 'nestjs-aws-gateway';
import { ACCOUNT, REGION } from './services-gateway.js';

export class RunDto {
  @ApiProperty() title!: string;
  @ApiProperty({ required: false, type: Object }) more?: object;
}

export class ResultDto {
  @ApiProperty() total!: number;
}

const stateMachineArn = '${workflow_arn}';
const MISSING = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:missing`;

@Controller('runs')
export class RunsController {
  @Post()
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn })
  start(@Body() run: RunDto): void {
    throw run;
  }

  @Post('empty')
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn })
  startEmpty(): void {
    throw new Error();
  }

  @Post('sync')
  @AwsStepFunctions({ action: 'StartSyncExecution', stateMachineArn: '${express_arn}' })
  @ApiOkResponse({ type: ResultDto })
  startSync(@Body() run: RunDto): ResultDto {
    throw run;
  }

  @Post('missing')
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn: MISSING })
  missing(@Body() run: RunDto): void {
    throw run;
  }

  @Post('of/:name')
  @AwsStepFunctions({
    action: 'StartExecution',
    stateMachineArn,
    name: fromPath('name'),
    input: {
      run: fromBody(),
      title: fromBody('$.title'),
      who: fromHeader('X-Who'),
      label: text`${fromQuery('q')}!`,
      id: fromContext('requestId'),
      fixed: [1, '$x "#set" \\', null],
    },
  })
  startNamed(@Param('name') name: string, @Body() run: RunDto): void {
    throw [name, run];
  }

  @Get('of/:name')
  @AwsStepFunctions({ action: 'DescribeExecution', stateMachineArn, name: fromPath('name') })
  describe(@Param('name') name: string): void {
    throw name;
  }

  @Get('of/:name/fixed')
  @AwsStepFunctions({
    action: 'DescribeExecution',
    stateMachineArn: `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:orders`,
    name: fromPath('name'),
  })
  describeFixed(@Param('name') name: string): void {
    throw name;
  }

  @Get('of/:name/alias')
  @AwsStepFunctions({
    action: 'DescribeExecution',
    stateMachineArn: `${stateMachineArn}:PROD`,
    name: fromPath('name'),
  })
  describeByAlias(@Param('name') name: string): void {
    throw name;
  }

  @Delete('of/:name')
  @AwsStepFunctions({
    action: 'StopExecution',
    stateMachineArn,
    name: fromPath('name'),
    cause: text`asked: ${fromQuery('why')}`,
    error: 'Stopped',
  })
  @ApiOkResponse({ description: 'Stopped' })
  stop(@Param('name') name: string): void {
    throw name;
  }
}
