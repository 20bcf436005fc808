import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FetchFailed } from './fetch-failed.ts';
import { type Response, ResponseReader } from './response-reader.ts';

const largest = 10_000;

/** What a reader makes of bytes that come in these pieces, each of which is gone as soon as the next one comes. */
function read(pieces: readonly Buffer[]): { readonly response: Response | undefined; readonly keepsFor: number } {
  const reader = new ResponseReader(largest);
  const socket = Buffer.alloc(64 * 1024);
  let response: Response | undefined;
  for (const piece of pieces) {
    expect(response).toBeUndefined();
    response = reader.add(socket.subarray(0, piece.copy(socket)));
    socket.fill('#');
  }
  return { response, keepsFor: reader.keepsFor };
}

const readText = (text: string) => read([Buffer.from(text)]);
const ok = 'HTTP/1.1 200 OK';
const answer = (...lines: string[]) => `${[ok, ...lines].join('\r\n')}\r\n\r\n{}`;

function sized(body: Buffer, head = ok): Buffer {
  return Buffer.concat([Buffer.from(`${head}\r\nContent-Length: ${body.length}\r\n\r\n`), body]);
}

/** @param ends where a chunk ends */
function chunked(body: Buffer, ends: readonly number[]): Buffer {
  const cuts = [...new Set([0, ...ends.map((end) => end % (body.length + 1)), body.length])].sort((left, right) => left - right);
  const chunks = cuts.slice(1).flatMap((end, at) => {
    const chunk = body.subarray(cuts[at], end);
    return [Buffer.from(`${chunk.length.toString(16)};by="hand"\r\n`), chunk, Buffer.from('\r\n')];
  });
  return Buffer.concat([Buffer.from(`${ok}\r\ntransfer-encoding: Chunked\r\n\r\n`), ...chunks, Buffer.from('0\r\nchecked: yes\r\n\r\n')]);
}

function inPieces(bytes: Buffer, ends: readonly number[]): Buffer[] {
  const cuts = [...new Set([0, ...ends.map((end) => end % bytes.length), bytes.length])].sort((left, right) => left - right);
  return cuts.slice(1).map((end, at) => Buffer.from(bytes.subarray(cuts[at], end)));
}

describe('a response', () => {
  const bodies = fc.string({ unit: 'grapheme', maxLength: 300 });
  const ends = fc.array(fc.nat(2_000), { maxLength: 8 });

  test('is the same in whatever pieces it comes, its length told beforehand or chunk by chunk', () => {
    fc.assert(
      fc.property(bodies, ends, ends, fc.boolean(), (text, chunkEnds, pieceEnds, isSized) => {
        const bytes = isSized ? sized(Buffer.from(text)) : chunked(Buffer.from(text), chunkEnds);
        expect(read(inPieces(bytes, pieceEnds))).toEqual({ response: { status: 200, text }, keepsFor: 10_000 });
      }),
    );
  });

  test('is read byte by byte', () => {
    const text = '{"name":"Cantepau – aérostructures"}';
    for (const bytes of [sized(Buffer.from(text)), chunked(Buffer.from(text), [3, 20])])
      expect(read([...bytes].map((byte) => Buffer.from([byte]))).response).toEqual({ status: 200, text });
  });

  test('may be told of beforehand', () => {
    const early = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n';
    const whole = `${early}${early}${answer('content-length: 2')}`;
    expect(readText(whole).response).toEqual({ status: 200, text: '{}' });
    expect(read([...Buffer.from(whole)].map((byte) => Buffer.from([byte]))).response).toEqual({ status: 200, text: '{}' });
  });

  test('has no body where there is none to be had', () => {
    expect(readText('HTTP/1.1 204 No Content\r\n\r\n').response).toEqual({ status: 204, text: '' });
    expect(readText('HTTP/1.1 304 Not Modified\r\ncontent-length: 2\r\n\r\n').response).toEqual({ status: 304, text: '' });
  });

  test('is waited for until all of it is there', () => {
    for (const bytes of [sized(Buffer.from('abc')), chunked(Buffer.from('abc'), [1])])
      for (let length = 1; length < bytes.length; length += 1) expect(read([bytes.subarray(0, length)]).response).toBeUndefined();
  });
});

describe('bytes that two readers could take for two different things', () => {
  test.each([
    ['two lengths', answer('content-length: 2', 'content-length: 2')],
    ['two lengths in one line', answer('content-length: 2, 2')],
    ['a length and chunks', answer('content-length: 2', 'transfer-encoding: chunked')],
    ['an encoding that is not known', answer('transfer-encoding: gzip, chunked')],
    ['two encodings', answer('transfer-encoding: chunked', 'transfer-encoding: chunked')],
    ['chunks of an old protocol', answer('transfer-encoding: chunked').replace('1.1', '1.0')],
    ['a length that is no number', answer('content-length: +2')],
    ['a length in another notation', answer('content-length: 0x2')],
    ['no length', answer('content-type: application/json')],
    ['a line that goes on in the next', answer('content-length: 2', ' 3')],
    ['a blank before the colon', answer('content-length : 2')],
    ['a line without a name', answer('content-length: 2', ': 3')],
    ['a line without a colon', answer('content-length: 2', 'oops')],
    ['half a line break', answer('content-length: 2', 'x: 1\ncontent-length: 3')],
    ['the other half', answer('content-length: 2', 'x: 1\rcontent-length: 3')],
    ['another protocol', 'HTTP/2 200 OK\r\ncontent-length: 2\r\n\r\n{}'],
    ['no protocol', '{}\r\n\r\n'],
    ['a change of protocols', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: any\r\n\r\n'],
    ['a chunk without a length', `${ok}\r\ntransfer-encoding: chunked\r\n\r\n\r\n{}\r\n0\r\n\r\n`],
    ['a chunk with a negative length', `${ok}\r\ntransfer-encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n`],
    ['a chunk longer than was told', `${ok}\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`],
    ['lines after the last chunk that are none', `${ok}\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\noops\r\n\r\n`],
    ['half a letter', sized(Buffer.from([0x7b, 0xc3])).toString('latin1')],
  ])('are no response: %s', (_what, text) => {
    expect(() => read([Buffer.from(text, 'latin1')])).toThrow(FetchFailed);
  });

  test('whatever they are, nothing worse happens than that they are no response', () => {
    const pieces = [
      'HTTP/1.1 200 OK',
      '\r\n',
      '\n',
      '\r',
      'content-length:',
      'transfer-encoding: chunked',
      ' ',
      '2',
      '0',
      'f',
      ';',
      '{}',
      '\u0000',
      'é',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), fc.array(fc.nat(200), { maxLength: 5 }), (parts, ends) => {
        const bytes = Buffer.from(`HTTP/1.1 200 OK\r\n${parts.join('')}`);
        const reader = new ResponseReader(largest);
        try {
          for (const piece of inPieces(bytes, ends)) if (reader.add(piece)) return;
        } catch (error) {
          expect(error).toBeInstanceOf(FetchFailed);
        }
      }),
    );
  });
});

describe('a response that is too large', () => {
  const failure = (pieces: readonly Buffer[]) => {
    try {
      return read(pieces).response;
    } catch (error) {
      return (error as FetchFailed).reason;
    }
  };

  test('is refused before it comes where its length is told, else with the chunk that is too much', () => {
    expect(failure([Buffer.from(`${ok}\r\ncontent-length: ${largest + 1}\r\n\r\n`)])).toBe('too large');
    expect(failure([chunked(Buffer.alloc(largest + 1, 'x'), [largest])])).toBe('too large');
    for (const bytes of [sized(Buffer.alloc(largest, 'x')), chunked(Buffer.alloc(largest, 'x'), [9])])
      expect(failure([bytes])).toEqual({ status: 200, text: 'x'.repeat(largest) });
  });

  test('by what is said around its body is none', () => {
    const long = 'x'.repeat(17_000);
    expect(failure([Buffer.from(`${ok}\r\nlong: ${long}`)])).toBe('unavailable');
    expect(failure([Buffer.from(`${answer('content-length: 2', `long: ${long}`)}`)])).toBe('unavailable');
    expect(failure([Buffer.from(`${ok}\r\ntransfer-encoding: chunked\r\n\r\n1;${long}`)])).toBe('unavailable');
    const fields = 'name: value\r\n'.repeat(2_000);
    expect(failure([Buffer.from(`${ok}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n${fields}\r\n`)])).toBe('unavailable');
  });
});

test.each([
  [10_000, []],
  [0, ['Connection: close']],
  [0, ['connection: keep-alive, Close']],
  [10_000, ['connection: closed']],
  [3_000, ['keep-alive: timeout=5']],
  [30_000, ['keep-alive: timeout=72, max=100']],
  [0, ['keep-alive: timeout=1']],
  [0, ['connection: keep-alive', 'connection: close', 'keep-alive: timeout=72']],
])('a connection is kept for %i ms after a response that says %j', (keepsFor, lines) => {
  expect(readText(answer('content-length: 2', ...lines)).keepsFor).toBe(keepsFor);
});

test('a connection carries nothing more after an old protocol, or after bytes that nobody asked for', () => {
  expect(readText(answer('content-length: 2').replace('1.1', '1.0')).keepsFor).toBe(0);
  expect(readText(`${answer('content-length: 2')}HTTP`).keepsFor).toBe(0);
  expect(read([Buffer.concat([chunked(Buffer.from('{}'), []), Buffer.from('H')])]).keepsFor).toBe(0);
});
