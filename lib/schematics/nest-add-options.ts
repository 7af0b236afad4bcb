/** The flags of `nest add nestjs-aws-gateway`, as `schema.json` declares them. */
export interface NestAddOptions {
  /** What answers the routes. @default 'monolith' */
  readonly kind?: ApplicationKind;
  /** The application of a monorepo. @default the one of `sourceRoot` */
  readonly project?: string;
  /** @default the one in nest-cli.json */
  readonly sourceRoot?: string;
  /** @default false */
  readonly skipInstall?: boolean;
}

export type ApplicationKind = 'monolith' | 'container' | 'functions';
