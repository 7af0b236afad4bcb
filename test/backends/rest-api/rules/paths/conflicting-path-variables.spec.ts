import { All, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsExclude,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsValidation,
  fromPath,
  LambdaAuthorizer,
  vtl,
} from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

class Item {
  @ApiProperty() name!: string;
}

/** The application answers: it routes by the path. */
@Controller('users')
class SilentController {
  @Get('me')
  literal(): void {}

  @Get(':id')
  read(): void {}

  @Get(':name/files/:file')
  files(): void {}

  @Delete(':key/files/:id')
  remove(): void {}

  @Get('me/:part')
  part(): void {}

  @Get(':id/mock/:of')
  @AwsMock({ status: 204 })
  mock(): void {}

  @Get(':user/item')
  @AwsDynamoDb({
    action: 'GetItem',
    table: 'users',
    key: { pk: fromPath('user') },
    credentials: 'arn:aws:iam::111122223333:role/gateway',
  })
  @ApiOkResponse({ type: Item })
  item(): void {}

  @Post(':user/raw')
  @AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'POST',
    uri: 'https://example.com/{user}',
    requestParameters: { 'integration.request.path.user': 'method.request.path.user' },
  })
  raw(): void {}
}

@Controller('users')
@AwsHttp('https://users.example.com')
class CoveredController {
  @Get(':id')
  read(): void {}

  @Post(':name/files')
  files(): void {}

  @All('*rest')
  rest(): void {}
}

@Controller('users')
@AwsLambda('${users_arn}')
class HandlerController {
  @Get(':id')
  read(): void {}

  @Get(':name/files/:file')
  files(): void {}

  @Delete(':id/files/:key')
  remove(): void {}

  @Post(':name/files/:file')
  write(): void {}

  @Get(':other')
  @AwsExclude()
  excluded(): void {}
}

@Controller('users')
class TemplatesController {
  @Post(':id')
  @AwsLambda({
    functionArn: '${users_arn}',
    mode: 'custom',
    requestTemplates: { 'application/json': '{"id":"$input.params(\'id\')"}' },
  })
  read(): void {}

  @Get(':name/item')
  @AwsDynamoDb({
    action: 'GetItem',
    table: 'users',
    key: { pk: vtl("$input.params('name')") },
    credentials: 'arn:aws:iam::111122223333:role/gateway',
  })
  @ApiOkResponse({ type: Item })
  item(): void {}
}

@Controller('users')
@AwsHttp('https://users.example.com')
class WildcardController {
  @Get(':id')
  read(): void {}

  @All('*rest')
  @AwsHttp('https://other.example.com')
  rest(): void {}
}

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_arn}' });

/** The wildcard would serve what is guarded, and check nothing. */
@Controller('users')
class GuardedController {
  @Get(':id')
  read(): void {}

  @All('*rest')
  @AwsPublic()
  rest(): void {}
}

@Controller('users')
class ValidatedController {
  @Get(':id')
  @AwsValidation('params')
  read(): void {}

  @All('*rest')
  rest(): void {}
}

@Controller('reports')
class SegmentsController {
  @Get(':name.:extension')
  file(): void {}

  @Get(':id')
  read(): void {}
}

class BaseController {
  @Get('a')
  read(): void {}
}

@Controller(':tenant')
@AwsLambda('${tenant_arn}')
class TenantController extends BaseController {}

@Controller(':organisation/b')
@AwsLambda('${organisation_arn}')
class OrganisationController extends BaseController {}

testRule('conflicting-path-variables', [
  { name: 'is silent where nothing reads the names', controllers: [SilentController], reports: [] },
  { name: 'is silent where a wildcard answers alike', controllers: [CoveredController], reports: [] },
  {
    name: 'is silent on one handler that has the name of its function, beside routes of the application',
    controllers: [OrganisationController, SilentController],
    reports: [],
  },
  {
    name: 'reports each level once, with the route that differs, levels below others too',
    controllers: [HandlerController],
    reports: [
      [
        'conflicting-path-variables error at HandlerController.files GET /users/{name}/files/{file}',
        'GET /users/{id}',
        'HandlerController.read',
        '{name}',
        'id',
        '1 more',
      ],
      [
        'conflicting-path-variables error at HandlerController.remove DELETE /users/{id}/files/{key}',
        'GET /users/{name}/files/{file}',
        'HandlerController.files',
        '/users/{name}/files',
        '{key}',
        'file',
      ],
    ],
  },
  {
    name: 'reports templates that read a name',
    controllers: [TemplatesController],
    reports: [
      [
        'conflicting-path-variables error at TemplatesController.item GET /users/{name}/item',
        'POST /users/{id}',
        'its template',
      ],
    ],
  },
  {
    name: 'reports a wildcard beside a variable of another backend',
    controllers: [WildcardController],
    reports: [
      [
        'conflicting-path-variables error at WildcardController.rest ANY /users/{rest+}',
        'GET /users/{id}',
        'WildcardController.read',
        '{id}',
      ],
    ],
  },
  {
    name: 'reports a wildcard that would open a guarded route',
    controllers: [GuardedController],
    options: { integration: { kind: 'lambda', functionArn: '${function_arn}' }, authorizer: bearer },
    reports: [
      ['catch-all-bypass warning at GuardedController.rest ANY /users/{rest+}'],
      ['conflicting-path-variables error at GuardedController.rest ANY /users/{rest+}'],
    ],
  },
  {
    name: 'reports a wildcard beside a route that is validated',
    controllers: [ValidatedController],
    reports: ['conflicting-path-variables error at ValidatedController.rest ANY /users/{rest+}'],
  },
  {
    name: 'leaves a segment that is no variable alone to its own report',
    controllers: [SegmentsController],
    reports: ['unsupported-path error at SegmentsController.file GET /reports/{name}.{extension}'],
  },
  {
    name: 'reports variables of classes, at the root, under inherited handlers',
    controllers: [TenantController, OrganisationController],
    reports: [
      [
        'conflicting-path-variables error at TenantController.read GET /{tenant}/a',
        'GET /{organisation}/b/a',
        'OrganisationController.read',
        '{organisation}',
        'organisation',
      ],
    ],
  },
]);
