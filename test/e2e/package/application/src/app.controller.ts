import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AwsAuthorizer, AwsCors, AwsIgnore, AwsLambda, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { AppService } from './app.service.js';
import { GreetingDto } from './greeting.dto.js';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_arn}' });

@Controller()
@AwsCors({ allowOrigins: ['https://app.example.com'] })
@AwsIgnore('proxy-without-cors-headers', 'the functions answer them')
export class AppController {
  constructor(private readonly appService: AppService) {}

  @Get()
  @AwsLambda('${hello_arn}')
  getHello(): string {
    return this.appService.getHello();
  }

  @Post('greetings/:language')
  @AwsLambda('${greet_arn}')
  @AwsAuthorizer(bearer)
  greet(@Param('language') _language: string, @Body() greeting: GreetingDto): GreetingDto {
    return greeting;
  }
}
