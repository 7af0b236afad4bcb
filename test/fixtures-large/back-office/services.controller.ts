import { Body, Controller, Get, Param, Post, Put, Query, type Type, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsS3,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  AwsValidation,
  fromBody,
  fromPath,
  fromQuery,
  IamAuthorizer,
  text,
} from 'nestjs-aws-gateway';
import type { Dtos } from '../../support/declared-dtos.js';

const signed = new IamAuthorizer({ name: 'signed' });

/** What no function answers: AWS services by themselves, and fixed answers. */
export function createServiceControllers(dtos: Dtos): readonly Type[] {
  const dto = (name: string): Type => dtos.dtoOf(name)!.type;

  @Controller({ path: 'pipeline', version: '2' })
  @ApiTags('Pipeline')
  @AwsAuthorizer(signed)
  class PipelineController {
    @Post('complaints')
    @AwsSqs({ queueUrl: '${complaints_queue_url}', message: fromBody() })
    @ApiBody({ type: dto('Complaint') })
    complain(@Body() _complaint: object): void {}

    @Post('telemetry/:vehicleId')
    @AwsKinesis({ stream: '${telemetry_stream}', partitionKey: fromPath('vehicleId'), data: fromBody() })
    @ApiBody({ type: dto('Telemetry') })
    record(@Param('vehicleId') _vehicleId: string, @Body() _telemetry: object): void {}

    @Post('alerts')
    @AwsSns({ topicArn: '${alerts_topic_arn}', subject: 'Alert', message: fromBody() })
    @ApiBody({ type: dto('Failure') })
    alert(@Body() _failure: object): void {}

    @Post('audit')
    @AwsEventBridge({
      eventBus: '${audit_bus}',
      source: 'back-office',
      detailType: 'Audited',
      detail: fromBody(),
    })
    @ApiBody({ type: dto('AuditEntry') })
    audit(@Body() _entry: object): void {}

    @Post('exports')
    @AwsStepFunctions({
      action: 'StartExecution',
      stateMachineArn: '${export_workflow_arn}',
      input: fromBody(),
    })
    @ApiBody({ type: dto('CreateExport') })
    start(@Body() _export: object): void {}
  }

  @Controller({ path: 'drafts', version: '2' })
  @AwsApiKey()
  class DraftsController {
    @Get(':owner')
    @AwsDynamoDb({
      action: 'Query',
      table: '${drafts_table}',
      key: { pk: text`DRAFT#${fromPath('owner')}` },
      cursor: fromQuery('cursor'),
    })
    @ApiOkResponse({ type: [dto('Draft')] })
    list(@Param('owner') _owner: string, @Query('cursor') _cursor: string): void {}

    @Put(':owner/:id')
    @AwsDynamoDb({
      action: 'PutItem',
      table: '${drafts_table}',
      key: { pk: text`DRAFT#${fromPath('owner')}`, sk: fromPath('id') },
      item: fromBody(),
    })
    @ApiBody({ type: dto('DraftInput') })
    save(@Param('owner') _owner: string, @Param('id') _id: string, @Body() _draft: object): void {}

    @Get(':owner/:id')
    @AwsDynamoDb({
      action: 'GetItem',
      table: '${drafts_table}',
      key: { pk: text`DRAFT#${fromPath('owner')}`, sk: fromPath('id') },
    })
    @ApiOkResponse({ type: dto('Draft') })
    read(@Param('owner') _owner: string, @Param('id') _id: string): void {}
  }

  @Controller({ path: 'brochures', version: '2' })
  @AwsPublic()
  @AwsCors({ allowOrigins: ['*'] })
  class BrochuresController {
    @Get(':file')
    @AwsS3({ action: 'GetObject', bucket: '${brochures_bucket}', key: text`public/${fromPath('file')}` })
    @ApiProduces('application/pdf')
    @ApiParam({ name: 'file', description: 'The name of a brochure.' })
    read(@Param('file') _file: string): void {}
  }

  @Controller({ path: 'health', version: VERSION_NEUTRAL })
  @AwsPublic()
  @AwsCors(false)
  @AwsValidation('none')
  class HealthController {
    @Get()
    @AwsMock({ body: { status: 'success' } })
    read(): void {}
  }

  /** Handlers that every kind of document inherits, by the concrete class. */
  abstract class DocumentsController {
    @Get()
    @AwsLambda('${list_documents_function_arn}')
    list(@Query('owner') _owner: string): void {}

    @Post(':id/sign')
    @AwsLambda({
      functionArn: '${sign_document_function_arn}',
      mode: 'async',
      credentials: '${gateway_role_arn}',
    })
    sign(@Param('id') _id: string): void {}
  }

  @Controller({ path: 'contracts', version: '2' })
  class ContractsController extends DocumentsController {}

  @Controller({ path: 'quotes', version: '2' })
  @AwsPublic()
  class QuotesController extends DocumentsController {}

  return [
    PipelineController,
    DraftsController,
    BrochuresController,
    HealthController,
    ContractsController,
    QuotesController,
  ];
}
