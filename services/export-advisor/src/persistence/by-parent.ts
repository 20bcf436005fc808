/** Rows of one statement for many parents carry the key of theirs. */
export interface OfParent {
  readonly parent: string;
}

export function oneByParent<Row extends OfParent, Value>(rows: readonly Row[], read: (row: Row) => Value): Map<string, Value> {
  return new Map(rows.map((row) => [row.parent, read(row)]));
}

export function manyByParent<Row extends OfParent, Value>(rows: readonly Row[], read: (row: Row) => Value): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.parent);
    if (group) group.push(read(row));
    else groups.set(row.parent, [read(row)]);
  }
  return groups;
}
