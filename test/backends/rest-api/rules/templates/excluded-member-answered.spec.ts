import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, OmitType } from '@nestjs/swagger';
import { Exclude, Expose, Transform } from 'class-transformer';
import { AwsDynamoDb, AwsHttp, fromPath } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };
const item = { action: 'GetItem', table: 'users', key: { pk: fromPath('id') } } as const;

class UserDto {
  @ApiProperty() id!: string;

  @ApiProperty()
  @Exclude()
  password!: string;

  @ApiProperty()
  @Exclude({ toClassOnly: true })
  age!: number;
}

class PublicUserDto extends OmitType(UserDto, ['password']) {}

@Exclude()
class TokenDto {
  @ApiProperty()
  @Expose()
  name!: string;

  @ApiProperty() secret!: string;
}

class ViewDto {
  @ApiProperty()
  @Expose({ groups: ['admin'] })
  grade!: string;

  @ApiProperty()
  @Transform(() => '***', { toPlainOnly: true })
  card!: string;

  @ApiProperty()
  @Transform(({ value }: { readonly value: string }) => value.trim())
  note!: string;

  @ApiProperty({ type: UserDto })
  user!: UserDto;
}

class PageDto {
  @ApiProperty({ type: [UserDto] }) users!: UserDto[];
}

@Controller('silent')
class SilentController {
  @Get(':id')
  @AwsDynamoDb(item)
  @ApiOkResponse({ type: PublicUserDto })
  read(): void {}

  @Get('proxied/:id')
  @AwsHttp('https://users.example.com')
  @ApiOkResponse({ type: UserDto })
  proxied(): void {}
}

@Controller('users')
class HandlerController {
  @Get(':id')
  @AwsDynamoDb(item)
  @ApiOkResponse({ type: UserDto })
  read(): void {}

  @Get()
  @AwsDynamoDb({ action: 'Scan', table: 'users', limit: 10 })
  @ApiOkResponse({ type: PageDto })
  list(): void {}
}

@Controller('views')
class ViewsController {
  @Get(':id')
  @AwsDynamoDb(item)
  @ApiOkResponse({ type: ViewDto })
  whole(): void {}

  @Get('part/:id')
  @AwsDynamoDb({ ...item, projection: ['note', 'card'] })
  @ApiOkResponse({ type: ViewDto })
  part(): void {}
}

class BaseController {
  @Get(':id')
  @ApiOkResponse({ type: TokenDto })
  read(): void {}
}

@Controller('one')
@AwsDynamoDb(item)
class OneController extends BaseController {}

testRule('excluded-member-answered', [
  {
    name: 'is silent where the response has no such member, and where the handler runs',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports a member of the response, and of what is in it',
    controllers: [HandlerController],
    options,
    reports: [
      [
        'excluded-member-answered warning at HandlerController.list GET /users UserDto.password',
        'password',
        'OmitType',
      ],
      [
        'excluded-member-answered warning at HandlerController.read GET /users/{id} UserDto.password',
        'password',
      ],
    ],
  },
  {
    name: 'reports what groups and transformations hide, as far as it is read',
    controllers: [ViewsController],
    options,
    reports: [
      [
        'excluded-member-answered warning at ViewsController.part GET /views/part/{id} ViewDto.card',
        '@Transform()',
      ],
      [
        'excluded-member-answered warning at ViewsController.whole GET /views/{id} UserDto.password',
        '@Exclude()',
      ],
      ['excluded-member-answered warning at ViewsController.whole GET /views/{id} ViewDto.card', 'card'],
      [
        'excluded-member-answered warning at ViewsController.whole GET /views/{id} ViewDto.grade',
        '@Expose({ groups })',
      ],
    ],
  },
  {
    name: 'reports what a class exposes not, in an inherited handler',
    controllers: [OneController],
    options,
    reports: [
      ['excluded-member-answered warning at OneController.read GET /one/{id} TokenDto.secret', 'secret'],
    ],
  },
]);
