import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProperty, ApiQuery, DocumentBuilder } from '@nestjs/swagger';
import { AwsIgnore } from 'nestjs-aws-gateway';
import { testRule } from '../../../support/test-rule.js';

class LooseDto {
  @ApiProperty({ type: 'any' as 'string' }) anything!: unknown;
  @ApiProperty({ type: 'String' as 'string' }) text!: string;
  @ApiProperty({ type: 'string' }) type!: string;
}

@Controller('silent')
class SilentController {
  @Post()
  @ApiQuery({ name: 'q', required: null as never })
  @ApiOkResponse({ type: LooseDto })
  create(@Body() _loose: LooseDto): void {}

  @Get(['one/:id', 'all'])
  several(@Param('id') _id?: string): void {}
}

class OddDto {
  @ApiProperty({ type: 'Money' as 'string' }) price!: unknown;
  @ApiProperty({ type: 'Money' as 'string' }) tax!: unknown;
}

class PartDto {
  @ApiProperty() name!: string;
}

class TwiceDto {
  @ApiProperty({ type: [PartDto], isArray: true }) parts!: PartDto[];
}

@Controller('twice')
class TwiceController {
  @Post()
  create(@Body() _twice: TwiceDto): void {}
}

@Controller('odd')
class OddController {
  @Post()
  create(@Body() _odd: OddDto): void {}

  @Get(':id')
  @ApiParam({ name: 'userId' })
  read(@Param('id') _id: string): void {}
}

class ConstantDto {
  @ApiProperty({ const: 'a', type: ['string', 'null'], examples: ['a'] } as never) kind!: string;
  @ApiProperty({ type: 'array', items: {}, prefixItems: [{ type: 'string' }] } as never) pair!: unknown[];
  @ApiProperty({ type: 'array', items: {}, prefixItems: [] } as never) other!: unknown[];
}

class FilterDto {
  @ApiProperty({ readOnly: true, title: 'Q' }) q!: string;
}

@Controller('newer')
class NewerController {
  @Post()
  @ApiOkResponse({ description: 'x', odd: 1 } as never)
  create(@Body() _constant: ConstantDto, @Query() _filter: FilterDto): void {}
}

@Controller('ignored')
class IgnoringController {
  @Post()
  @AwsIgnore('invalid-public-document', 'no client is generated')
  create(@Body() _constant: OddDto): void {}
}

class OtherOddDto {
  @ApiProperty({ type: 'Money' as 'string' }) fee!: unknown;
}

@Controller('jam')
class ReportingController {
  @Post()
  create(@Body() _other: OtherOddDto): void {}
}

testRule('invalid-public-document', [
  { name: 'is silent on what has one meaning', controllers: [SilentController], reports: [] },
  {
    name: 'reports an unknown type once, and a path parameter that no path has',
    controllers: [OddController],
    reports: [
      ['invalid-public-document warning at OddController.create POST /odd OddDto.price', 'Money', '1 more'],
      ['invalid-public-document warning at OddController.read GET /odd/{id}', 'userId'],
    ],
  },
  {
    name: 'names the list that is declared twice',
    controllers: [TwiceController],
    reports: [
      [
        'invalid-public-document warning at TwiceController.create POST /twice TwiceDto.parts.items.items',
        'partDto',
        'isArray',
      ],
    ],
  },
  {
    name: 'reports members that the version does not know, each once',
    controllers: [NewerController],
    reports: [
      [
        'invalid-public-document warning at NewerController.create POST /newer ConstantDto.pair.prefixItems',
        '1 more',
        '3.1.0',
      ],
      ['invalid-public-document warning at NewerController.create POST /newer responses.200.odd', 'odd'],
    ],
  },
  {
    name: 'is silent on keywords of schemas that 3.1 knows',
    controllers: [NewerController],
    config: new DocumentBuilder().setTitle('Test').setVersion('1.0').setOpenAPIVersion('3.1.0').build(),
    reports: [
      ['invalid-public-document warning at NewerController.create POST /newer responses.200.odd', '3.1.0'],
    ],
  },
  {
    name: 'reports the first place that is not ignored, and nothing where all are',
    controllers: [IgnoringController, ReportingController],
    reports: [
      [
        'invalid-public-document warning at ReportingController.create POST /jam OtherOddDto.fee',
        'Money',
        '2 more',
      ],
    ],
  },
  { name: 'is ignored at each of its places', controllers: [IgnoringController], reports: [] },
  {
    name: 'reports a security scheme without a type',
    controllers: [SilentController],
    config: new DocumentBuilder()
      .setTitle('Test')
      .setVersion('1.0')
      .addSecurity('token', { scheme: 'bearer' } as never)
      .build(),
    reports: [['invalid-public-document warning at module components.securitySchemes.token', 'token']],
  },
]);
