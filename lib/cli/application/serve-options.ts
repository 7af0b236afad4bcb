import type { ApiKeySettings } from '../../testing/gateway/authorizers/api-keys.js';
import type { TokenSettings } from '../../testing/gateway/authorizers/find-keys.js';
import type { IamSettings } from '../../testing/gateway/authorizers/iam-authorizer.js';
import type { FunctionSettings } from '../../testing/gateway/functions/local-function.js';
import type { BackendSettings } from '../../testing/gateway/services/forward-http.js';

/** What `apigen serve` needs beside the application. The options of the command line win over it. */
export interface ServeOptions
  extends
    FunctionSettings,
    BackendSettings,
    Omit<TokenSettings, 'trustUnsigned'>,
    IamSettings,
    ApiKeySettings {}
