/** A file of the base. */
export interface BaseFile {
  /** How messages name it: `api_private.json`, `main:api_private.json`. */
  readonly name: string;
  readonly text: string;
}
