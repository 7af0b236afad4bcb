/** What a Java method of a template throws: API Gateway answers the caller with 500. */
export class JavaException extends Error {
  override readonly name = 'JavaException';
}
