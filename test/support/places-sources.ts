/** An application with one fault of each kind of place. `MARK` stands before what is to be found. */
const MARKED: Readonly<Record<string, string>> = {
  auth: `import { JwtAuthorizer, LambdaAuthorizer } from 'nestjs-aws-gateway';

export const bearer = new «LambdaAuthorizer({
  name: 'bearer',
  functionArn: '\${authorizer_arn}',
  resultTtl: 9999,
});

export const jwt = new «JwtAuthorizer({ name: 'jwt', issuer: 'id.example.com', audience: ['shop'] });
`,
  'users.controller': `import { Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { AwsAuthorizer, AwsCors, AwsIgnore, AwsLambda } from 'nestjs-aws-gateway';
import { bearer, jwt } from './auth.js';

interface Named {
  readonly name: string;
}

@Controller('users')
«@AwsCors({
  allowOrigins: ['no origin'],
})
@AwsAuthorizer(bearer)
export class UsersController {
  readonly named: Named = { name: '' };

  @Get()
  «@AwsLambda({
    functionArn: '\${list_arn}',
    timeout: 5,
  })
  list(): string[] {
    return [];
  }

  @Get(':name') «@AwsIgnore('limit-near', 'none') «@AwsLambda({ functionArn: '\${get_arn}', timout: 500 } as never) get(@Param('name') name: string): string {
    return this.named.name + name;
  }

  @Post()
  async «create(): Promise<void> {}

  @Delete(':name')
  «remove(@Param('name') name: string): void {
    void name;
  }

  @Get('self/token')
  @AwsLambda('\${self_arn}')
  @AwsAuthorizer(jwt)
  self(): void {}
}
`,
  'app.module': `import { Module } from '@nestjs/common';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import { UsersController } from './users.controller.js';

@Module({
  imports: [AwsGatewayModule.«forRoot({ validaton: 'all' } as object)],
  controllers: [UsersController],
})
export class AppModule {}
`,
  apigen: `import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.js';

void runApigen(AppModule);
`,
  reversed: `import { AppModule } from './app.module.js';
import { runApigen } from 'nestjs-aws-gateway/cli';

void runApigen(AppModule);
`,
};

export const PLACES = Object.fromEntries(
  Object.entries(MARKED).map(([name, text]) => [name, text.replaceAll('«', '')]),
);

/** The place of each mark, in order: `src/auth.ts:3:27`. */
export const EXPECTED_PLACES: readonly string[] = Object.entries(MARKED).flatMap(([name, text]) =>
  text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/«/g)].map(
      // The marks before it in its line are not in the source.
      (mark, earlier) => `src/${name}.ts:${index + 1}:${mark.index + 1 - earlier}`,
    ),
  ),
);
