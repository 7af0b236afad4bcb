import type { AwsValidationMode } from '../../decorators/aws-validation.decorator.js';

/** What API Gateway checks of a request in each mode. */
export const VALIDATED: Readonly<
  Record<AwsValidationMode, { readonly body: boolean; readonly params: boolean }>
> = {
  none: { body: false, params: false },
  body: { body: true, params: false },
  params: { body: false, params: true },
  all: { body: true, params: true },
};
