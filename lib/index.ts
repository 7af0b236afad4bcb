export { AwsGatewayModule, type AwsGatewayDocuments, type AwsGatewayTexts } from './aws-gateway.module.js';
export type {
  AwsGatewayCatchAll,
  AwsGatewayEndpoint,
  AwsGatewayIntegration,
  AwsGatewayId,
  AwsGatewayLimits,
  AwsHttpApiOptions,
  AwsKongConsumer,
  AwsKongDialect,
  AwsKongOptions,
  AwsGatewayModels,
  AwsGatewayOptions,
  AwsGatewayResponse,
  AwsGatewayResponseType,
  AwsSecurityPolicy,
  AwsUsagePlan,
} from './aws-gateway.options.js';
export type { Authorizer } from './authorizers/authorizer.js';
export type { KongKeyAlgorithm, KongKeys, KongPlugin, KongPublicKey } from './authorizers/kong-guard.js';
export type { PublicSecurityScheme } from './authorizers/public-security-scheme.js';
export { CognitoAuthorizer, type CognitoAuthorizerOptions } from './authorizers/cognito-authorizer.js';
export { JwtAuthorizer, type JwtAuthorizerOptions } from './authorizers/jwt-authorizer.js';
export { IamAuthorizer, type IamAuthorizerOptions } from './authorizers/iam-authorizer.js';
export {
  LambdaAuthorizer,
  type IdentitySource,
  type LambdaAuthorizerOptions,
} from './authorizers/lambda-authorizer.js';
export { AwsApiKey } from './decorators/aws-api-key.decorator.js';
export { AwsAuthorizer, type AwsAuthorizerOptions } from './decorators/aws-authorizer.decorator.js';
export { AwsCache, type AwsCacheKey, type AwsCacheOptions } from './decorators/aws-cache.decorator.js';
export { AwsCors, type AwsCorsOptions } from './decorators/aws-cors.decorator.js';
export {
  AwsDynamoDb,
  type AwsAttributes,
  type AwsAttributeValue,
  type AwsDynamoDbCondition,
  type AwsDynamoDbExpression,
  type AwsDynamoDbOptions,
  type AwsSortKeyCondition,
} from './decorators/aws-dynamo-db.decorator.js';
export { AwsEventBridge, type AwsEventBridgeOptions } from './decorators/aws-event-bridge.decorator.js';
export { AwsExclude, type AwsExcludeOptions } from './decorators/aws-exclude.decorator.js';
export { AwsHttp, type AwsHttpOptions, type AwsMappedValue } from './decorators/aws-http.decorator.js';
export { AwsIgnore } from './decorators/aws-ignore.decorator.js';
export { AwsIntegration, type AwsRawIntegration } from './decorators/aws-integration.decorator.js';
export type {
  AwsIntegrationResponse,
  AwsIntegrationResponses,
} from './decorators/aws-integration-response.js';
export { AwsKinesis, type AwsKinesisOptions } from './decorators/aws-kinesis.decorator.js';
export { AwsLambda, type AwsLambdaOptions } from './decorators/aws-lambda.decorator.js';
export { AwsLogging, type AwsLoggingOptions } from './decorators/aws-logging.decorator.js';
export { AwsMock, type AwsMockOptions } from './decorators/aws-mock.decorator.js';
export { AwsPublic } from './decorators/aws-public.decorator.js';
export { AwsS3, type AwsS3Options } from './decorators/aws-s3.decorator.js';
export { AwsService, type AwsServiceOptions } from './decorators/aws-service.decorator.js';
export { AwsSns, type AwsSnsOptions } from './decorators/aws-sns.decorator.js';
export { AwsSqs, type AwsSqsOptions } from './decorators/aws-sqs.decorator.js';
export { AwsStepFunctions, type AwsStepFunctionsOptions } from './decorators/aws-step-functions.decorator.js';
export { AwsThrottle, type AwsThrottleOptions } from './decorators/aws-throttle.decorator.js';
export { AwsValidation, type AwsValidationMode } from './decorators/aws-validation.decorator.js';
export type { DiagnosticCode } from './diagnostics/diagnostic-code.js';
export type { Diagnostic, DiagnosticPlace, Severity, SilencedDiagnostic } from './diagnostics/diagnostic.js';
export type { AwsServiceCommonOptions } from './decorators/service-options.js';
export {
  fromAuthorizer,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  fromRawBody,
  fromStage,
  text,
  vtl,
  type AwsJsonValue,
  type AwsValue,
  type RequestValue,
} from './values/request-value.js';
