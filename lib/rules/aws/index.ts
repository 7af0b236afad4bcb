import type { Rule } from '../rule.js';
import { bufferedStream } from './buffered-stream.rule.js';
import { callerCredentialsWithoutIam } from './caller-credentials-without-iam.rule.js';
import { missingCredentials } from './missing-credentials.rule.js';
import { privateAddressWithoutVpcLink } from './private-address-without-vpc-link.rule.js';
import { settingWithoutTerraform } from './setting-without-terraform.rule.js';
import { unsupportedMethod } from './unsupported-method.rule.js';
import { unsupportedPath } from './unsupported-path.rule.js';

/** The rules that hold for both kinds of API of API Gateway. */
export const AWS_RULES: readonly Rule[] = [
  bufferedStream,
  callerCredentialsWithoutIam,
  missingCredentials,
  privateAddressWithoutVpcLink,
  settingWithoutTerraform,
  unsupportedMethod,
  unsupportedPath,
];
