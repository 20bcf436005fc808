export const listEncodings = ['UTF_8', 'UTF_16', 'WINDOWS_1252'] as const;
export type ListEncoding = (typeof listEncodings)[number];

export type FileTextRefusal = 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_NOT_TEXT';
export type FileText =
  | { readonly readable: true; readonly text: string; readonly encoding: ListEncoding }
  | { readonly readable: false; readonly reason: FileTextRefusal };

/** Bytes of the largest list: written as base64 in a request it stays below what the front door takes. */
export const largestFile = 160 * 1024;

/** What the bytes from 0x80 to 0x9f mean; the others mean what they do in Unicode. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Five byte values mean nothing in Windows-1252: a file that has one was written on something else, such as an old Macintosh. */
const meaninglessInWindows1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Signatures of what people send when they mean a list: a workbook (new, old), a PDF. */
const documents = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

/** Turns the bytes of a list into text, or says why they are none. UTF-8 is believed only when every byte fits. */
export function readFileText(bytes: Uint8Array): FileText {
  if (bytes.length === 0) return refuse('FILE_EMPTY');
  if (bytes.length > largestFile) return refuse('FILE_TOO_LARGE');
  if (documents.some((signature) => beginsWith(bytes, signature))) return refuse('FILE_NOT_TEXT');
  if (beginsWith(bytes, [0xff, 0xfe])) return decoded('UTF_16', strictly('utf-16le', bytes));
  if (beginsWith(bytes, [0xfe, 0xff])) return decoded('UTF_16', strictly('utf-16be', bytes));
  if (bytes.includes(0)) return refuse('FILE_NOT_TEXT');
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== undefined || beginsWith(bytes, [0xef, 0xbb, 0xbf])) return decoded('UTF_8', utf8);
  if (bytes.some((byte) => meaninglessInWindows1252.has(byte))) return refuse('FILE_NOT_TEXT');
  return decoded('WINDOWS_1252', readWindows1252(bytes));
}

/** Not TextDecoder: some versions of Node read its windows-1252 as Latin-1 and lose œ and €. */
function readWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => windows1252[byte - 0x80] ?? String.fromCharCode(byte)).join('');
}

function decoded(encoding: ListEncoding, text: string | undefined): FileText {
  if (text === undefined) return refuse('FILE_NOT_TEXT');
  if (text.trim() === '') return refuse('FILE_EMPTY');
  return { readable: true, text, encoding };
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refuse(reason: FileTextRefusal): FileText {
  return { readable: false, reason };
}
