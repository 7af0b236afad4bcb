import { NotServed } from '../not-served.js';
import type { AwsCredentials } from './sign-request.js';

/** Where the AWS services are that routes call directly. */
export interface ServiceSettings {
  /**
   * URL of an emulator, such as `http://127.0.0.1:5000`: one for every service, or one for each by its endpoint prefix,
   * such as `{ dynamodb: 'http://127.0.0.1:8000', '*': 'http://127.0.0.1:5000' }`. Absent: a route that calls a service
   * returns 501.
   */
  readonly endpoint?: string | Readonly<Record<string, string>>;
  /** Sends what has no endpoint to AWS itself. @default false */
  readonly aws?: boolean;
  /** Keys that requests are signed with; AWS itself needs them. @default keys that emulators take */
  readonly credentials?: AwsCredentials;
}

/** A service that an integration's URI names. */
export interface NamedService {
  /** Endpoint prefix, such as `dynamodb`. */
  readonly service: string;
  /** What stands before it in the URI, such as the bucket of `my-bucket.s3`. */
  readonly subdomain?: string;
  readonly region: string;
  readonly partition: string;
  /** What stands before the service in the host name of AWS, for some actions. */
  readonly hostPrefix?: string;
}

/** Where a request goes, and what it is signed with. */
interface Endpoint {
  readonly url: string;
  readonly credentials: AwsCredentials;
}

const EMULATOR_KEYS: AwsCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** The service of `arn:aws:apigateway:REGION:SUBDOMAIN.SERVICE:…` */
export function readService(uri: string): NamedService | undefined {
  const [, partition, region, name] =
    /^arn:([^:]*):apigateway:([^:]*):([^:]+):(?:action|path)\//.exec(uri) ?? [];
  if (name === undefined) return undefined;
  const dot = name.lastIndexOf('.');
  return {
    service: name.slice(dot + 1),
    ...(dot < 0 ? {} : { subdomain: name.slice(0, dot) }),
    region: region!,
    partition: partition!,
    ...(/:states:action\/StartSyncExecution\b/.test(uri) ? { hostPrefix: 'sync-' } : {}),
  };
}

/** @throws NotServed without an endpoint, or without keys for AWS itself */
export function chooseEndpoint(named: NamedService, settings: ServiceSettings): Endpoint {
  const given = findEndpoint(named.service, settings);
  if (given !== undefined) return { url: given, credentials: settings.credentials ?? EMULATOR_KEYS };
  if (!settings.aws)
    throw new NotServed(
      `No endpoint for the AWS service \`${named.service}\`. Start an emulator, and name it: --endpoint http://127.0.0.1:5000 or --endpoint ${named.service}=http://127.0.0.1:5000.`,
    );
  if (!settings.credentials)
    throw new NotServed(
      'No keys to sign a request to AWS with. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  return { url: nameAws(named), credentials: settings.credentials };
}

export function findEndpoint(service: string, { endpoint }: ServiceSettings): string | undefined {
  return typeof endpoint === 'object' ? (endpoint[service] ?? endpoint['*']) : endpoint;
}

/** The URL of the service at AWS. */
export function nameAws({ service, region, partition, hostPrefix = '' }: NamedService): string {
  return `https://${hostPrefix}${service}.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}
