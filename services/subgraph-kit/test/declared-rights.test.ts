import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Directive, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { scopes } from '../src/federation/rights.ts';
import { buildSubgraph } from '../src/federation/subgraph-schema.ts';
import { openLog } from '../src/log/log.ts';
import { type RunningServer, startSubgraphServer } from '../src/server/subgraph-server.ts';
import { testExecution } from '../src/testing/config.ts';
import { TestSubgraph, testIdentityKey } from '../src/testing/test-subgraph.ts';

const done: string[] = [];

@ObjectType()
@Directive('@key(fields: "id")')
class Letter {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  seal?: string;
}

@ObjectType()
class Vault {
  @Field(() => String)
  content!: string;
}

@Resolver(() => Letter)
class Letters {
  @Query(() => Letter)
  letter(): object {
    done.push('letter');
    return { id: '1' };
  }

  @Query(() => Vault)
  vault(): object {
    done.push('vault');
    return { content: 'gold' };
  }

  @Mutation(() => Boolean)
  burn(): boolean {
    done.push('burn');
    return true;
  }

  @FieldResolver(() => String)
  seal(): string {
    done.push('seal');
    return 'red';
  }
}

const { schema } = buildSubgraph({
  resolvers: [Letters],
  references: {
    Letter: ({ id }: { __typename: string; id: string }) => {
      done.push('reference');
      return { id };
    },
  },
  rights: {
    Query: { letter: 'anyone', vault: 'anyone' },
    Mutation: { burn: [['letters:burn', 'letters:read'], ['fire']] },
    Letter: { id: 'anyone', seal: scopes('letters:read') },
    Vault: 'signed in',
  },
});

let server: RunningServer;
let letters: TestSubgraph;
beforeAll(async () => {
  server = await startSubgraphServer({
    name: 'letters',
    schema,
    host: '127.0.0.1',
    port: 0,
    identityKeys: [testIdentityKey],
    execution: testExecution(),
    log: openLog('letters', 'silent'),
    contextFor: (request) => request,
    isReady: async () => true,
    onClose: async () => undefined,
  });
  letters = new TestSubgraph(server.url, 'letters');
});
beforeEach(() => {
  done.splice(0);
});
afterAll(() => server.close());

describe('a gateway that lets everything through finds refused by the subgraph, before anything is done', () => {
  const signedIn = (...held: string[]) => ({ sub: 'somebody', scopes: held });

  test.each([
    ['a field without its scope', '{ letter { id seal } }', signedIn(), 'FORBIDDEN', 'Letter.seal'],
    ['a field by nobody, even with a scope', '{ letter { seal } }', { scopes: ['letters:read'] }, 'UNAUTHENTICATED', 'Letter.seal'],
    [
      'a field under another name in a fragment',
      '{ letter { ...F } } fragment F on Letter { id: seal }',
      signedIn(),
      'FORBIDDEN',
      'Letter.seal',
    ],
    ['a field that is not even wanted', '{ letter { seal @include(if: false) } }', signedIn(), 'FORBIDDEN', 'Letter.seal'],
    ['nothing but the name of a protected type', '{ vault { __typename } }', {}, 'UNAUTHENTICATED', 'Query.vault'],
    ['half of a group of scopes', 'mutation { burn }', signedIn('letters:burn'), 'FORBIDDEN', 'Mutation.burn'],
  ])('%s', async (_what, query, as, code, coordinate) => {
    const { status, data, errors } = await letters.ask(query, { as });
    expect([status, data, done]).toEqual([200, null, []]);
    expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(coordinate) }]);
  });

  test('a field of an entity', async () => {
    const { data, errors } = await letters.entities('Letter', [{ id: '1' }], 'id seal', signedIn('letters'));
    expect([data, errors[0]?.extensions.code, done]).toEqual([null, 'FORBIDDEN', []]);
  });

  test('said in the language of the reader', async () => {
    const { errors } = await letters.ask('mutation { burn }', { as: { ...signedIn(), lang: 'fr' } });
    expect(errors[0]?.message).toBe(
      '« Mutation.burn » demande letters:burn et letters:read, ou fire : demandez ce droit à qui vous a ouvert l’accès.',
    );
  });

  test('and answers whoever has the right', async () => {
    expect((await letters.ask('{ letter { id } }')).data).toEqual({ letter: { id: '1' } });
    expect((await letters.ask('mutation { burn }', { as: signedIn('fire') })).data).toEqual({ burn: true });
    const { data } = await letters.entities('Letter', [{ id: '1' }], 'seal', signedIn('letters:read'));
    expect(data).toEqual({ _entities: [{ seal: 'red' }] });
    expect((await letters.ask('query A { letter { id } } query B { letter { seal } }', { as: signedIn('letters:read') })).status).toBe(400);
  });
});
