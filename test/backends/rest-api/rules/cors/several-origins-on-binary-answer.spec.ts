import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { AwsCors, AwsLambda, AwsS3, fromPath } from 'nestjs-aws-gateway';
import { testRule, type Report } from '../../../../support/test-rule.js';

const TWO = ['https://a.example.com', 'https://b.example.com'];
const object = (bucket: string): MethodDecorator =>
  AwsS3({ action: 'GetObject', bucket, key: fromPath('file'), credentials: '${role_arn}' });
const image = { content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } };

@Controller('silent')
class SilentController {
  @Get('one/:file')
  @AwsCors({ allowOrigins: ['https://a.example.com'] })
  @object('${bucket}')
  one(@Param('file') _file: string): void {}

  @Get('any/:file')
  @AwsCors({ allowOrigins: ['*'] })
  @object('${bucket}')
  any(@Param('file') _file: string): void {}

  @Get('text/:file')
  @AwsCors({ allowOrigins: TWO })
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String })
  @object('${bucket}')
  text(@Param('file') _file: string): void {}

  @Get('produced/:file')
  @AwsCors({ allowOrigins: TWO })
  @ApiProduces('text/plain')
  @object('${bucket}')
  produced(@Param('file') _file: string): void {}

  @Get('proxy/:file')
  @AwsCors({ allowOrigins: TWO })
  @ApiOkResponse(image)
  proxied(@Param('file') _file: string): void {}
}

@Controller('handler')
class HandlerController {
  @Get('object/:file')
  @AwsCors({ allowOrigins: TWO })
  @object('${bucket}')
  object(@Param('file') _file: string): void {}

  @Get('custom/:file')
  @AwsCors({ allowOrigins: ['https://*.example.com'] })
  @ApiOkResponse(image)
  @AwsLambda({ functionArn: '${function_arn}', mode: 'custom' })
  custom(@Param('file') _file: string): void {}

  @Get('produced/:file')
  @AwsCors({ allowOrigins: TWO })
  @ApiProduces('application/pdf')
  @AwsLambda({ functionArn: '${function_arn}', mode: 'custom' })
  produced(@Param('file') _file: string): void {}

  @Get('converted/:file')
  @AwsCors({ allowOrigins: TWO })
  @AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    responses: { default: { statusCode: '200', contentHandling: 'CONVERT_TO_BINARY' } },
  })
  converted(@Param('file') _file: string): void {}
}

class BaseController {
  @Get(':file')
  @object('${bucket}')
  read(@Param('file') _file: string): void {}
}

@Controller('class')
@AwsCors({ allowOrigins: TWO })
class ClassController extends BaseController {}

const report = (place: string): Report => [`several-origins-on-binary-answer error at ${place}`, '200'];

testRule('several-origins-on-binary-answer', [
  {
    name: 'is silent for one origin, any, text and proxies',
    controllers: [SilentController],
    configure: (app) => app.enableCors({ origin: TWO }),
    reports: [],
  },
  {
    name: 'reports objects and documented types',
    controllers: [HandlerController],
    reports: [
      report('HandlerController.converted GET /handler/converted/{file}'),
      report('HandlerController.custom GET /handler/custom/{file}'),
      report('HandlerController.object GET /handler/object/{file}'),
      report('HandlerController.produced GET /handler/produced/{file}'),
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [report('ClassController.read GET /class/{file}')],
  },
]);
