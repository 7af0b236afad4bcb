import type { AwsIntegrationResponses } from './aws-integration-response.js';

/** What every direct service integration takes. */
export interface AwsServiceCommonOptions {
  /** ARN of the role that API Gateway assumes to call the service. Absent: the module's `credentials`. */
  readonly credentials?: string;
  /**
   * Region of the resource, where API Gateway calls the service. Absent: the region in the ARN or in the URL of the queue.
   * Without one there, the region of the API.
   */
  readonly region?: string;
  /** ARN of the customer managed KMS key that encrypts the resource: the derived policy allows what it needs. Absent: no rights on keys. */
  readonly kmsKeyArn?: string;
  /** Milliseconds before the caller gets 504, 50 to 29000. Absent: API Gateway's own 29000. */
  readonly timeout?: number;
  /** Content type to VTL template, instead of the generated ones. VTL is text: `${x}` in it is not a placeholder. */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /** Answers by pattern, added to the generated ones, or instead of one with the same pattern. */
  readonly responses?: AwsIntegrationResponses;
}
