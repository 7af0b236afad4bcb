import { hclString } from '../../../backends/terraform/format-hcl.js';
import { placeOfArgument, type CheckedApi } from '../apis/find-apis.js';
import type { ApiFacts } from '../documents/api-facts.js';
import { documentsIn, reasonOf } from '../values/read-parts.js';
import { textOf } from '../values/read-value.js';
import { checkHttpCors } from './check-http-cors.js';
import type { Found } from './report.js';

/**
 * An HTTP API must repeat some of the document in its arguments: without them every plan has a difference, and the
 * provider deletes the CORS policy after the import.
 */
export function checkHttpApi(api: CheckedApi, facts: ApiFacts): readonly Found[] {
  if (api.type !== 'aws_apigatewayv2_api') return [];
  const description = facts.settings.find(({ argument }) => argument === 'description')?.value;
  const expected = {
    name: facts.title,
    version: facts.version,
    ...(typeof description === 'string' ? { description } : {}),
  };
  return [
    ...Object.entries(expected).flatMap(([argument, value]) => checkText(api, argument, value)),
    ...checkHttpCors(api, facts),
  ];
}

const MEMBERS: Readonly<Record<string, string>> = { name: 'title' };

function checkText({ made, address }: CheckedApi, argument: string, expected: string): readonly Found[] {
  const value = made.body.attributes.get(argument);
  const at = placeOfArgument(made, argument);
  const member = `info.${MEMBERS[argument] ?? argument}`;
  const given = textOf(value);
  if (given === expected || (value && documentsIn(value).some(({ path }) => path.join('.') === member)))
    return [];
  if (value && given === undefined && !(value.kind === 'known' && value.value === null)) {
    return [
      {
        code: 'terraform-not-followed',
        severity: 'info',
        at,
        address,
        message: `whether \`${argument}\` is \`${expected}\`, as in the document, is not known: ${reasonOf(value) ?? 'it has several values'}`,
        fix: 'Check by hand that it is: otherwise every plan has a difference.',
      },
    ];
  }
  return [
    {
      code: 'terraform-not-mirrored',
      severity: 'warning',
      at,
      address,
      message: `\`${argument}\` is ${given === undefined ? 'not set' : `\`${given}\``}, but \`${member}\` of the document is \`${expected}\`: every plan has a difference`,
      fix: `Write \`${argument} = ${hclString(expected)}\`, or set it in the application.`,
    },
  ];
}
