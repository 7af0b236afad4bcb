/** One answer of a non-proxy integration. Its fields have API Gateway's own names, so the status is `statusCode`. */
export interface AwsIntegrationResponse {
  /** HTTP status that the caller gets. */
  readonly statusCode: number | string;
  /** Content type to VTL template. VTL is text: `${x}` in it is not a placeholder. Absent: the body passes unchanged. */
  readonly responseTemplates?: Readonly<Record<string, string>>;
  /** `method.response.header.NAME` to a mapping expression, such as `'literal'` or `integration.response.header.NAME`. Absent: no header is mapped. */
  readonly responseParameters?: Readonly<Record<string, string>>;
  /** Conversion of the answer's body. Absent: it passes as it is. */
  readonly contentHandling?: 'CONVERT_TO_TEXT' | 'CONVERT_TO_BINARY';
}

/**
 * Answers by what came back: a Java regular expression over the whole subject, or `default`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration-responses.html
 */
export type AwsIntegrationResponses = Readonly<Record<string, AwsIntegrationResponse>>;
