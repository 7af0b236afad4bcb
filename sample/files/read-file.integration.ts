import type { AwsRawIntegration } from 'nestjs-aws-gateway';

const error = (message: string) => ({
  'application/json': JSON.stringify({ message }),
});

/** S3's own object, straight from the bucket. `${AWS::…}` is API Gateway's to fill, `${files_bucket}` Terraform's. */
export const readFileIntegration: AwsRawIntegration = {
  type: 'aws',
  httpMethod: 'GET',
  uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:s3:path/${files_bucket}/{key}',
  credentials: '${gateway_role_arn}',
  // There is no template that a body could fail to match: a GET has none.
  passthroughBehavior: 'when_no_templates',
  requestParameters: {
    'integration.request.path.key': 'method.request.path.path',
    'integration.request.header.If-None-Match': 'method.request.header.If-None-Match',
  },
  responses: {
    default: {
      statusCode: '200',
      responseParameters: {
        'method.response.header.Content-Type': 'integration.response.header.Content-Type',
        'method.response.header.ETag': 'integration.response.header.ETag',
      },
    },
    '304': { statusCode: '304' },
    // S3 answers 403 for what does not exist when the role may not list the bucket.
    '403|404': { statusCode: '404', responseTemplates: error('Not found') },
    '5\\d{2}': { statusCode: '502', responseTemplates: error('The storage did not answer') },
  },
};
