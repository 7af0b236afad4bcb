import type { ApiGatewayId } from '../../../model/api-gateways.js';
import type { Subject } from '../compare/deployed.js';

/** What is known of an emulator. */
export interface Emulator {
  readonly name: string;
  /** What it does not show of an API that it imported, by gateway. */
  readonly hidden: Readonly<Record<ApiGatewayId, readonly Hidden[]>>;
  /** Each integration has to stand at its route. */
  readonly inlineIntegrations: boolean;
  /** Resources of the module with other arguments than its own, in the language of Terraform. */
  readonly overrides: Readonly<Record<ApiGatewayId, string>>;
  /** Changes a copy of the document so that the emulator imports it. */
  adapt(document: unknown, gateway: ApiGatewayId): unknown;
}

/** Something that an emulator does not show. */
export interface Hidden {
  readonly subject: Subject;
  /** Absent: nothing of the subject is shown. */
  readonly members?: readonly string[];
  /** What is not compared, in words: `authorizers`. */
  readonly words: string;
}
