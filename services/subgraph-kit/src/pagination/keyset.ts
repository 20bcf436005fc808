import { InvalidInput } from '../errors/errors.ts';
import type { SqlParameters } from '../postgres/sql-parameters.ts';
import type { Edge, PageInfo } from './connection.type.ts';
import type { PageArgs } from './page-args.ts';

const largestPage = 100;

/** One column of a list's order. It must never be null. `sql` is ours, never a client's text. */
export interface KeysetColumn {
  readonly sql: string;
  readonly type: 'text' | 'uuid' | 'date' | 'timestamptz' | 'bigint' | 'float8';
}

/** Rows carry their place in the list under these names, as `Keyset.select` asked for them. */
export type CursorColumns = Record<`cursor_${number}`, string>;

/**
 * The stable order of one list, with an id as its last column, so that a page continues exactly where the last one
 * ended however many rows came or went in between, and the hundredth page costs what the first one does.
 */
export class Keyset {
  constructor(
    /** Written into each cursor: a cursor of another list or order is refused. */
    private readonly list: string,
    private readonly columns: readonly KeysetColumn[],
    private readonly direction: 'ASC' | 'DESC' = 'ASC',
  ) {}

  /** The columns a query must select for its rows to become edges. */
  get select(): string {
    return this.columns.map((column, index) => `(${column.sql})::text AS cursor_${index}`).join(', ');
  }

  /**
   * @throws InvalidInput when the page asked for is none: both ends, no end, too many items, or a cursor from elsewhere.
   */
  page(args: PageArgs): Page {
    const { first, last, after, before } = args;
    if ((first == null) === (last == null)) throw new InvalidInput('Say how many items you want with either first or last, from 1 to 100.');
    const size = (first ?? last) as number;
    if (size < 1 || size > largestPage)
      throw new InvalidInput(`A page has 1 to ${largestPage} items; ask for the next ones with the cursor of the last.`);
    if (first != null && before != null) throw new InvalidInput('first goes with after, last goes with before.');
    if (last != null && after != null) throw new InvalidInput('first goes with after, last goes with before.');
    const cursor = after ?? before;
    return new Page(size, last != null, cursor == null ? undefined : this.readCursor(cursor), this);
  }

  writeCursor(row: CursorColumns): string {
    return Buffer.from(JSON.stringify([this.list, ...this.columns.map((_, index) => row[`cursor_${index}`])])).toString('base64url');
  }

  /** The order of the list, or its reverse when a page is read from the end. */
  orderBy(backward: boolean): string {
    const way = (this.direction === 'ASC') === backward ? 'DESC' : 'ASC';
    return this.columns.map((column) => `${column.sql} ${way}`).join(', ');
  }

  /** True of the rows behind the cursor in reading direction; of all rows without one. */
  behind(cursor: readonly string[] | undefined, backward: boolean, parameters: SqlParameters): string {
    if (!cursor) return 'TRUE';
    const operator = (this.direction === 'ASC') === backward ? '<' : '>';
    const places = this.columns.map((column, index) => `${parameters.add(cursor[index])}::${column.type}`);
    return `(${this.columns.map((column) => column.sql).join(', ')}) ${operator} (${places.join(', ')})`;
  }

  private readCursor(text: string): string[] {
    const [list, ...values] = decoded(text);
    const fits =
      list === this.list &&
      values.length === this.columns.length &&
      this.columns.every((column, index) => isOf(column.type, values[index]));
    if (!fits) throw new InvalidInput('This cursor does not belong to this list. Send a cursor that this list gave you, or none.');
    return values as string[];
  }
}

/** One page of a list: what to ask the database for, and how its rows become edges. */
export class Page {
  constructor(
    private readonly size: number,
    private readonly backward: boolean,
    private readonly cursor: readonly string[] | undefined,
    private readonly keyset: Keyset,
  ) {}

  /** One row more than asked for tells whether the list goes on. */
  get limit(): number {
    return this.size + 1;
  }

  get orderBy(): string {
    return this.keyset.orderBy(this.backward);
  }

  where(parameters: SqlParameters): string {
    return this.keyset.behind(this.cursor, this.backward, parameters);
  }

  /** Two equal pages of the same list can be read by one statement for many parents. */
  get key(): string {
    return JSON.stringify([this.size, this.backward, this.cursor]);
  }

  slice<Row extends CursorColumns, Node>(rows: readonly Row[], toNode: (row: Row) => Node): { edges: Edge<Node>[]; pageInfo: PageInfo } {
    const more = rows.length > this.size;
    const kept = rows.slice(0, this.size);
    if (this.backward) kept.reverse();
    const edges = kept.map((row) => ({ node: toNode(row), cursor: this.keyset.writeCursor(row) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: this.backward ? this.cursor !== undefined : more,
        hasPreviousPage: this.backward ? more : this.cursor !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}

function decoded(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const shapes: Record<KeysetColumn['type'], RegExp> = {
  text: /^[^\0]{0,500}$/su,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  timestamptz: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/,
  bigint: /^-?\d{1,18}$/,
  float8: /^-?\d{1,17}(\.\d{1,17})?(e[+-]?\d{1,3})?$/,
};

function isOf(type: KeysetColumn['type'], value: unknown): boolean {
  if (typeof value !== 'string' || !shapes[type].test(value)) return false;
  return (type !== 'date' && type !== 'timestamptz') || !Number.isNaN(Date.parse(value.slice(0, 10)));
}
