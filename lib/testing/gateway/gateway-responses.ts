interface Own {
  readonly status: number;
  readonly message: string | null;
  /** `x-amzn-ErrorType`. */
  readonly errorType: string;
}

/**
 * The answers that API Gateway gives without the service.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const GATEWAY_RESPONSES = {
  ACCESS_DENIED: own(403, 'User is not authorized to access this resource', 'AccessDeniedException'),
  API_CONFIGURATION_ERROR: internalError(),
  // Seen in public reports: the body is `{"message":null}`.
  AUTHORIZER_CONFIGURATION_ERROR: own(500, null, 'AuthorizerConfigurationException'),
  AUTHORIZER_FAILURE: own(500, null, 'AuthorizerConfigurationException'),
  BAD_REQUEST_BODY: badRequest(400, 'Invalid request body'),
  BAD_REQUEST_PARAMETERS: badRequest(400, 'Missing required request parameters'),
  DEFAULT_4XX: badRequest(400, 'Bad Request'),
  DEFAULT_5XX: internalError(),
  EXPIRED_TOKEN: own(403, 'The security token included in the request is expired', 'ExpiredTokenException'),
  INTEGRATION_FAILURE: internalError(),
  INTEGRATION_TIMEOUT: own(504, 'Endpoint request timed out', 'InternalServerErrorException'),
  INVALID_API_KEY: own(403, 'Forbidden', 'ForbiddenException'),
  INVALID_SIGNATURE: own(
    403,
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    'InvalidSignatureException',
  ),
  MISSING_AUTHENTICATION_TOKEN: own(
    403,
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
  ),
  QUOTA_EXCEEDED: own(429, 'Limit Exceeded', 'LimitExceededException'),
  REQUEST_TOO_LARGE: own(413, 'Request Entity Too Large', 'RequestEntityTooLargeException'),
  THROTTLED: own(429, 'Too Many Requests', 'TooManyRequestsException'),
  UNAUTHORIZED: own(401, 'Unauthorized', 'UnauthorizedException'),
  UNSUPPORTED_MEDIA_TYPE: badRequest(415, 'Unsupported Media Type'),
} satisfies Readonly<Record<string, Own>>;

export type GatewayResponseType = keyof typeof GATEWAY_RESPONSES;

function own(status: number, message: string | null, errorType: string): Own {
  return { status, message, errorType };
}

function badRequest(status: number, message: string): Own {
  return own(status, message, 'BadRequestException');
}

function internalError(): Own {
  return own(500, 'Internal server error', 'InternalServerErrorException');
}
