export interface TableLine {
  /** Line of the file on which the row ends, counted from 1 as an editor does. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Cuts a table by RFC 4180: quoted cells may hold the delimiter, line ends and doubled quotes. A quote elsewhere, or one
 * that closes before the cell ends, is a sign like any other, as spreadsheets take it.
 *
 * @param text with \n between its lines
 * @returns undefined when a quote is opened and never closed.
 */
export function cutCells(text: string, delimiter: string): TableLine[] | undefined {
  const lines: TableLine[] = [];
  let cells: string[] = [];
  let line = 1;
  for (let at = 0; at <= text.length; ) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : { content: '', end: at };
    if (!quoted) return undefined;
    const isWhole = quoted.end === text.length || text[quoted.end] === delimiter || text[quoted.end] === '\n';
    const end = endOfCell(text, delimiter, quoted.end);
    const cell = text[at] === '"' && isWhole ? quoted.content : text.slice(at, end);
    line += text.slice(at, end).split('\n').length - 1;
    cells.push(cell);
    if (text[end] !== delimiter) {
      lines.push({ line, cells });
      cells = [];
      line += 1;
    }
    at = end + 1;
  }
  return lines;
}

function quotedCell(text: string, start: number): { content: string; end: number } | undefined {
  for (let close = text.indexOf('"', start + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text[close + 1] !== '"') return { content: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
  }
  return undefined;
}

function endOfCell(text: string, delimiter: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
  return end;
}
