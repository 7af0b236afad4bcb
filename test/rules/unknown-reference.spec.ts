import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  ApiQuery,
  ApiResponse,
  DocumentBuilder,
  getSchemaPath,
  refs,
} from '@nestjs/swagger';
import { AwsDynamoDb, AwsValidation, fromPath } from 'nestjs-aws-gateway';
import { CONFIG } from '../support/create-app.js';
import { testRule } from '../support/test-rule.js';

class CatDto {
  @ApiProperty() lives!: number;
}

class DogDto {
  @ApiProperty() bark!: string;
}

/** Its name is not one of OpenAPI's, and Nest writes it into references as it is. */
class PetDto {
  @ApiProperty({ oneOf: refs(CatDto, DogDto) }) pet!: CatDto | DogDto;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { $ref: '#/components/schemas/None' } })
  notes!: Record<string, unknown>;
}
Object.defineProperty(PetDto, 'name', { value: 'Pet<a/b~1c%20d>' });

@Controller('pets')
@ApiExtraModels(CatDto, DogDto)
class SilentController {
  @Post()
  @ApiOkResponse({ type: PetDto })
  @ApiResponse({ status: 404, $ref: '#/components/responses/Missing' } as never)
  create(@Body() _pet: PetDto): void {}

  @Get('lives')
  @ApiOkResponse({ schema: { $ref: `${getSchemaPath(CatDto)}/properties/lives` } })
  lives(): void {}
}

class OwnerDto {
  @ApiProperty({ oneOf: refs(CatDto, DogDto) }) pet!: CatDto | DogDto;
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/Home' } }) homes!: unknown[];
}

@Controller('owners')
@ApiExtraModels(DogDto)
class HandlerController {
  @Post()
  @ApiOkResponse({ type: OwnerDto })
  create(@Body() _owner: OwnerDto): void {}

  @Post('again')
  again(@Body() _owner: OwnerDto): void {}

  @Get()
  @ApiQuery({ name: 'sort', schema: { $ref: '#/components/schemas/Sort' } })
  @ApiResponse({ status: 404, $ref: '#/components/responses/Gone' } as never)
  @ApiOkResponse({ schema: { type: 'object', properties: { a: { $ref: 'other.yaml#/Pet' } } } })
  list(): void {}

  @Post('raw')
  @ApiBody({ schema: { $ref: '#/$defs/Raw' } })
  raw(): void {}
}

@Controller('all')
@ApiResponse({ status: 500, schema: { $ref: '#/components/schemas/ErrorDto' } })
class ClassController {
  @Get()
  @ApiOkResponse()
  list(): void {}
}

class BaseController {
  @Get()
  @ApiOkResponse({ schema: { $ref: getSchemaPath(OwnerDto) } })
  list(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller('checked')
@ApiResponse({ status: 500, schema: { $ref: '#/components/schemas/ErrorDto' } })
class ManyController {
  @Get()
  list(): void {}

  @Post('first')
  @ApiBody({ schema: { $ref: '#/components/schemas/ErrorDto' } })
  first(): void {}

  @Post()
  @AwsValidation('body')
  @ApiBody({ schema: { type: 'array', items: { $ref: '#/components/schemas/ErrorDto' } } })
  create(): void {}
}

class Job {
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/Step' } }) steps!: unknown[];
}

@Controller('jobs')
class ServiceController {
  @Get()
  @ApiOkResponse({ type: Job })
  list(): void {}

  @Get(':id')
  @AwsValidation('none')
  @AwsDynamoDb({
    action: 'GetItem',
    table: 'jobs',
    key: { pk: fromPath('id') },
    credentials: 'arn:aws:iam::111122223333:role/gateway',
  })
  @ApiOkResponse({ type: Job })
  read(): void {}
}

@Controller('twice')
class TwiceController {
  @Post()
  @ApiBody({ type: [DogDto], isArray: true })
  create(@Body() _dogs: DogDto[]): void {}
}

testRule('unknown-reference', [
  {
    name: 'is silent on what the document has, under whatever name, and on data that looks like a reference',
    controllers: [SilentController],
    config: {
      ...CONFIG,
      components: {
        responses: {
          Missing: {
            description: 'None',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/CatDto' } } },
          },
        },
      },
    },
    reports: [],
  },
  {
    name: 'reports each missing name once, members of DTOs at the first route that has them',
    controllers: [HandlerController],
    reports: [
      [
        'unknown-reference warning at HandlerController.create POST /owners OwnerDto.homes[]',
        '#/components/schemas/Home',
        '@ApiExtraModels(Home)',
      ],
      [
        'unknown-reference warning at HandlerController.create POST /owners OwnerDto.pet',
        '#/components/schemas/CatDto',
        '@ApiExtraModels(CatDto)',
      ],
      [
        'unknown-reference warning at HandlerController.list GET /owners',
        'sort',
        '#/components/schemas/Sort',
      ],
      ['unknown-reference warning at HandlerController.list GET /owners', '#/components/responses/Gone'],
      ['unknown-reference warning at HandlerController.list GET /owners a', 'other.yaml#/Pet'],
      [
        'unknown-reference warning at HandlerController.raw POST /owners/raw',
        '#/$defs/Raw',
        'cleanupOpenApiDoc',
      ],
    ],
  },
  {
    name: 'names the list that is declared twice',
    controllers: [TwiceController],
    reports: [['unknown-reference warning at TwiceController.create POST /twice []', 'isArray: true']],
  },
  {
    name: 'reports what a class documents',
    controllers: [ClassController],
    reports: [
      [
        'unknown-reference warning at ClassController.list GET /all',
        '500',
        '#/components/schemas/ErrorDto',
        '@ApiExtraModels(ErrorDto)',
      ],
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    config: new DocumentBuilder().setTitle('Test').setVersion('1.0').setOpenAPIVersion('3.1.0').build(),
    reports: [
      [
        'unknown-reference warning at OneController.list GET /one',
        '200',
        '#/components/schemas/OwnerDto',
        '@ApiExtraModels(OwnerDto)',
      ],
    ],
  },
  {
    name: 'reports a name once for all its places, at one that API Gateway would check',
    controllers: [ManyController],
    reports: [
      [
        'unknown-reference error at ManyController.create POST /checked []',
        '#/components/schemas/ErrorDto',
        '4 more',
        '@ApiExtraModels(ErrorDto)',
      ],
    ],
  },
  {
    name: 'reports as an error what a template would follow',
    controllers: [ServiceController],
    reports: [
      [
        'unknown-reference error at ServiceController.read GET /jobs/{id} Job.steps[]',
        '#/components/schemas/Step',
      ],
    ],
  },
]);
