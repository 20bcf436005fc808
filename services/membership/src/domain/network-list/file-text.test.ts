import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { largestFile, readFileText } from './file-text.ts';

const line = 'Raison sociale;CA (k€)\r\nGaillac Œno Process;9 310';

describe('a list as it comes', () => {
  test.each([
    ['Windows-1252, as spreadsheets in France save it', iconv.encode(line, 'windows-1252'), 'WINDOWS_1252'],
    ['UTF-8', Buffer.from(line), 'UTF_8'],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${line}`), 'UTF_8'],
    ['UTF-16 with a byte-order mark', iconv.encode(line, 'utf-16le', { addBOM: true }), 'UTF_16'],
    ['UTF-16 of the other byte order', iconv.encode(line, 'utf-16be', { addBOM: true }), 'UTF_16'],
  ])('is read in %s, with every accent, œ and €', (_, bytes, encoding) => {
    expect(readFileText(bytes)).toEqual({ readable: true, text: line, encoding });
  });

  test.each([
    ['nothing at all', Buffer.alloc(0), 'FILE_EMPTY'],
    ['nothing but spaces', Buffer.from('\ufeff \r\n\t'), 'FILE_EMPTY'],
    ['a workbook', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(line)]), 'FILE_NOT_TEXT'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'FILE_NOT_TEXT'],
    ['bytes with zeros in them', Buffer.from('a\0b'), 'FILE_NOT_TEXT'],
    ['UTF-16 without a mark', iconv.encode(line, 'utf-16le'), 'FILE_NOT_TEXT'],
    ['the mark of UTF-8 with other bytes behind it', Buffer.concat([Buffer.from('\ufeff'), Buffer.from([0xe9])]), 'FILE_NOT_TEXT'],
    ['the accents of an old Macintosh', Buffer.from([0x4d, 0x8f, 0x72, 0x65]), 'FILE_NOT_TEXT'],
    ['more than 160 KB', Buffer.alloc(largestFile + 1, 0x61), 'FILE_TOO_LARGE'],
  ])('is refused when it is %s', (_, bytes, reason) => {
    expect(readFileText(bytes)).toEqual({ readable: false, reason });
  });

  test('has in Windows-1252 every letter that this encoding knows', () => {
    const bytes = Buffer.from(
      Array.from({ length: 255 }, (_, index) => index + 1).filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)),
    );
    expect(readFileText(bytes)).toEqual({ readable: true, encoding: 'WINDOWS_1252', text: iconv.decode(bytes, 'windows-1252') });
  });

  test('may be exactly as large as allowed', () => {
    expect(readFileText(Buffer.alloc(largestFile, 0x61)).readable).toBe(true);
  });
});
