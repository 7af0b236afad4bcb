import type { FaultPlace, OptionFault } from './option-fault.js';
import { isObject } from '../openapi/openapi.js';
import { fillWords, readTarget, startsWithPlaceholder } from '../grammar/read-target.js';

/** Fields of an integration object of which one has no effect beside another. */
export function rawConflicts(owner: string, given: unknown, at: FaultPlace): readonly OptionFault[] {
  if (!isObject(given)) return [];
  const type = fillWords(given['type']).toLowerCase();
  const conflict = (message: string, fix: string): OptionFault => ({
    code: 'conflicting-options',
    at,
    message: message.replace('@', owner),
    fix,
  });
  const unused = (name: string, why: string): OptionFault[] =>
    given[name] === undefined
      ? []
      : [conflict(`the option \`${name}\` of @ has no effect ${why}`, 'Remove it.')];
  const isHttp = type.startsWith('http');
  const isProxy = type.endsWith('_proxy');
  const linked = given['connectionType'] === 'VPC_LINK';
  return [
    ...(isProxy ? UNUSED_IN_PROXY.filter((name) => saysSomething(name, given[name])) : []).map((name) =>
      conflict(
        `the option \`${name}\` of @ has no effect in the type \`${type}\`: request and answer pass as they are`,
        `Remove it, or use the type \`${type.slice(0, -'_proxy'.length)}\`.`,
      ),
    ),
    ...(type === 'aws_proxy' &&
    readTarget(given['uri']) === 'function' &&
    !isEmpty(given['requestParameters'])
      ? unused('requestParameters', 'where a function answers by proxy: its event is the request as it came')
      : []),
    ...(!isProxy && isNever(given['passthroughBehavior']) && isNothing(given['requestTemplates'])
      ? [
          conflict(
            '@ was given `passthroughBehavior: never`, and no `requestTemplates` to take anything: every call would get 415',
            'Add the template of a content type, or remove `passthroughBehavior`.',
          ),
        ]
      : []),
    ...(isHttp
      ? []
      : ['connectionType', 'connectionId', 'integrationTarget', 'tlsConfig'].flatMap((name) =>
          unused(name, `in the type \`${type}\`, which connects to no host of yours`),
        )),
    ...(isHttp && linked && given['connectionId'] === undefined
      ? [
          conflict(
            '@ was given `connectionType: VPC_LINK`, and no `connectionId` says which link',
            "Set `connectionId: '${vpc_link_id}'`.",
          ),
        ]
      : []),
    ...(isHttp && !linked
      ? ['connectionId', 'integrationTarget']
          .filter((name) => given[name] !== undefined)
          .map((name) =>
            conflict(
              `the option \`${name}\` of @ has no effect without \`connectionType: VPC_LINK\``,
              "Set `connectionType: 'VPC_LINK'`, or remove it.",
            ),
          )
      : []),
    ...(given['responseTransferMode'] === 'STREAM' ? streamConflicts(type, given['uri'], conflict) : []),
  ];
}

const UNUSED_IN_PROXY = ['requestTemplates', 'responses', 'passthroughBehavior'];

/** Exported definitions have the defaults written out, which do no harm. */
function saysSomething(name: string, value: unknown): boolean {
  if (value === undefined) return false;
  if (name === 'passthroughBehavior') return fillWords(value).toLowerCase() !== 'when_no_match';
  if (name === 'requestTemplates') return !isEmpty(value);
  return !isObject(value) || Object.values(value).some(saysMoreThanStatus);
}

function saysMoreThanStatus(answer: unknown): boolean {
  return (
    !isObject(answer) || Object.entries(answer).some(([key, item]) => key !== 'statusCode' && !isEmpty(item))
  );
}

function isNever(behavior: unknown): boolean {
  return fillWords(behavior).toLowerCase() === 'never';
}

function isNothing(templates: unknown): boolean {
  return templates === undefined || isEmpty(templates);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** "Set up a Lambda proxy integration with payload response streaming" */
function streamConflicts(
  type: string,
  uri: unknown,
  conflict: (message: string, fix: string) => OptionFault,
): readonly OptionFault[] {
  if (!type.endsWith('_proxy')) {
    return [
      conflict(
        `@ was given \`responseTransferMode: STREAM\` in the type \`${type}\`, which has templates to run on the whole answer`,
        'Use a proxy type, or remove it.',
      ),
    ];
  }
  return type === 'aws_proxy' && !startsWithPlaceholder(uri) && fillWords(uri).endsWith('/invocations')
    ? [
        conflict(
          '@ was given `responseTransferMode: STREAM`, and its `uri` invokes the function without streaming',
          "End the `uri` with `/response-streaming-invocations`, under `path/2021-11-15`, as Terraform's `response_streaming_invoke_arn`.",
        ),
      ]
    : [];
}
