/** A part of an API, as the application describes it or as an emulator has it. */
export interface Deployed {
  readonly subject: Subject;
  /** Unique within its subject, such as `GET /users/{name}`. Empty for the API itself. */
  readonly name: string;
  /** What it consists of. An absent member is not compared. */
  readonly members: Readonly<Record<string, unknown>>;
}

export type Subject =
  'API' | 'route' | 'authorizer' | 'model' | 'request validator' | 'gateway response' | 'stage setting';
