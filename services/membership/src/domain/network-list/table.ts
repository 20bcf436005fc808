import { cutCells, type TableLine } from './cells.ts';
import { type Columns, type ColumnsRefusal, countRecognised, recogniseColumns } from './columns.ts';

export type TableRefusal = ColumnsRefusal | 'NO_ROWS' | 'TOO_MANY_ROWS' | 'QUOTE_NOT_CLOSED';

/** A list cut into rows and cells, with its columns understood. */
export interface Table {
  readonly delimiter: string;
  readonly columns: Columns;
  readonly lines: readonly TableLine[];
}

export type ReadTable =
  | { readonly readable: true; readonly table: Table }
  | { readonly readable: false; readonly reason: TableRefusal; readonly named: readonly string[] };

export const mostRows = 5_000;

const delimiters = [';', ',', '\t', '|'];

/** A title, a date and an empty line often stand above the headings. */
const deepestHeading = 10;

/** Cuts the text into rows by the delimiter under which rows are as wide as the headings and most of these make sense, or says why it is no list. */
export function readTable(text: string): ReadTable {
  // One kind of line end, because a file that passed through two systems has both.
  const unified = text.replace(/\r\n?/g, '\n').replace(/^sep=.\n/i, '\n');
  const readings = delimiters.map((delimiter) => headed(unified, delimiter)).filter((reading) => reading !== undefined);
  const [best] = readings.sort((left, right) => Number(right.isEven) - Number(left.isEven) || right.recognised - left.recognised);
  if (!best) return { readable: false, reason: 'QUOTE_NOT_CLOSED', named: [] };
  const recognised = recogniseColumns(best.headings);
  if (!recognised.understood) return { readable: false, reason: recognised.reason, named: recognised.headings };
  if (best.rows.length === 0) return { readable: false, reason: 'NO_ROWS', named: [] };
  if (best.rows.length > mostRows) return { readable: false, reason: 'TOO_MANY_ROWS', named: [] };
  return { readable: true, table: { delimiter: best.delimiter, columns: recognised.columns, lines: best.rows } };
}

interface Headed {
  readonly delimiter: string;
  readonly headings: readonly string[];
  readonly recognised: number;
  /** Whether most rows have as many cells as there are headings, and more than one. */
  readonly isEven: boolean;
  readonly rows: readonly TableLine[];
}

function headed(text: string, delimiter: string): Headed | undefined {
  const lines = cut(text, delimiter);
  if (!lines) return undefined;
  const counts = lines.slice(0, deepestHeading).map((line) => countRecognised(line.cells));
  const recognised = Math.max(0, ...counts);
  const place = Math.max(0, counts.indexOf(recognised));
  const headings = lines[place]?.cells ?? [];
  const rows = lines.slice(place + 1);
  const even = rows.filter((row) => row.cells.length === headings.length);
  return { delimiter, headings, recognised, isEven: headings.length > 1 && even.length * 2 >= rows.length, rows };
}

function cut(text: string, delimiter: string): TableLine[] | undefined {
  return cutCells(text, delimiter)?.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}
