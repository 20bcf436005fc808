/** Letters without their accents and ligatures, in small: for comparing what people write, never for showing it. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('’', "'");
}

/** Signs that cannot be seen but change what is: direction marks, zero-width signs, soft hyphens, a second byte-order mark. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A cell as people see it: any run of spaces is one space, none at the ends. */
export function visibleText(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\t\u00a0\u2007\u2009\u202f ]+/gu, ' ')
    .trim();
}

export function hasInvisibleSigns(cell: string): boolean {
  return cell.search(invisible) >= 0;
}

/** What a spreadsheet would run instead of show when the cell is opened in it. */
export function isFormula(text: string): boolean {
  return /^[=+\-@]/.test(text);
}

export function hasControlCharacters(text: string): boolean {
  return /\p{Cc}/u.test(text.replaceAll('\t', ' '));
}

/** Any cell as it may be shown in a report: short, on one line, and never a formula. */
export function harmless(cell: string): string {
  const text = visibleText(cell.replace(/\p{Cc}/gu, ' '));
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return isFormula(short) ? `'${short}` : short;
}

/** Ways to write that one does not know. */
export function isUnknown(text: string): boolean {
  return /^(|-|–|—|\?|n\.?\s?[acd]\.?|n\/[ac]|nr|inconnue?|unknown|non communiqué)$/i.test(text);
}
