import { placeOfArgument, type CheckedApi } from '../apis/find-apis.js';
import type { ApiFacts } from '../documents/api-facts.js';
import type { FileContent } from '../documents/read-content.js';
import { reasonOf } from '../values/read-parts.js';
import type { TemplateSource } from '../values/value.js';
import type { Found } from './report.js';

/** How an API takes the document: whether it is filled in, whether warnings are ignored, and how it is imported. */
export function checkImport(
  api: CheckedApi,
  { gateway }: ApiFacts,
  contents: ReadonlyMap<TemplateSource, FileContent>,
): readonly Found[] {
  const type = gateway === 'http-api' ? 'aws_apigatewayv2_api' : 'aws_api_gateway_rest_api';
  if (api.type !== type) return [describeOther(api, type, gateway)];
  return [...checkFile(api, contents), ...checkWarnings(api), ...checkMode(api)];
}

function describeOther({ address, at, type }: CheckedApi, expected: string, gateway: string): Found {
  return {
    code: 'terraform-wrong-gateway',
    severity: 'error',
    at,
    address,
    message: `the document is for the gateway \`${gateway}\`, which \`${expected}\` deploys, not \`${type}\``,
    fix: `Use \`${expected}\`, or write the document for the other gateway with \`--gateway\`.`,
  };
}

/** A document without placeholders and escapes may be read as it is. */
function checkFile(
  { sources, address }: CheckedApi,
  contents: ReadonlyMap<TemplateSource, FileContent>,
): readonly Found[] {
  return sources
    .filter((source) => {
      const content = contents.get(source);
      return source.call === 'file' && content?.kind === 'known' && content.isTemplate;
    })
    .map(({ at }): Found => ({
      code: 'terraform-body-without-values',
      severity: 'error',
      at,
      address,
      message: '`file` reads the document as it is, so its placeholders and escapes (`$${`) stay in it',
      fix: 'Use `templatefile` with a value for each placeholder, or write the document with `--template none`.',
    }));
}

function checkWarnings({ made, address }: CheckedApi): readonly Found[] {
  const value = made.body.attributes.get('fail_on_warnings');
  const at = placeOfArgument(made, 'fail_on_warnings');
  if (value?.kind === 'known' && value.value === true) return [];
  if (value && value.kind !== 'known') {
    return [
      {
        code: 'terraform-not-followed',
        severity: 'info',
        at,
        address,
        message: `whether \`fail_on_warnings\` is true is not known: ${reasonOf(value) ?? 'it has several values'}`,
        fix: 'Check by hand that it is true.',
      },
    ];
  }
  return [
    {
      code: 'terraform-warnings-ignored',
      severity: 'warning',
      at,
      address,
      message:
        '`fail_on_warnings` is not true: API Gateway leaves out what it does not understand, and Terraform does not show that',
      fix: 'Add `fail_on_warnings = true`.',
    },
  ];
}

function checkMode({ made, address }: CheckedApi): readonly Found[] {
  const value = made.body.attributes.get('put_rest_api_mode');
  if (value?.kind !== 'known' || value.value !== 'merge') return [];
  const endpoint = made.body.blocks.find(({ type }) => type === 'endpoint_configuration');
  // A private API loses its VPC endpoints for a moment otherwise.
  if (endpoint?.body.attributes.has('vpc_endpoint_ids')) return [];
  return [
    {
      code: 'terraform-merge-mode',
      severity: 'warning',
      at: placeOfArgument(made, 'put_rest_api_mode'),
      address,
      message:
        'with `put_rest_api_mode = "merge"`, a route that is removed from the application stays in the API',
      fix: 'Remove the argument. In the same apply, change the version of the document: the provider imports only a document that has changed.',
    },
  ];
}
