import { FetchFailed } from './fetch-failed.ts';
import { largestHead, readField } from './response-head.ts';
import type { Body } from './response-reader.ts';

const endOfLine = '\r\n';
/** Bytes. Only fields after the last chunk are longer than a number. */
const longestLine = 4 * 1024;
const sizeLine = /^([0-9a-f]{1,8})[ \t]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/i;
const nothing = Buffer.alloc(0);

/** A body that comes in chunks, each with its length before it. */
export class ChunkedBody implements Body {
  surplus = 0;
  private readonly parts: Buffer[] = [];
  private length = 0;
  private held = nothing;
  /** Bytes of the chunk at hand that have not come yet. */
  private missing = 0;
  private next: 'size' | 'end of chunk' | 'field' = 'size';
  private ofFields = 0;

  /** @param largest in bytes */
  constructor(private readonly largest: number) {}

  add(bytes: Buffer): Buffer | undefined {
    let rest = this.held.length === 0 ? bytes : Buffer.concat([this.held, bytes]);
    this.held = nothing;
    for (;;) {
      rest = this.takeData(rest);
      if (this.missing > 0) return undefined;
      const end = rest.indexOf(endOfLine);
      if ((end === -1 ? rest.length : end) > longestLine) throw odd();
      if (end === -1) {
        this.held = Buffer.from(rest);
        return undefined;
      }
      const line = rest.toString('latin1', 0, end);
      rest = rest.subarray(end + endOfLine.length);
      if (this.isLast(line)) {
        this.surplus = rest.length;
        return Buffer.concat(this.parts);
      }
    }
  }

  private takeData(bytes: Buffer): Buffer {
    if (this.missing === 0) return bytes;
    const data = bytes.subarray(0, this.missing);
    this.parts.push(Buffer.from(data));
    this.missing -= data.length;
    return bytes.subarray(data.length);
  }

  /** Whether the body ends with this line. */
  private isLast(line: string): boolean {
    if (this.next === 'size') this.startChunk(line);
    else if (this.next === 'end of chunk') {
      if (line !== '') throw odd();
      this.next = 'size';
    } else {
      if (line === '') return true;
      this.ofFields += line.length;
      if (this.ofFields > largestHead) throw odd();
      readField(line);
    }
    return false;
  }

  private startChunk(line: string): void {
    const [, digits] = sizeLine.exec(line) ?? [];
    if (digits === undefined) throw odd();
    this.missing = Number.parseInt(digits, 16);
    this.length += this.missing;
    if (this.length > this.largest) throw new FetchFailed('too large', 'the answer is larger than one may be');
    this.next = this.missing === 0 ? 'field' : 'end of chunk';
  }
}

function odd(): FetchFailed {
  return new FetchFailed('unavailable', 'the response is not HTTP/1.1 as it must be: its chunks are none');
}
