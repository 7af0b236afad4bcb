import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SERVICES = [
  'apigateway',
  'apigatewayv2',
  'cognitoidp',
  'dynamodb',
  'events',
  'iam',
  'kinesis',
  'lambda',
  'logs',
  's3',
  'sfn',
  'sns',
  'sqs',
  'ssm',
  'sts',
  'wafv2',
];

/** Points a copy of a configuration to the emulator: Terraform merges an `_override.tf` file over the others. */
export function writeEmulatorOverride(folder: string, url: string): void {
  writeFileSync(
    join(folder, 'emulator_override.tf'),
    `provider "aws" {
  access_key                  = "test"
  secret_key                  = "test"
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true

  endpoints {
${SERVICES.map((service) => `    ${service} = "${url}"`).join('\n')}
  }
}
`,
  );
}
