import type { CognitoAuthorizer } from './cognito-authorizer.js';
import type { IamAuthorizer } from './iam-authorizer.js';
import type { JwtAuthorizer } from './jwt-authorizer.js';
import type { LambdaAuthorizer } from './lambda-authorizer.js';

/** What can guard a route. The union is told apart by `kind`. */
export type Authorizer = LambdaAuthorizer | CognitoAuthorizer | IamAuthorizer | JwtAuthorizer;
