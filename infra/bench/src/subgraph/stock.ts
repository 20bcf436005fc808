import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import DataLoader from 'dataloader';
import { parse } from 'graphql';
import { Arg, buildSchemaSync, Ctx, createResolversMap, Directive, Field, Float, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Column, DataSource, Entity, In, PrimaryColumn } from 'typeorm';
import { parts } from './parts.ts';

interface StockContext {
  readonly list: (first: number) => readonly PartEntity[] | Promise<readonly PartEntity[]>;
  readonly partById: DataLoader<string, PartEntity | null>;
}

@Entity('part')
@ObjectType('Part')
@Directive('@key(fields: "id")')
class PartEntity {
  @PrimaryColumn('text')
  @Field(() => ID)
  id!: string;
  @Column('text')
  @Field(() => String)
  code!: string;
  @Column('text')
  @Field(() => String)
  name!: string;
  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  material!: string | null;
  @Column('integer')
  @Field(() => Int)
  weight!: number;
  @Column('double precision')
  @Field(() => Float)
  length!: number;
  @Column('boolean')
  @Field(() => Boolean)
  certified!: boolean;
  @Column('date')
  @Field(() => LocalDateScalar)
  since!: string;
}

@Resolver(() => PartEntity)
class PartResolver {
  @Query(() => [PartEntity])
  parts(@Arg('first', () => Int) first: number, @Ctx() { list }: StockContext): readonly PartEntity[] | Promise<readonly PartEntity[]> {
    return list(first);
  }
}

/** The same resolvers as a tutorial has them: entities of TypeORM that are types of the graph, and Apollo Server as it comes. */
export async function startStock(databaseUrl: string | undefined): Promise<string> {
  const source = databaseUrl
    ? await new DataSource({ type: 'postgres', url: databaseUrl, entities: [PartEntity], extra: { max: 8 } }).initialize()
    : undefined;
  const repository = source?.getRepository(PartEntity);
  const byId = new Map(parts.map((part) => [part.id, part]));
  const list = (first: number) => repository?.find({ order: { id: 'ASC' }, take: first }) ?? parts.slice(0, first).map(copy);
  const find = async (ids: readonly string[]): Promise<(PartEntity | null)[]> => {
    if (!repository) return ids.map((id) => copy(byId.get(id) as PartEntity));
    const found = new Map((await repository.findBy({ id: In([...ids]) })).map((part) => [part.id, part]));
    return ids.map((id) => found.get(id) ?? null);
  };
  const classes = buildSchemaSync({ resolvers: [PartResolver], skipCheck: true });
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
  const resolvers: Record<string, unknown> = createResolversMap(classes);
  resolvers['Part'] = {
    ...(resolvers['Part'] as object),
    __resolveReference: ({ id }: { id: string }, { partById }: StockContext) => partById.load(id),
  };
  const typeDefs = parse(`${link}\n${printSchemaWithDirectives(classes)}`);
  const server = new ApolloServer<StockContext>({ schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]) });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async () => ({ list, partById: new DataLoader(find) }),
  });
  return url;
}

/** Rows come anew with each request. */
function copy(part: (typeof parts)[number]): PartEntity {
  return Object.assign(new PartEntity(), part);
}
