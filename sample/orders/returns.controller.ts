import { Body, Controller, Get, HttpCode, NotImplementedException, Param, Put } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AwsAuthorizer, AwsStepFunctions, AwsValidation, fromPath } from 'nestjs-aws-gateway';
import { shops } from '../authorizers.js';
import { AskForReturnDto, ReturnDto, ReturnStartedDto } from './return.dto.js';

const stateMachineArn = '${returns_workflow_arn}';

/** A workflow takes goods back: its execution is named as the return is. */
@ApiTags('orders')
@Controller('returns')
@AwsAuthorizer(shops)
@AwsValidation('all')
export class ReturnsController {
  @Put(':id')
  @HttpCode(202)
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn, name: fromPath('id') })
  @ApiOperation({ summary: 'Send goods back' })
  @ApiAcceptedResponse({ type: ReturnStartedDto })
  @ApiConflictResponse({ description: 'There is such a return, with other goods' })
  start(@Param('id') _id: string, @Body() _wanted: AskForReturnDto): ReturnStartedDto {
    throw new NotImplementedException();
  }

  @Get(':id')
  @AwsStepFunctions({ action: 'DescribeExecution', stateMachineArn, name: fromPath('id') })
  @ApiOperation({ summary: 'How a return is going' })
  @ApiOkResponse({ type: ReturnDto })
  @ApiNotFoundResponse({ description: 'There is no such return' })
  get(@Param('id') _id: string): ReturnDto {
    throw new NotImplementedException();
  }
}
