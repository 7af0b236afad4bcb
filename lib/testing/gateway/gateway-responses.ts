interface Own {
  readonly status: number;
  readonly message: string;
  /** `x-amzn-ErrorType`. */
  readonly errorType: string;
}

/** The answers that API Gateway gives without the service. */
export const GATEWAY_RESPONSES = {
  UNSUPPORTED_MEDIA_TYPE: badRequest(415, 'Unsupported Media Type'),
  BAD_REQUEST_BODY: badRequest(400, 'Invalid request body'),
  BAD_REQUEST_PARAMETERS: badRequest(400, 'Missing required request parameters'),
  DEFAULT_4XX: badRequest(400, 'Bad Request'),
  API_CONFIGURATION_ERROR: internalError(),
  INTEGRATION_FAILURE: internalError(),
} satisfies Readonly<Record<string, Own>>;

export type GatewayResponseType = keyof typeof GATEWAY_RESPONSES;

function badRequest(status: number, message: string): Own {
  return { status, message, errorType: 'BadRequestException' };
}

function internalError(): Own {
  return { status: 500, message: 'Internal server error', errorType: 'InternalServerErrorException' };
}
