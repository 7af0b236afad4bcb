import type { BackEnd, OutputsOf } from './back-end.js';
import { iamPolicy } from './iam-policy/index.js';
import { publicOpenApi } from './public-openapi/index.js';
import { restApi } from './rest-api/index.js';
import { terraform } from './terraform/index.js';

/** Every back end: what can be rendered from a model. */
export const BACK_ENDS = [publicOpenApi, restApi, iamPolicy, terraform] as const satisfies readonly BackEnd[];

/** What all of them render, by id. */
export type Outputs = OutputsOf<typeof BACK_ENDS>;
