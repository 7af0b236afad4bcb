export { AwsGatewayModule, type AwsGatewayDocuments } from './aws-gateway.module.js';
export type {
  AwsGatewayEndpoint,
  AwsGatewayIntegration,
  AwsGatewayOptions,
  AwsGatewayResponse,
} from './aws-gateway.options.js';
export type { Authorizer, PublicSecurityScheme } from './authorizers/authorizer.js';
export { CognitoAuthorizer, type CognitoAuthorizerOptions } from './authorizers/cognito-authorizer.js';
export { IamAuthorizer, type IamAuthorizerOptions } from './authorizers/iam-authorizer.js';
export {
  LambdaAuthorizer,
  type IdentitySource,
  type LambdaAuthorizerOptions,
} from './authorizers/lambda-authorizer.js';
export { AwsApiKey } from './decorators/aws-api-key.decorator.js';
export { AwsAuthorizer, type AwsAuthorizerOptions } from './decorators/aws-authorizer.decorator.js';
export { AwsCors, type AwsCorsOptions } from './decorators/aws-cors.decorator.js';
export { AwsExclude, type AwsExcludeOptions } from './decorators/aws-exclude.decorator.js';
export { AwsHttp, type AwsHttpOptions } from './decorators/aws-http.decorator.js';
export { AwsIntegration, type AwsRawIntegration } from './decorators/aws-integration.decorator.js';
export type {
  AwsIntegrationResponse,
  AwsIntegrationResponses,
} from './decorators/aws-integration-response.js';
export { AwsLambda, type AwsLambdaOptions } from './decorators/aws-lambda.decorator.js';
export { AwsMock, type AwsMockOptions } from './decorators/aws-mock.decorator.js';
export { AwsPublic } from './decorators/aws-public.decorator.js';
export { AwsValidation, type AwsValidationMode } from './decorators/aws-validation.decorator.js';
export type { Diagnostic, DiagnosticPlace, Severity } from './diagnostics/diagnostic.js';
