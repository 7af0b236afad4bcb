import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import type { OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import type { AwsGatewayOptions } from './aws-gateway.options.js';
import { publicOpenApi } from './backends/public-openapi/index.js';
import { compileGateway } from './compile-gateway.js';
import type { Diagnostic, SilencedDiagnostic } from './diagnostics/diagnostic.js';
import { buildGatewayModel } from './model/build-gateway-model.js';
import { describeNothing } from './nest/swagger/describe-nothing.js';
import { hookSwagger, originalCreateDocument } from './nest/swagger/hook-swagger.js';
import { readApplication } from './nest/read-application.js';
import { GATEWAY_OPTIONS, readOptions } from './nest/read-options.js';
import { sortDocument } from './openapi/sort-document.js';
import { recordPlace, takeCall } from './places/record-place.js';
import { writeTree } from './values/deploy-tree.js';
import { formatJson } from './openapi/format-json.js';
import { TERRAFORM } from './values/terraform-writer.js';

export interface AwsGatewayDocuments {
  /** OpenAPI for people and client generators, with nothing of the gateway in it. */
  readonly publicDocument: OpenAPIObject;
  /** OpenAPI 3.0.1 with API Gateway's extensions, for the gateway of the module. Placeholders stand as written, `${name}`; nothing is escaped. */
  readonly privateDocument: OpenAPIObject;
  /** What the role of the direct service integrations must be allowed, an IAM policy document. Placeholders stand as written. */
  readonly iamPolicy: Readonly<Record<string, unknown>>;
  /** The same as JSON text, as the command writes it: sorted, and with everything but placeholders escaped for Terraform's `templatefile`. */
  readonly text: AwsGatewayTexts;
  /** Every diagnostic. If one is an error, API Gateway would reject the private document. */
  readonly diagnostics: readonly Diagnostic[];
  /** The diagnostics that `@AwsIgnore` or `forRoot({ ignore })` ignores, with the reasons. */
  readonly ignored: readonly SilencedDiagnostic[];
}

/** Files of the command line, without their files. */
export interface AwsGatewayTexts {
  /** `--out-public` */
  readonly publicDocument: string;
  /** `--out-private` */
  readonly privateDocument: string;
  /** `--out-iam` */
  readonly iamPolicy: string;
}

/**
 * Makes the application's documents those of an Amazon API Gateway in front of it. Nothing that the application
 * serves changes, except that `SwaggerModule.createDocument` returns the public document.
 *
 * @example
 * ```ts
 * @Module({
 *   imports: [AwsGatewayModule.forRoot({ integration: { kind: 'lambda', functionArn: '${api_function_arn}' } })],
 * })
 * export class AppModule {}
 * ```
 * @publicApi
 */
@Module({})
export class AwsGatewayModule {
  /**
   * Imports the gateway into the application's root module. There is no `forRootAsync`: documents are made without
   * running the application, and what is known only at deployment is a placeholder.
   */
  static forRoot(options: AwsGatewayOptions = {}): DynamicModule {
    recordPlace(options, takeCall(1));
    hookSwagger((app, config, swaggerOptions) => {
      const known = readOptions(app);
      if (known === undefined) return undefined;
      try {
        const source = readApplication(app, config, swaggerOptions, { hidden: false });
        return publicOpenApi.render(buildGatewayModel(source, known)) as unknown as OpenAPIObject;
      } catch (error) {
        return describeNothing(originalCreateDocument()(app, config, swaggerOptions), error);
      }
    });
    return {
      module: AwsGatewayModule,
      providers: [{ provide: GATEWAY_OPTIONS, useValue: options }],
    };
  }

  /**
   * The documents of an application, its IAM policy and its diagnostics.
   *
   * @throws Error when the application does not import `AwsGatewayModule`
   */
  static createDocuments(
    app: INestApplication,
    config: Omit<OpenAPIObject, 'paths'>,
    swaggerOptions: SwaggerDocumentOptions = {},
  ): AwsGatewayDocuments {
    const options = readOptions(app);
    if (options === undefined) {
      throw new Error(
        'The application does not import AwsGatewayModule: add AwsGatewayModule.forRoot() to its root module.',
      );
    }
    const { outputs, gatewayOutput, diagnostics, silenced } = compileGateway(
      readApplication(app, config, swaggerOptions),
      options,
    );
    const { document } = gatewayOutput;
    const policy = outputs['iam-policy'];
    return {
      publicDocument: outputs['public-openapi'] as unknown as OpenAPIObject,
      privateDocument: structuredClone(writeTree(document)) as OpenAPIObject,
      iamPolicy: structuredClone(writeTree(policy)) as AwsGatewayDocuments['iamPolicy'],
      // Most callers need no text.
      get text() {
        return {
          publicDocument: formatJson(sortDocument(outputs['public-openapi'])),
          privateDocument: formatJson(writeTree(document, TERRAFORM)),
          iamPolicy: formatJson(writeTree(policy, TERRAFORM)),
        };
      },
      diagnostics,
      ignored: silenced,
    };
  }
}
