import { beforeAll, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AwsDynamoDb, fromBody, fromPath, fromQuery } from 'nestjs-aws-gateway';
import { clientOptions } from '../support/services-client.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';

class PersonDto {
  @ApiProperty() team!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ required: false }) age?: number;
}

class PeopleDto {
  @ApiProperty({ type: [PersonDto] }) people!: PersonDto[];
  @ApiProperty({ required: false }) nextCursor?: string;
}

const table = '${people_table}';

@Controller('teams/:team/people')
class PeopleController {
  @Post()
  @AwsDynamoDb({
    action: 'PutItem',
    table,
    key: { team: fromPath('team'), name: fromBody('$.name') },
    item: fromBody(),
    condition: 'absent',
  })
  add(@Param('team') team: string, @Body() person: PersonDto): void {
    throw [team, person];
  }

  @Get(':name')
  @AwsDynamoDb({ action: 'GetItem', table, key: { team: fromPath('team'), name: fromPath('name') } })
  @ApiOkResponse({ type: PersonDto })
  read(@Param('team') team: string, @Param('name') name: string): PersonDto {
    throw [team, name];
  }

  @Get()
  @AwsDynamoDb({
    action: 'Query',
    table,
    key: { team: fromPath('team'), name: { beginsWith: fromQuery('prefix') } },
    limit: fromQuery('limit'),
    cursor: fromQuery('cursor'),
  })
  @ApiOkResponse({ type: PeopleDto })
  list(@Param('team') team: string, @Query('prefix') prefix: string): PeopleDto {
    throw [team, prefix];
  }
}

const NAME = 'O\'Brien "x" \\ ${y} #set';

export function smallApplicationSuite(moto: () => string): void {
  let gateway: ServicesGateway;

  beforeAll(async () => {
    await new DynamoDBClient(clientOptions(moto())).send(
      new CreateTableCommand({
        TableName: 'people',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'team', KeyType: 'HASH' },
          { AttributeName: 'name', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'team', AttributeType: 'S' },
          { AttributeName: 'name', AttributeType: 'S' },
        ],
      }),
    );
    gateway = await openGateway(moto(), [PeopleController], { people_table: 'people' });
  });

  it('puts, gets and queries a name that means something to every language on its way', async () => {
    const people = [NAME, `${NAME} 2`, `${NAME} 3`].map((name, age) => ({ team: NAME, name, age }));
    const path = { team: NAME };
    for (const body of people) {
      const answer = await gateway.send('POST /teams/{team}/people', { path, body });
      expect(answer).toMatchObject({ status: 201, body: '{}' });
    }
    const found = await gateway.send('GET /teams/{team}/people/{name}', { path: { ...path, name: NAME } });
    expect({ status: found.status, body: found.json() }).toEqual({ status: 200, body: people[0] });

    const query = { prefix: NAME, limit: '2' };
    const first = await gateway.send('GET /teams/{team}/people', { path, query });
    const { people: some, nextCursor } = first.json() as PeopleDto;
    expect(some).toEqual(people.slice(0, 2));
    const second = await gateway.send('GET /teams/{team}/people', {
      path,
      query: { ...query, cursor: nextCursor! },
    });
    expect(second.json()).toEqual({ people: people.slice(2) });
  });
}
