import { buildSubgraph } from '@leader/subgraph-kit/federation/subgraph-schema';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { openLog } from '@leader/subgraph-kit/log/log';
import { openDatabase } from '@leader/subgraph-kit/postgres/database';
import { type RequestContext, startSubgraphServer } from '@leader/subgraph-kit/server/subgraph-server';
import DataLoader from 'dataloader';
import { Arg, Ctx, Directive, Field, Float, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { identityKey } from './asking.ts';
import { columns, type Part, parts } from './parts.ts';

interface PartContext extends RequestContext {
  readonly list: (first: number) => readonly Part[] | Promise<readonly Part[]>;
  readonly partById: DataLoader<string, Part | null>;
}

@ObjectType('Part', { simpleResolvers: true })
@Directive('@key(fields: "id")')
class PartType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  material!: string | null;
  @Field(() => Int)
  weight!: number;
  @Field(() => Float)
  length!: number;
  @Field(() => Boolean)
  certified!: boolean;
  @Field(() => LocalDateScalar)
  since!: string;
}

@Resolver(() => PartType)
class PartResolver {
  @Query(() => [PartType])
  parts(@Arg('first', () => Int) first: number, @Ctx() { list }: PartContext): readonly Part[] | Promise<readonly Part[]> {
    return list(first);
  }
}

const { schema } = buildSubgraph<PartContext>({
  resolvers: [PartResolver],
  references: { Part: ({ id }: { __typename: string; id: string }, { partById }) => partById.load(id) },
  rights: {
    Query: { parts: [['parts:read']] },
    Part: {
      ...{ id: 'anyone', code: 'anyone', name: 'anyone', material: 'anyone' },
      ...{ weight: [['parts:read']], length: 'anyone', certified: 'signed in', since: 'anyone' },
    },
  },
});

/** A subgraph built from the kit, with everything on that production has on. */
export async function startOurs(databaseUrl: string | undefined): Promise<string> {
  const log = openLog('bench', 'error');
  const database = databaseUrl
    ? await openDatabase({ url: databaseUrl, applicationName: 'bench', rows: [], migrations: [], log })
    : undefined;
  const byId = new Map(parts.map((part) => [part.id, part]));
  const list = (first: number) =>
    database ? database.query<Part>(`SELECT ${columns} FROM part ORDER BY id LIMIT $1`, [first]) : parts.slice(0, first).map(copy);
  const find = async (ids: readonly string[]): Promise<(Part | null)[]> => {
    if (!database) return ids.map((id) => copy(byId.get(id) as Part));
    const rows = await database.query<Part>(`SELECT ${columns} FROM part WHERE id = ANY($1)`, [ids]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  };
  const { url } = await startSubgraphServer<PartContext>({
    name: 'parts',
    schema,
    host: '127.0.0.1',
    port: 0,
    identityKeys: [identityKey],
    log,
    contextFor: (request) => ({ ...request, list, partById: new DataLoader(find) }),
    isReady: async () => true,
    metrics: { address: { host: '127.0.0.1', port: 0 }, database: database ?? { sessions: { busy: 0, idle: 0, waiting: 0 } } },
    onClose: async () => undefined,
  });
  return `${url}/graphql`;
}

/** Rows come anew with each request. */
function copy(part: Part): Part {
  return { ...part };
}
