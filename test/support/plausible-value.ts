const ACCOUNT = '111122223333';

/** Values that Terraform could fill in for a placeholder, told by the words of its name: the first that fits counts. */
const VALUES: readonly (readonly [RegExp, (word: string) => string])[] = [
  [
    /(listener|balancer)_arn/,
    (word) =>
      `arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/${word}/50dc6c495c0c9188/f2f7dc8efc522ab2`,
  ],
  [/invoke_arn/, (word) => invocationOf(functionArn(word))],
  [/function/, functionArn],
  [/role/, (word) => `arn:aws:iam::${ACCOUNT}:role/${word}`],
  [/pool/, (word) => `arn:aws:cognito-idp:eu-west-1:${ACCOUNT}:userpool/eu-west-1_${word}`],
  [/topic/, (word) => `arn:aws:sns:eu-west-1:${ACCOUNT}:${word}`],
  [/workflow|machine/, (word) => `arn:aws:states:eu-west-1:${ACCOUNT}:stateMachine:${word}`],
  [/queue/, (word) => `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/${word}`],
  [/origin/, (word) => `https://${word}.example.com`],
  [/url/, (word) => `https://${word}.example.com`],
  [/host/, (word) => `${word}.example.com`],
  [/region/, () => 'eu-west-1'],
  [/partition/, () => 'aws'],
  [/account/, () => ACCOUNT],
  [/_arn$/, functionArn],
];

export function plausibleValue(name: string): string {
  const word = name.replace(/[^A-Za-z0-9]/g, '');
  return VALUES.find(([pattern]) => pattern.test(name))?.[1](word) ?? `filled${word}`;
}

/** The text of a file as Terraform's `templatefile` renders it. */
export function renderTemplateFile(text: string): string {
  return text.replace(/\$\$\{|%%\{|\$\{([A-Za-z_]\w*)\}/g, (all, name: string | undefined) =>
    name === undefined ? all.slice(1) : plausibleValue(name),
  );
}

function functionArn(word: string): string {
  return `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:${word}`;
}

function invocationOf(arn: string): string {
  return `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
}
