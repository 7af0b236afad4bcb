import type { GatewayOutput } from '../../back-end.js';
import { type PlaceholderPlace } from '../../../values/deploy-value.js';
import type { Caller } from '../permissions/list-callers.js';
import type { Role } from '../permissions/list-roles.js';
import { type StageParts } from './render-stage.js';

/** What `main.tf` is made of. */
export interface MainParts extends StageParts {
  readonly gateway: GatewayOutput;
  readonly description: string;
  readonly callers: readonly Caller[];
  readonly roles: readonly Role[];
  /** The placeholders of the document, sorted, and where they stand. */
  readonly placeholders: readonly string[];
  /** Those that stand for lists of origins. */
  readonly lists: readonly string[];
  readonly places: readonly (PlaceholderPlace | 'plain')[];
  /** The expression of a placeholder. */
  readonly read: (placeholder: string) => string;
}
