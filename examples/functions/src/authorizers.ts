import { LambdaAuthorizer } from 'nestjs-aws-gateway';

export const bearer = new LambdaAuthorizer({
  name: 'bearer',
  functionArn: '${authorizer_function_arn}',
  resultTtl: 300,
});
