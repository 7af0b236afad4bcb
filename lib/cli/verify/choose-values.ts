import type { PlaceholderUse } from '../../backends/terraform/variables/list-placeholder-uses.js';
import { ANY_ARN, kindOf } from '../../grammar/value-kinds.js';
import { splitOrigins } from '../../grammar/origin.js';
import { CannotRun } from '../process/cannot-run.js';
import { joinWords } from '../../options/join-words.js';

/** The account of emulators, and what else stands in values that are made up. */
const ACCOUNT = '123456789012';

/** Values of each kind. The first that is what every use of a placeholder needs counts. */
const CANDIDATES: readonly ((word: string, region: string) => string)[] = [
  (word) => word,
  (_, region) => region,
  () => 'aws',
  () => ACCOUNT,
  (word, region) => `arn:aws:lambda:${region}:${ACCOUNT}:function:${word}`,
  (word, region) =>
    `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/arn:aws:lambda:${region}:${ACCOUNT}:function:${word}/invocations`,
  (word) => `arn:aws:iam::${ACCOUNT}:role/${word}`,
  (word, region) => `arn:aws:cognito-idp:${region}:${ACCOUNT}:userpool/${region}_${word}`,
  (word, region) => `arn:aws:sns:${region}:${ACCOUNT}:${word}`,
  (word, region) => `arn:aws:states:${region}:${ACCOUNT}:stateMachine:${word}`,
  (word, region) => `arn:aws:kms:${region}:${ACCOUNT}:key/${word}`,
  (word, region) => `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:listener/app/${word}/1/2`,
  (word) => `https://${word.toLowerCase()}.example.com`,
];

const QUEUE_URL = (word: string, region: string): string =>
  `https://sqs.${region}.amazonaws.com/${ACCOUNT}/${word}`;

/**
 * A value that a placeholder could have.
 *
 * @returns undefined if its uses need values of different kinds
 */
function chooseValue(placeholder: string, use: PlaceholderUse, region: string): string | undefined {
  const word = placeholder.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const options = [...use.options.values()];
  const patterns = use.isInDocument
    ? options.flatMap(({ name, isWhole }) => kindOf(name, isWhole)?.[0] ?? [])
    : [ANY_ARN[0]];
  const candidates = options.some(({ name }) => name === 'queueUrl')
    ? [QUEUE_URL, ...CANDIDATES]
    : CANDIDATES;
  return candidates
    .map((candidate) => candidate(word, region))
    .find((value) => patterns.every((pattern) => new RegExp(pattern).test(value)));
}

/** Origins of a list. */
const ORIGINS: readonly string[] = ['https://app.example.com', 'https://admin.example.com'];

/**
 * A value for each placeholder: that of the command line, or one that it could have. A list is of origins.
 *
 * @throws CannotRun for placeholders that need a value of the user
 */
export function chooseValues(
  asked: ReadonlyMap<string, PlaceholderUse>,
  vars: ReadonlyMap<string, string>,
  region: string,
): ReadonlyMap<string, string | readonly string[]> {
  const unknown = [...vars.keys()].filter((name) => !asked.has(name));
  if (unknown.length > 0) {
    const names = [...asked.keys()].toSorted();
    throw new CannotRun(
      `error: option '--var ${unknown[0]!}' is for a placeholder that the application does not have: ${names.length === 0 ? 'remove it' : `use ${names.join(', ')}`}`,
    );
  }
  const chosen = [...asked].map(([name, use]): [string, string | readonly string[] | undefined] => {
    const given = vars.get(name);
    if (use.origins) return [name, given === undefined ? ORIGINS : splitOrigins(given)];
    return [name, given ?? chooseValue(name, use, region)];
  });
  const open = chosen.filter(([, value]) => value === undefined).map(([name]) => name);
  if (open.length > 0) {
    throw new CannotRun(
      `the uses of ${joinWords(open.map((name) => `\`\${${name}}\``))} need values of several kinds: set ${joinWords(open.map((name) => `'--var ${name}=...'`))}`,
    );
  }
  return new Map(chosen as [string, string | readonly string[]][]);
}
