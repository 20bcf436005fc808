import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { cutCells } from './cells.ts';

describe('a table', () => {
  test('is cut at delimiters and line ends, but not inside quotes', () => {
    expect(cutCells('a;b\n"x;y";"say ""hi"""\n"two\nlines";z\n', ';')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x;y', 'say "hi"'] },
      { line: 4, cells: ['two\nlines', 'z'] },
      { line: 5, cells: [''] },
    ]);
  });

  test('keeps quotes that do not go round a whole cell', () => {
    expect(cutCells('=HYPERLINK("x");1\n"L’Atelier" du Pont;2', ';')).toEqual([
      { line: 1, cells: ['=HYPERLINK("x")', '1'] },
      { line: 2, cells: ['"L’Atelier" du Pont', '2'] },
    ]);
  });

  test('is none when a quote is never closed', () => {
    expect(cutCells('a;b\n"x;1\ny;2', ';')).toBeUndefined();
  });

  test('is cut as an independent reader of such tables cuts it, whatever stands in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ';', '\n', ','), maxLength: 6 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map(quoted).join(';')).join('\n');
        const cut = cutCells(text, ';')?.map((one) => one.cells);
        expect(cut).toEqual(rows);
        expect(cut).toEqual(parse(text, { delimiter: ';', record_delimiter: '\n', relax_column_count: true }));
      }),
    );
  });
});
