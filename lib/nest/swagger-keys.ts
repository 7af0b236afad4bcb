/** Metadata keys of `@nestjs/swagger`, which exports them itself only since 11.4.4. */
export const SWAGGER_KEYS = {
  excludeController: 'swagger/apiExcludeController',
  excludeEndpoint: 'swagger/apiExcludeEndpoint',
  includeEndpoint: 'swagger/apiIncludeEndpoint',
  consumes: 'swagger/apiConsumes',
  produces: 'swagger/apiProduces',
  extension: 'swagger/apiExtension',
  parameters: 'swagger/apiParameters',
  properties: 'swagger/apiModelPropertiesArray',
  property: 'swagger/apiModelProperties',
  response: 'swagger/apiResponse',
  extraModels: 'swagger/apiExtraModels',
  schema: 'swagger/apiSchema',
  webhook: 'swagger/apiWebhook',
} as const;
