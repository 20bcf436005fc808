/** Crockford's 32 letters, as typed ids write them. */
const letters = Buffer.from('0123456789abcdefghjkmnpqrstvwxyz');
const hexDigits = Buffer.from('0123456789abcdef');
const [none, zero, dash] = [255, 0x30, 0x2d];

const lettersOfAnId = 26;
const lengthOfAUuid = 36;
/** Where a UUID has its 32 digits, and where its dashes. */
const dashes = [8, 13, 18, 23];
const places = Uint8Array.from(Array.from({ length: lengthOfAUuid }, (_, place) => place).filter((place) => !dashes.includes(place)));
/** The digit that tells the version, and the one that tells the variant. */
const [version, variant] = [12, 16];

const valueOfLetter = valuesOf(letters);
const valueOfHexDigit = valuesOf(hexDigits);
const room = Buffer.alloc(lengthOfAUuid);

/**
 * The UUID that the 26 letters at the end of a typed id stand for. A hundred of them cost 30 µs here and 440 µs in the library,
 * which is asked about everything that is not plainly one.
 *
 * @param from where the letters begin
 * @returns nothing when they stand for none
 */
export function uuidOfLetters(text: string, from: number): string | undefined {
  if (text.length - from !== lettersOfAnId) return undefined;
  let bits = 0;
  let count = -2;
  let digits = 0;
  for (let at = from; at < text.length; at += 1) {
    const value = valueOfLetter[text.charCodeAt(at)] ?? none;
    // The first of them holds three bits only.
    if (value === none || (at === from && value > 7)) return undefined;
    bits = ((bits << 5) | value) & 0xfff;
    for (count += 5; count >= 4; digits += 1) {
      count -= 4;
      room[places[digits] as number] = hexDigits[(bits >> count) & 15] as number;
    }
  }
  for (const place of dashes) room[place] = dash;
  const uuid = room.toString('latin1', 0, lengthOfAUuid);
  return isKnownForm(uuid) ? uuid : undefined;
}

/** @returns nothing when it is not written as a UUID */
export function lettersOfUuid(uuid: string): string | undefined {
  if (uuid.length !== lengthOfAUuid || dashes.some((place) => uuid.charCodeAt(place) !== dash)) return undefined;
  let bits = 0;
  let count = 2;
  let written = 0;
  for (const place of places) {
    const value = valueOfHexDigit[uuid.charCodeAt(place)] ?? none;
    if (value === none) return undefined;
    bits = ((bits << 4) | value) & 0xfff;
    count += 4;
    if (count < 5) continue;
    count -= 5;
    room[written] = letters[(bits >> count) & 31] as number;
    written += 1;
  }
  return room.toString('latin1', 0, lettersOfAnId);
}

/** Of a version and a variant that are in use. */
function isKnownForm(uuid: string): boolean {
  const [ofVersion = zero, ofVariant = zero] = [uuid.charCodeAt(places[version] as number), uuid.charCodeAt(places[variant] as number)];
  return ofVersion >= 0x31 && ofVersion <= 0x38 && (ofVariant === 0x38 || ofVariant === 0x39 || ofVariant === 0x61 || ofVariant === 0x62);
}

function valuesOf(codes: Uint8Array): Uint8Array {
  const values = new Uint8Array(128).fill(none);
  for (const [value, code] of codes.entries()) values[code] = value;
  return values;
}
