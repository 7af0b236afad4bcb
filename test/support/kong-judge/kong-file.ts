/** A declarative file of Kong, as far as its judges read it. */
export interface KongFile {
  readonly _format_version: string;
  readonly _info?: { readonly select_tags: readonly string[] };
  readonly services?: readonly KongService[];
  readonly routes?: readonly KongRoute[];
  readonly consumers?: readonly KongConsumer[];
}

interface KongService {
  readonly name: string;
  readonly url: string;
  readonly routes: readonly KongRoute[];
}

export interface KongRoute {
  readonly name: string;
  readonly methods: readonly string[];
  readonly paths: readonly string[];
  readonly regex_priority: number;
  readonly plugins?: readonly {
    readonly name: string;
    readonly config?: Readonly<Record<string, unknown>>;
  }[];
}

interface KongConsumer {
  readonly username: string;
  readonly acls?: readonly { readonly group: string }[];
  readonly jwt_secrets?: readonly { readonly key: string }[];
  readonly keyauth_credentials?: readonly { readonly key: string }[];
}

/** Every route of a file, with or without a service. */
export function listRoutes({ services = [], routes = [] }: KongFile): readonly KongRoute[] {
  return [...services.flatMap((service) => service.routes), ...routes];
}
