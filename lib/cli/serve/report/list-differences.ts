import type { PrivateDocument } from '../../../testing/gateway/integration-document.js';
import type { ServeArguments } from '../serve-arguments.js';

/** A part of API Gateway that is not here, and whether a document uses it. */
interface Difference {
  readonly words: string;
  isUsed(document: PrivateDocument, given: ServeArguments): boolean;
}

const DIFFERENCES: readonly Difference[] = [
  {
    words: 'IAM: the policies of callers are not evaluated',
    isUsed: (document) => has(document, '"x-amazon-apigateway-authtype":"awsSigv4"'),
  },
  {
    words: 'the resource policy is not evaluated',
    isUsed: (document) => document['x-amazon-apigateway-policy'] !== undefined,
  },
  {
    words: 'the role of an integration is not assumed, and its permissions are not checked',
    isUsed: (document) => has(document, '"credentials":'),
  },
  {
    words: 'tokens are accepted without checking their signature (--trust-unsigned)',
    isUsed: (_, { trustUnsigned }) => trustUnsigned,
  },
  {
    words: 'VPC links: a backend is called at its URL, or at the one of --backend',
    isUsed: (document) => has(document, '"VPC_LINK"'),
  },
  {
    words: 'no cache, no throttling of the stage, no canary, no WAF, no access logs',
    isUsed: () => true,
  },
];

/** What the local gateway cannot do as AWS does, as far as the application uses it. */
export function listDifferences(document: PrivateDocument, given: ServeArguments): readonly string[] {
  return DIFFERENCES.filter(({ isUsed }) => isUsed(document, given)).map(({ words }) => words);
}

function has(document: PrivateDocument, text: string): boolean {
  return JSON.stringify(document).includes(text);
}
