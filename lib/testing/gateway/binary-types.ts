import type { PrivateDocument } from './integration-document.js';

/** Whether the media types that the document declares as binary have this one. Only the end of one may be open. */
export function isBinaryType(type: string | undefined, document: PrivateDocument): boolean {
  const binary = document['x-amazon-apigateway-binary-media-types'];
  if (type === undefined || !Array.isArray(binary)) return false;
  return (binary as readonly string[]).some((declared) => {
    const wanted = declared.toLowerCase();
    if (wanted === '*/*' || wanted === type) return true;
    return wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1));
  });
}
