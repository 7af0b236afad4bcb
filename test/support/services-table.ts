import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Creates a table. The type of each attribute of the key, its partition key first: `{ pk: 'S', sk: 'S' }`. */
export async function createTable(
  client: DynamoDBClient,
  TableName: string,
  key: Readonly<Record<string, 'S' | 'N'>>,
): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Object.keys(key).map((AttributeName, index) => ({
        AttributeName,
        KeyType: index === 0 ? 'HASH' : 'RANGE',
      })),
      AttributeDefinitions: Object.entries(key).map(([AttributeName, AttributeType]) => ({
        AttributeName,
        AttributeType,
      })),
    }),
  );
}
