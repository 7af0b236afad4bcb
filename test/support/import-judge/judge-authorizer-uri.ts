import { isArnOf, isFunction } from './aws-values.js';
import { readTarget } from './judge-uri.js';
import type { Report } from './verdict.js';

/** The function of an authorizer. */
export function judgeAuthorizerUri(uri: unknown, name: string, report: Report): void {
  const target = readTarget(uri);
  const arn = /^2015-03-31\/functions\/(.+)\/invocations$/.exec(target?.rest ?? '')?.[1];
  if (target === undefined && /^arn:[^:]+:(?!apigateway)/.test(String(uri))) {
    report('rejected', 'AWS ARN for integration must contain path or action', name);
  } else if (target?.service !== 'lambda' || target.style !== 'path' || !isFunction(arn)) {
    const outcome = target?.style === 'path' && isArnOf('lambda', arn) ? 'broken' : 'rejected';
    report(outcome, 'Invalid ARN specified in the request: authorizerUri', name);
  }
}
