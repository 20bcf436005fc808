import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page of a list. `totalCount` is only computed when a client asks for it. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

export interface CountedConnection<Node> extends Connection<Node> {
  totalCount(): number | Promise<number>;
}

@ObjectType('PageInfo', { description: 'Where a page stands in its list.', simpleResolvers: true })
@Directive('@shareable')
export class PageInfoType implements PageInfo {
  @Field(() => Boolean, { description: 'Whether items follow behind this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether items stand in front of this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item of this page, null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item of this page, null on an empty page.' })
  endCursor!: string | null;
}

/**
 * Makes the two types of a Relay connection, `<name>Connection` and `<name>Edge`.
 *
 * @param what the items, in the plural, for the descriptions, e.g. `positions held in this country`
 */
export function connectionType<Node extends object>(name: string, node: () => ClassType<Node>, what: string) {
  const edge = edgeType(name, node, what);

  @ObjectType(`${name}Connection`, { description: `A page of ${what}.`, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [edge], { description: 'The items of this page with their cursors, in the order of the list.' })
    edges!: readonly Edge<Node>[];

    @Field(() => PageInfoType, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** Like `connectionType`, with the number of all items of the list, counted when asked for. */
export function countedConnectionType<Node extends object>(name: string, node: () => ClassType<Node>, what: string) {
  const edge = edgeType(name, node, what);

  @ObjectType(`${name}Connection`, { description: `A page of ${what}, with their number.` })
  class ConnectionType {
    @Field(() => [edge], { simple: true, description: 'The items of this page with their cursors, in the order of the list.' })
    edges!: readonly Edge<Node>[];

    @Field(() => PageInfoType, { simple: true, description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    private readonly count!: () => number | Promise<number>;

    @Field(() => Int, { description: `How many ${what} there are in all.` })
    totalCount(): number | Promise<number> {
      return this.count();
    }
  }
  return ConnectionType;
}

function edgeType<Node extends object>(name: string, node: () => ClassType<Node>, what: string) {
  @ObjectType(`${name}Edge`, { description: `One of the ${what}, with its place in the list.`, simpleResolvers: true })
  class EdgeType {
    @Field(node, { description: 'The item itself.' })
    node!: Node;

    @Field(() => String, { description: 'The place of the item in the list, to continue from.' })
    cursor!: string;
  }
  return EdgeType;
}
