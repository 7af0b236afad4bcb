import type { AwsRawIntegration } from 'nestjs-aws-gateway';

/**
 * What S3 knows of an object, without the object: an action that `@AwsS3` does not have, so it is written as API
 * Gateway takes it. `${AWS::…}` is API Gateway's to fill, `${files_bucket}` Terraform's.
 */
export const describeFileIntegration: AwsRawIntegration = {
  type: 'aws',
  httpMethod: 'HEAD',
  uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:s3:path/${files_bucket}/{path}',
  credentials: '${gateway_role_arn}',
  // There is no template that a body could fail to match: a HEAD has none.
  passthroughBehavior: 'when_no_templates',
  requestParameters: { 'integration.request.path.path': 'method.request.path.path' },
  responses: {
    default: {
      statusCode: '200',
      responseParameters: {
        'method.response.header.Content-Type': 'integration.response.header.Content-Type',
        'method.response.header.ETag': 'integration.response.header.ETag',
        'method.response.header.Last-Modified': 'integration.response.header.Last-Modified',
      },
    },
    // S3 answers 403 for what does not exist when the role may not list the bucket.
    '4\\d{2}': { statusCode: '404' },
    '5\\d{2}': { statusCode: '502' },
  },
};
