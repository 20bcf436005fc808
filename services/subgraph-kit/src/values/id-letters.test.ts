import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TypeID } from 'typeid-js';
import { lettersOfUuid, uuidOfLetters } from './id-letters.ts';
import { encodeId, newId, parseId } from './ids.ts';

const runs = { numRuns: 2_000 };

function inTheLibrary(letters: string): string | undefined {
  try {
    return TypeID.fromString(`thing_${letters}`, 'thing').toUUID();
  } catch {
    return undefined;
  }
}

test('a UUID is written with the letters of the library, and read from them', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const letters = TypeID.fromUUID('thing', uuid).toString().slice('thing_'.length);
      expect([lettersOfUuid(uuid), uuidOfLetters(`thing_${letters}`, 'thing_'.length)]).toEqual([letters, uuid]);
    }),
    runs,
  );
});

test('no letters are read otherwise than by the library, and never where it reads none', () => {
  const almost = fc.tuple(fc.nat(25), fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzAZ_!é\0')).map(([place, letter]) => {
    const letters = encodeId('thing', newId()).slice('thing_'.length);
    return letters.slice(0, place) + letter + letters.slice(place + 1);
  });
  fc.assert(
    fc.property(fc.oneof(almost, fc.string({ maxLength: 30 }), fc.stringMatching(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/)), (letters) => {
      const read = uuidOfLetters(`thing_${letters}`, 'thing_'.length);
      if (read !== undefined) expect(read).toBe(inTheLibrary(letters));
    }),
    runs,
  );
});

test('what is written in capitals is left to the library', () => {
  const uuid = newId();
  expect(lettersOfUuid(uuid.toUpperCase())).toBeUndefined();
  expect(parseId('thing', encodeId('thing', uuid.toUpperCase()))).toBe(uuid);
});

test.each(['', '0190163d86945f9ea7d0c6a8f3a8d7f5abcd', '0190163d-8694-5f9e-a7d0-c6a8f3a8d7f', '0190163d-8694-5f9e-a7d0-c6a8f3a8d7fg'])(
  '%p is no UUID',
  (text) => expect(lettersOfUuid(text)).toBeUndefined(),
);
