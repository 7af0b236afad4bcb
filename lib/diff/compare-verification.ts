import type { Found } from './change.js';

/** Whether the certificate of a backend is verified. */
export function compareVerification(was: boolean, is: boolean): readonly Found[] {
  if (was === is) return [];
  return is
    ? [
        {
          kind: 'certificate-verified',
          message: 'the certificate of the backend is verified now: calls fail if nobody trusts it',
        },
      ]
    : [{ kind: 'certificate-not-verified', message: 'the certificate of the backend is no longer verified' }];
}
