/** What passes as text whether it is declared or not. */
const TEXT =
  /^(?:text\/.*|application\/(?:json|xml|x-www-form-urlencoded|javascript|ecmascript|x-javascript|x-ndjson|jsonl|yaml|x-yaml|graphql|sql|toml)|.*[+](?:json|xml|yaml))$/;

export function isTextType(type: string): boolean {
  return TEXT.test(nameType(type));
}

/** A media type without parameters, in lower case. */
export function nameType(type: string): string {
  return type.split(';')[0]!.trim().toLowerCase();
}

/** Which of the binary media types of an API covers a content type. */
export function findBinaryType<Binary extends { readonly type: string }>(
  type: string,
  binaryTypes: readonly Binary[],
): Binary | undefined {
  const [main, sub] = nameType(type).split('/');
  return binaryTypes.find((given) => {
    const [ofMain, ofSub] = given.type.toLowerCase().split('/');
    return (ofMain === '*' || ofMain === main) && (ofSub === '*' || ofSub === sub);
  });
}

/** Whether a mapping template reads the caller's body, which it can read only as text. */
export function readsBody(template: string): boolean {
  return /\binput\.(body|json|path)\b/.test(template);
}
