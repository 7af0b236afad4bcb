import { asJson } from '../json.js';
import { judgeBody, judgeResponses } from './judge-bodies.js';
import { judgeIntegration } from './judge-integration.js';
import { judgeParameters } from './judge-parameters.js';
import { judgePreflight } from './judge-preflight.js';
import { judgeValidatorName } from './judge-root.js';
import { judgeSecurity } from './judge-security.js';
import { INTEGRATION, type OperationPlace } from './verdict.js';

export function judgeOperation(at: OperationPlace): void {
  const { operation, document, place, report } = at;
  for (const field of ['callbacks', 'servers']) {
    if (field in operation) report('dropped', field, place);
  }
  judgeSecurity(at);
  judgeParameters(at);
  if (operation['requestBody'] !== undefined) judgeBody(asJson(operation['requestBody']), at);
  judgeResponses(at);
  judgeValidatorName(document, operation['x-amazon-apigateway-request-validator'], place, report);
  if (!(INTEGRATION in operation)) {
    // Taken in silence, as in LocalStack's test_import_documentation_parts (2026-02-09); no deployment takes it.
    report('broken', 'No integration defined for method', place);
    return;
  }
  judgeIntegration(at);
  if (at.preflight) judgePreflight(at);
}
