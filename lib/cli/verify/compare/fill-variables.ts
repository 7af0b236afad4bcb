/** What API Gateway fills in when it imports a document. */
export interface Variables {
  readonly region: string;
  readonly account: string;
}

/** Fills in the import variables, which an emulator may leave as they are. */
export function fillVariables<Value>(value: Value, { region, account }: Variables): Value {
  const text = JSON.stringify(value)
    .replaceAll('${AWS::Region}', region)
    .replaceAll('${AWS::Partition}', 'aws')
    .replaceAll('${AWS::AccountId}', account);
  return JSON.parse(text) as Value;
}
