import { createHash } from 'node:crypto';
import { TypeID, typeid } from 'typeid-js';
import { uuidv7 } from 'uuidv7';
import { InvalidInput } from '../errors/errors.ts';
import { lettersOfUuid, uuidOfLetters } from './id-letters.ts';

/** A UUID as the database stores it. */
export type Uuid = string;

/** A new sortable id. Services make ids, not the database. */
export function newId(): Uuid {
  return uuidv7();
}

/** Writes a UUID as clients see it: `company_01h…`. */
export function encodeId(kind: string, uuid: Uuid): string {
  const letters = lettersOfUuid(uuid);
  return letters === undefined ? TypeID.fromUUID(kind, uuid).toString() : `${kind}_${letters}`;
}

/**
 * Reads a typed id.
 *
 * @param kind the type it must be of, e.g. `company`
 * @throws InvalidInput when it is malformed or an id of another type.
 */
export function parseId(kind: string, text: string): Uuid {
  const uuid = text.startsWith(`${kind}_`) ? uuidOfLetters(text, kind.length + 1) : undefined;
  return uuid ?? parseInFull(kind, text);
}

/** Says of whatever is not plainly an id of this type what is wrong with it. */
function parseInFull(kind: string, text: string): Uuid {
  const found = text.slice(0, Math.max(0, text.lastIndexOf('_')));
  if (found !== '' && found !== kind && /^[a-z_]+$/.test(found) && found.length < 40) {
    throw new InvalidInput(`This is the id of a ${found}, but a ${kind} is expected: send an id that begins with "${kind}_".`);
  }
  try {
    return TypeID.fromString(text, kind).toUUID();
  } catch {
    throw new InvalidInput(`This is not an id. Send the id of a ${kind} as the graph returned it; it begins with "${kind}_".`);
  }
}

/** Whether a text is an id of this type. */
export function isId(kind: string, text: string): boolean {
  try {
    parseId(kind, text);
    return true;
  } catch {
    return false;
  }
}

/** The type an id claims to be of, or undefined when it is no id. */
export function kindOfId(text: string): string | undefined {
  try {
    return typeid(TypeID.fromString(text).getType()).getType();
  } catch {
    return undefined;
  }
}

/**
 * The id of something that is known by a name, the same wherever it is computed. For invented data only:
 * so several services can tell of the same thing without asking each other. Shaped as a UUIDv7 of 2009-11-01.
 */
export function idFromName(kind: string, name: string): Uuid {
  const bytes = createHash('sha256').update(`${kind}/${name}`).digest().subarray(0, 16);
  bytes.writeUIntBE(Date.UTC(2009, 10, 1), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
