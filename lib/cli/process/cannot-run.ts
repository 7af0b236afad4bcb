/** Why the command cannot run, in words for the user. The exit code is 2. */
export class CannotRun extends Error {}
