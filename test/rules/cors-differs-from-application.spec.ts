import { Controller, Post, type INestApplication } from '@nestjs/common';
import { AwsCors, AwsLambda } from 'nestjs-aws-gateway';
import { testRule, type Report } from '../support/test-rule.js';

const APP = 'https://app.example.com';
const configure = (app: INestApplication): void => app.enableCors({ origin: [APP, 'https://b.example.com'] });

@Controller('silent')
class SilentController {
  @Post('same')
  @AwsCors({ allowOrigins: ['https://B.example.com:443', APP] })
  same(): void {}

  @Post('unknown')
  @AwsCors({ allowOrigins: ['${origin}'] })
  unknown(): void {}

  @Post('derived')
  derived(): void {}

  @Post('off')
  @AwsCors(false)
  off(): void {}
}

@Controller('elsewhere')
class ElsewhereController {
  @Post()
  @AwsLambda('${other_function_arn}')
  elsewhere(): void {}
}

@Controller('handler')
class HandlerController {
  @Post()
  @AwsCors({ allowOrigins: ['https://www.example.com', APP], allowCredentials: true })
  create(): void {}
}

class BaseController {
  @Post('a')
  a(): void {}

  @Post('b')
  b(): void {}
}

@Controller('class')
@AwsCors({ allowOrigins: [APP] })
class ClassController extends BaseController {}

@Controller('plain')
class PlainController {
  @Post()
  create(): void {}
}

const report = (place: string, ...values: readonly string[]): Report => [
  `cors-differs-from-application warning at ${place}`,
  ...values,
];

testRule('cors-differs-from-application', [
  {
    name: 'is silent where both say the same, or one is unknown',
    controllers: [SilentController, ElsewhereController],
    configure,
    reports: [],
  },
  {
    name: 'is silent where the application allows every origin',
    controllers: [ClassController],
    configure: (app) => app.enableCors(),
    reports: [],
  },
  {
    name: 'reports origins of either side, and credentials',
    controllers: [HandlerController],
    configure,
    reports: [
      report('HandlerController.create', 'https://b.example.com'),
      report('HandlerController.create', 'https://www.example.com'),
      report('HandlerController.create', 'allowCredentials: true', 'credentials: false'),
    ],
  },
  {
    name: 'reports origins of the application that no browser sends',
    controllers: [PlainController],
    configure: (app) =>
      app.enableCors({ origin: [APP, 'https://App.example.com/', 'https://*.example.com', '*'] }),
    reports: ['*', 'https://*.example.com', 'https://App.example.com/'].map((origin) => [
      'cors-differs-from-application warning at module',
      origin,
    ]),
  },
  {
    name: 'reports a class once',
    controllers: [ClassController],
    configure,
    reports: [report('ClassController', 'https://b.example.com')],
  },
]);
