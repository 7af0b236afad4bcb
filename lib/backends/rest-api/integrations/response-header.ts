/** What a mapping to a header of the answer begins with. */
export const RESPONSE_HEADER = 'method.response.header.';
