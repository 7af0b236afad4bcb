import type { Authorizer, LambdaAuthorizerModel } from './authorizer.js';

/** The function that an authorizer calls, with the role of the call. Absent: it calls none. */
export function calledFunction(
  authorizer: Authorizer,
): Pick<LambdaAuthorizerModel, 'function' | 'credentials'> | undefined {
  switch (authorizer.kind) {
    case 'lambda':
      return authorizer;
    case 'cognito':
    case 'jwt':
    case 'iam':
      return undefined;
    default:
      return authorizer satisfies never;
  }
}
