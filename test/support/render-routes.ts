import type { Type } from '@nestjs/common';
import type { AwsGatewayOptions } from 'nestjs-aws-gateway';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { compileControllers } from './create-app.js';

export interface RenderedOperation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<Record<string, { readonly headers?: Readonly<Record<string, unknown>> }>>;
  readonly 'x-amazon-apigateway-request-validator'?: string;
  readonly 'x-amazon-apigateway-integration': RenderedService;
}

export interface RenderedService {
  readonly uri: string;
  readonly httpMethod: string;
  readonly credentials?: string;
  readonly passthroughBehavior: string;
  readonly timeoutInMillis?: number;
  readonly requestParameters?: Readonly<Record<string, string>>;
  readonly requestTemplates?: Readonly<Record<string, string>>;
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly statusCode: string;
        readonly responseParameters?: Readonly<Record<string, string>>;
        readonly responseTemplates?: Readonly<Record<string, string>>;
      }
    >
  >;
}

/** The operations of controllers in the private document, by `verb /path`; any diagnostic is thrown. */
export async function renderRoutes(
  controllers: readonly Type[],
  options: AwsGatewayOptions = {},
): Promise<Readonly<Record<string, RenderedOperation>>> {
  const { privateDocument, diagnostics } = await compileControllers(controllers, {
    credentials: '${role}',
    ...options,
  });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  const { paths } = JSON.parse(JSON.stringify(writeTree(privateDocument)), onOneLine) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, RenderedOperation>>>>;
  };
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([verb, operation]) => [`${verb} ${path}`, operation]),
    ),
  );
}

/** Templates without their lines: the fixtures show how they are laid out. */
function onOneLine(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/\n */g, '') : value;
}

/** The statuses of an integration's answers, by pattern. */
export function statusesOf({ responses }: RenderedService): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(responses).map(([pattern, { statusCode }]) => [pattern, statusCode]),
  );
}
