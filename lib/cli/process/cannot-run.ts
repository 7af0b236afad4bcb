/** Why nothing could be done, in words for the user. The command ends with 2. */
export class CannotRun extends Error {}
