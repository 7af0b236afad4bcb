import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProperty, ApiQuery, DocumentBuilder } from '@nestjs/swagger';
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

@Controller('odd')
class OddController {
  @Post()
  create(@Body() _odd: OddDto): void {}

  @Get(':id')
  @ApiParam({ name: 'userId' })
  read(@Param('id') _id: string): void {}
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
