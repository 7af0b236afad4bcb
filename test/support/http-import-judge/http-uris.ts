import {
  isFunction,
  isMisplaced,
  PARTITION,
  REGION,
  withoutStageVariables,
} from '../import-judge/aws-values.js';

const INVOCATION = new RegExp(
  `^arn:${PARTITION}:apigateway:${REGION}:lambda:path/2015-03-31/functions/(.+)/invocations$`,
);
const ACCOUNT = '(?:\\d{12}|\\$\\{AWS::AccountId\\})';
const PRIVATE = new RegExp(
  `^arn:${PARTITION}:(?:elasticloadbalancing:${REGION}:${ACCOUNT}:listener/(?:app|net)/.+|servicediscovery:${REGION}:${ACCOUNT}:service/[\\w-]+(?:\\?\\S+)?)$`,
);

/** The URI that invokes a function. The bare ARN of one is taken too. */
export function isInvocation(value: unknown): boolean {
  if (isFunction(value)) return true;
  const [, called] = INVOCATION.exec(String(value)) ?? [];
  return called !== undefined && isFunction(called) && !isMisplaced(called);
}

/** The ARN of a listener or of a Cloud Map service. */
export function isPrivateTarget(value: unknown): boolean {
  return PRIVATE.test(withoutStageVariables(String(value)));
}

/** Ports that API Gateway calls are 80, 443 and 1024 to 65535. */
export function isHttpUrl(value: unknown): boolean {
  const text = withoutStageVariables(String(value)).replace(/\{[^{}]+\}/g, 'x');
  const [found, port] = /^https?:\/\/[\w.-]+(?::(\d+))?(?:[/?]\S*)?$/.exec(text) ?? [];
  if (found === undefined || !URL.canParse(text)) return false;
  const number = Number(port ?? 80);
  return number === 80 || number === 443 || (number >= 1024 && number <= 65_535);
}
