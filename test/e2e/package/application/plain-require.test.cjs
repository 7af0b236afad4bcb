// Run in the installed application by Jest as it comes: no ES modules, nothing transformed.
require('reflect-metadata');
const { NestFactory } = require('@nestjs/core');
const { DocumentBuilder, SwaggerModule } = require('@nestjs/swagger');
const { AwsGatewayModule } = require('nestjs-aws-gateway');
const { AppModule } = require('./dist/app.module.js');

test('the package is required and makes both documents', async () => {
  const app = await NestFactory.create(AppModule, { preview: true, logger: false });
  const config = new DocumentBuilder().setTitle('my-api').setVersion('0.0.1').build();
  const { publicDocument, privateDocument, diagnostics } = AwsGatewayModule.createDocuments(app, config);
  expect(diagnostics).toEqual([]);
  expect(SwaggerModule.createDocument(app, config)).toEqual(publicDocument);
  expect(privateDocument.paths['/'].get['x-amazon-apigateway-integration'].type).toBe('aws_proxy');
});
