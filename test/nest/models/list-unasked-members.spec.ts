import { Body, Controller, Post, type Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Allow, IsEnum, IsNotEmpty, IsOptional, IsString, Length, ValidateIf } from 'class-validator';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AwsLambda, AwsSqs, fromBody } from '../../../lib/index.js';
import { listUnaskedMembers } from '../../../lib/nest/models/list-unasked-members.js';
import { fitsModel } from '../../../lib/testing/gateway/validation/fits-model.js';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../support/create-app.js';

class PhotoDto {
  @ApiProperty() @IsNotEmpty() declare id: string;
}

class UserDto {
  @ApiProperty() @IsString() declare name: string;

  @ApiPropertyOptional({ name: 'family', maxLength: 3 }) @IsOptional() @Length(1, 3) declare last?: string;

  @ApiPropertyOptional({ type: () => PhotoDto }) @IsOptional() declare photo?: PhotoDto;

  // Documented as required, which it is not.
  @ApiProperty() @IsOptional() declare nick: string;

  @ApiProperty() @ValidateIf(({ nick }: UserDto) => nick === undefined) @IsString() declare alias: string;

  @ApiPropertyOptional({ enum: ['a', 'b'] }) @IsOptional() @IsEnum(['a', 'b']) declare kind?: string;

  @ApiPropertyOptional() @Allow() declare note?: string;

  @ApiPropertyOptional() @Allow() @IsString() declare title?: string;

  @ApiPropertyOptional({ nullable: false }) @IsOptional() @IsString() declare job?: string;
}

class AdminDto extends UserDto {
  @ApiProperty() @IsString() declare desk: string;
}

class PartialUserDto extends PartialType(UserDto) {}

@Controller('users')
class UsersController {
  @Post()
  create(@Body() _user: UserDto): void {}

  @Post('admins')
  createAdmin(@Body() _admin: AdminDto): void {}

  @Post('partial')
  change(@Body() _user: PartialUserDto): void {}
}

@Controller('own')
class OwnController {
  @AwsLambda('${own_arn}')
  @Post()
  create(@Body() _user: UserDto): void {}
}

@Controller('queued')
class QueuedController {
  @AwsSqs({ queueUrl: '${queue_url}', message: fromBody() })
  @Post()
  create(@Body() _user: UserDto): void {}
}

const shared = globalThis as { classValidatorMetadataStorage?: unknown };
const storage = shared.classValidatorMetadataStorage;

async function fitsIn(controller: Type): Promise<(name: string, body: object) => boolean> {
  const { privateDocument } = await compileControllers([controller], {
    integration: { kind: 'lambda', functionArn: '${function_arn}' },
    validation: 'body',
  });
  const document = writeTree(privateDocument) as unknown as Parameters<typeof fitsModel>[2];
  return (name, body) => fitsModel(body, { $ref: `#/components/schemas/${name}` }, document);
}

describe('members that class-validator does not always ask for', () => {
  afterEach(() => {
    shared.classValidatorMetadataStorage = storage;
  });

  it('are known by their documented names, inherited ones too', () => {
    const own = ['family', 'photo', 'nick', 'alias', 'kind', 'job'];
    expect([...listUnaskedMembers(UserDto)]).toEqual(own);
    expect([...listUnaskedMembers(AdminDto)]).toEqual(own);
    expect([...listUnaskedMembers(PartialUserDto)]).toEqual([
      'name',
      ...own.slice(0, -1),
      'note',
      'title',
      'job',
    ]);
    expect(listUnaskedMembers(PhotoDto).size).toBe(0);
  });

  it('are none without class-validator, or with one of another make', () => {
    for (const other of [undefined, {}, { getTargetValidationMetadatas: 1 }]) {
      shared.classValidatorMetadataStorage = other;
      expect(listUnaskedMembers(UserDto).size).toBe(0);
    }
  });

  it('may be absent in a body that API Gateway checks, even where they are documented as required', async () => {
    const fits = await fitsIn(UsersController);
    expect(fits('UserDto', { name: 'a' })).toBe(true);
    expect(fits('PartialUserDto', {})).toBe(true);
    expect(fits('AdminDto', { name: 'a', desk: 'b' })).toBe(true);
    expect(fits('AdminDto', { name: 'a' })).toBe(false);
    expect(fits('UserDto', {})).toBe(false);
    expect(fits('UserDto', { name: 'a', family: 'long' })).toBe(false);
    // Without its condition the application takes anything.
    expect(fits('UserDto', { name: 'a', alias: 1 })).toBe(true);
  });

  it('may be null where the application validates, unless the documentation says otherwise', async () => {
    const fits = await fitsIn(UsersController);
    for (const member of ['family', 'photo', 'nick', 'alias', 'kind', 'note'])
      expect(fits('UserDto', { name: 'a', [member]: null })).toBe(true);
    expect(fits('PartialUserDto', { name: null })).toBe(true);
    for (const member of ['name', 'title'])
      expect(fits('UserDto', { name: 'a', [member]: null })).toBe(false);
    for (const job of [null, 1]) expect(fits('UserDto', { name: 'a', job })).toBe(false);
  });

  it.each([OwnController, QueuedController])(
    'keep their types where no pipe runs: %p',
    async (controller) => {
      const fits = await fitsIn(controller);
      expect(fits('UserDto', { name: 'a', kind: 'a', nick: 'b' })).toBe(true);
      for (const member of [{ nick: null }, { nick: 1 }, { kind: 'c' }, { photo: 'd' }])
        expect(fits('UserDto', { name: 'a', ...member })).toBe(false);
    },
  );
});
