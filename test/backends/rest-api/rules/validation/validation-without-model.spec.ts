import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProperty } from '@nestjs/swagger';
import { AwsIgnore, AwsValidation } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

class FileDto {
  @ApiProperty({ type: 'string', format: 'binary' }) file!: unknown;
}

class NoteDto {
  @ApiProperty() text!: string;
}

@Controller('files')
class SilentController {
  @Post()
  @AwsValidation('all')
  create(@Body() _note: NoteDto): void {}

  @Post('none')
  @AwsValidation('all')
  none(): void {}

  @Post('upload')
  @ApiConsumes('multipart/form-data')
  upload(@Body() _file: FileDto): void {}

  @Post('both')
  @AwsValidation('body')
  @ApiConsumes('application/json; charset=utf-8', 'multipart/form-data')
  both(@Body() _file: FileDto): void {}

  @Post('gone')
  @AwsValidation('body')
  @AwsIgnore('unknown-reference', 'the case is about another rule')
  @ApiBody({ schema: { $ref: '#/components/schemas/Gone' } })
  gone(): void {}

  @Post('text')
  @AwsValidation('params')
  @ApiBody({ schema: {} })
  text(): void {}
}

@Controller('uploads')
class HandlerController {
  @Post()
  @AwsValidation('all')
  @ApiConsumes('multipart/form-data')
  upload(@Body() _file: FileDto): void {}

  @Post('either')
  @AwsValidation('body')
  @ApiBody({ schema: { oneOf: [{ type: 'string' }, { type: 'number' }] } })
  either(): void {}

  @Post('maybe')
  @AwsValidation('body')
  @ApiBody({ type: [String], required: false })
  maybe(): void {}

  @Post('site')
  @AwsValidation('body')
  site(@Body() _site: URL): void {}
}

/** The class has routes with JSON, too: a setting for all of them is no word about each. */
@Controller('mixed')
@AwsValidation('all')
class ClassController {
  @Post('upload')
  @ApiConsumes('multipart/form-data')
  upload(@Body() _file: FileDto): void {}

  @Post('own')
  @AwsValidation('body')
  @ApiConsumes('text/csv')
  own(@Body() _file: string): void {}
}

class BaseController {
  @Post()
  @AwsValidation('body')
  @ApiBody({ schema: { type: 'object', nullable: true } })
  create(): void {}
}

@Controller('one')
class OneController extends BaseController {}

testRule('validation-without-model', [
  {
    name: 'is silent on bodies with a model, on routes without a body, and where nobody asked for a check',
    controllers: [SilentController],
    options: { ...ANSWERED, validation: 'all' },
    reports: [],
  },
  {
    name: 'reports bodies that are no JSON, of no one type, and missing ones that would count as an object',
    controllers: [HandlerController],
    reports: [
      'validation-without-model warning at HandlerController.either POST /uploads/either',
      'validation-without-model warning at HandlerController.maybe POST /uploads/maybe',
      ['validation-without-model warning at HandlerController.site POST /uploads/site', 'only as an object'],
      [
        'validation-without-model warning at HandlerController.upload POST /uploads',
        "@AwsValidation('all')",
        'multipart/form-data',
        "@AwsValidation('params')",
      ],
    ],
  },
  {
    name: 'reports in a class what a handler itself says',
    controllers: [ClassController],
    reports: [
      [
        'validation-without-model warning at ClassController.own POST /mixed/own',
        "@AwsValidation('body')",
        'text/csv',
        "@AwsValidation('none')",
      ],
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: ['validation-without-model warning at OneController.create POST /one'],
  },
]);
