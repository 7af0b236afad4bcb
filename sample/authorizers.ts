import { CognitoAuthorizer, IamAuthorizer, LambdaAuthorizer } from 'nestjs-aws-gateway';

/** People, signed in to the user pool. */
export const people = new CognitoAuthorizer({ name: 'people', userPoolArns: ['${user_pool_arn}'] });

/**
 * Shops: a function looks at the token and at the shop that is spoken for. API Gateway assumes a role to call it. HTTP
 * APIs send it the event of REST APIs. Kong cannot ask a function: there a plugin of the shop's own asks the same.
 */
export const shops = new LambdaAuthorizer({
  name: 'shops',
  functionArn: '${shop_authorizer_function_arn}',
  credentials: '${gateway_role_arn}',
  identitySources: ['header.Authorization', 'header.x-shop'],
  resultTtl: 60,
  payloadFormat: '1.0',
  kong: { plugin: 'shop-auth', config: { url: 'https://${shop_auth_host}/check' } },
});

/** Devices, by one opaque token. The function's own policy lets API Gateway call it. */
export const devices = new LambdaAuthorizer({
  name: 'devices',
  type: 'token',
  invokeArn: '${device_authorizer_invoke_arn}',
  identitySources: ['header.x-device-token'],
  identityValidationExpression: '^[A-Za-z0-9]{32}$',
  resultTtl: 0,
});

/** Other services of the account, which sign their requests. */
export const services = new IamAuthorizer({ name: 'services' });
