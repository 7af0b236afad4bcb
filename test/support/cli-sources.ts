/** The application that the command's tests run on, file by file. */
export const SHOP = {
  'app.module': `
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty } from '@nestjs/swagger';
import { AwsAuthorizer, AwsCors, AwsGatewayModule, AwsMock, LambdaAuthorizer } from 'nestjs-aws-gateway';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '\${authorizer_arn}' });

class User {
  @ApiProperty({ description: 'costs \${money} %{if} $\${x}\\nyes: "no"', enum: ['yes', 'no', '0777'] })
  name!: string;
}

class Pet {
  @ApiProperty()
  age!: number;
}

@Controller('users')
@AwsCors({ allowOrigins: ['https://app.example'] })
@AwsAuthorizer(bearer)
class UsersController {
  @Post()
  create(@Body() user: User): User {
    return user;
  }

  @Get(':name')
  get(@Param('name') name: string): string {
    return name;
  }
}

@Controller('pets')
class PetsController {
  constructor() {
    throw new Error('a controller was built');
  }

  @Get()
  @ApiOperation({ summary: 'on' })
  @AwsMock({ status: 200, body: [] })
  list(@Body() pet: Pet): Pet[] {
    return [pet];
  }
}

@Module({ controllers: [UsersController] })
class UsersModule {}

@Module({ controllers: [PetsController] })
class PetsModule {}

@Module({
  imports: [
    AwsGatewayModule.forRoot({ models: 'all', integration: { kind: 'lambda', functionArn: '\${users_arn}' } }),
    ...(process.env['REVERSED'] ? [PetsModule, UsersModule] : [UsersModule, PetsModule]),
  ],
})
export class AppModule {}
`,
  apigen: entry("{ configure: (app) => app.setGlobalPrefix('v1').enableCors() }"),
};

/** An entry file with the given options of `runApigen`. */
export function entry(options = '{}', module = './app.module.js', head = ''): string {
  return `
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from '${module}';
${head}
await runApigen(AppModule, ${options});
`;
}

/** A module of one route; `rest` are more members of it, `head` stands before it. */
export function moduleWith({
  decorator = "@AwsLambda('${list_arn}')",
  imports = 'AwsGatewayModule.forRoot()',
  members = '',
  head = '',
}: {
  readonly decorator?: string;
  readonly imports?: string;
  readonly members?: string;
  readonly head?: string;
}): string {
  return `
import { Controller, Get, Module } from '@nestjs/common';
import { AwsCors, AwsGatewayModule, AwsIgnore, AwsLambda } from 'nestjs-aws-gateway';
class Database {}
${head}
@Controller('users')
class UsersController {
  ${members}
  @Get()
  ${decorator}
  list(): string[] {
    return [];
  }
}
@Module({ imports: [${imports}], controllers: [UsersController] })
export class AppModule {}
`;
}
