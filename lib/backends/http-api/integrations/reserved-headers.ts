/** "Transforming API requests and responses": these headers cannot be mapped. */
const RESERVED =
  /^(access-control-.*|apigw-.*|x-amz-.*|x-amzn-.*|authorization|connection|content-encoding|content-length|content-location|forwarded|keep-alive|origin|proxy-authenticate|proxy-authorization|te|trailers|transfer-encoding|upgrade|x-forwarded-for|x-forwarded-host|x-forwarded-proto|via)$/i;

export function isReservedHeader(name: string): boolean {
  return RESERVED.test(name);
}
