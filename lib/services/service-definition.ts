import type { AwsServiceCommonOptions } from '../decorators/service-options.js';
import type { OptionShape, OptionsShape } from '../options/option-shape.js';
import type { DeployValue } from '../values/deploy-value.js';
import type { GivenServiceOptions, ServiceKind, ServiceOptions } from './service-integrations.js';

/** The account that the API lives in. */
export interface Account {
  readonly region: DeployValue;
  readonly partition: DeployValue;
  readonly accountId: DeployValue;
  /** The placeholders in the options of all services: names that are made up must be others. */
  readonly names?: readonly string[];
}

/** What the role of an integration must be allowed: exact IAM actions on exact resources. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly DeployValue[];
}

export type KeyAction = 'kms:Decrypt' | 'kms:GenerateDataKey';

/** A problem of options that are right one by one. */
export interface OptionConflict {
  readonly message: string;
  readonly fix: string;
}

/** The media types that the route's documentation names, other than JSON towards the service. */
export interface DocumentedTypes {
  readonly consumed: readonly string[];
  readonly produced: readonly string[];
}

type NameOf<Options> = Options extends unknown ? keyof Options & string : never;
export type OptionName<Kind extends ServiceKind> = NameOf<ServiceOptions[Kind]>;

/** The actions of a service; '' for one without, or with any. */
type ActionOf<Options> = Options extends { readonly action?: infer Action }
  ? string extends Action
    ? ''
    : Exclude<Action, undefined> & string
  : '';

/** The options of one action. */
type OptionsOf<Options, Action> = Options extends unknown
  ? Action extends ActionOf<Options>
    ? Options
    : never
  : never;

/** The shape of an action's own options, each of which has one. */
interface ActionShape<Options, Action> extends OptionsShape {
  readonly options: Readonly<
    Record<
      Exclude<NameOf<Options>, keyof AwsServiceCommonOptions | (Action extends '' ? never : 'action')>,
      OptionShape
    >
  >;
}

/**
 * Everything that the library knows about one AWS service, but for the documents: those are rendered by each back end.
 * Nothing here is optional, so that a new service decides on each point.
 */
export interface ServiceDefinition<Kind extends ServiceKind> {
  /** The shape of the options, by action. A service without actions of its own has the action ''. */
  readonly actions: {
    readonly [Action in ActionOf<GivenServiceOptions[Kind]>]: ActionShape<
      OptionsOf<GivenServiceOptions[Kind], Action>,
      Action
    >;
  };
  /** The action where none is given; `null`: it must be given. */
  readonly defaultAction: string | null;
  /** Fills in the defaults. */
  readonly complete: (options: GivenServiceOptions[Kind]) => ServiceOptions[Kind];
  /** What the shape of single options cannot say. `options` are as they were given, and fit the shape. */
  readonly findConflicts: (options: GivenServiceOptions[Kind], owner: string) => readonly OptionConflict[];
  /** The region that the name of the resource has in it. Absent: it has none, or only deployment tells. */
  readonly regionOf: (options: ServiceOptions[Kind]) => DeployValue | undefined;
  readonly permissions: (options: ServiceOptions[Kind], account: Account) => readonly Permission[];
  /** What the role must be allowed on the KMS key where the resource is encrypted with one. */
  readonly keyActions: (options: ServiceOptions[Kind]) => readonly KeyAction[];
  /** Values without which the call fails, or means another resource: their parameters are required. */
  readonly listNeeded: (options: ServiceOptions[Kind]) => readonly unknown[];
  /** Values that a caller may leave out: the call succeeds without them. */
  readonly listOptional: (options: ServiceOptions[Kind]) => readonly unknown[];
  /** Options that take JSON, or a member of the body of any type. The others are text. */
  readonly structured: readonly OptionName<Kind>[];
  /** What the service accepts of a member of the body, where that is not anything. */
  readonly accepts: { readonly [Name in OptionName<Kind>]?: 'object' | 'list' };
  /** The option that is the whole body where it is not given. */
  readonly bodyByDefault: OptionName<Kind> | null;
  /** Options whose literal text names a resource of the account, with what it is. */
  readonly privateNames: { readonly [Name in OptionName<Kind>]?: string };
  /** Values that are mapped without a template, with the names of their places. */
  readonly listMapped: (options: ServiceOptions[Kind]) => readonly (readonly [string, unknown])[];
  /** The media types that pass between caller and service byte by byte. */
  readonly listBinaryTypes: (options: ServiceOptions[Kind], types: DocumentedTypes) => readonly string[];
  /** Statuses of errors beside 400, 429 and 500, which every service has. `hasAnswer`: a success has a body. */
  readonly errorStatuses: (options: ServiceOptions[Kind], hasAnswer: boolean) => readonly number[];
  /** What is called, in a few words. */
  readonly describe: (options: ServiceOptions[Kind]) => string;
}
