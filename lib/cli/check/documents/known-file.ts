import type { PlaceholderOption } from '../../../model/list-placeholders.js';
import type { HclPlace } from '../hcl/expression.js';

/** A file that `apigen` writes with placeholders, and Terraform fills in. */
export interface KnownFile {
  readonly kind: 'document' | 'policy';
  /** In words: `the document`. */
  readonly words: string;
  /** As `--out-private` or `--out-iam` name it. Absent: it is told by its content. */
  readonly file?: string;
  /** Texts of which a file of this application has at least one. */
  readonly marks: readonly string[];
  readonly placeholders: ReadonlyMap<string, PlaceholderOrigin>;
}

/** Where a placeholder comes from. */
export interface PlaceholderOrigin {
  /** `GET /users` in `UsersController.list`, in words. Absent: the options of the module. */
  readonly route?: string;
  /** Of the decorator, where it is known. */
  readonly at?: HclPlace;
  /** The options that hold it. */
  readonly options: readonly PlaceholderOption[];
}
