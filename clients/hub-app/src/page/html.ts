/** Text that is safe to stand in a page. Made only by `html`. */
class Html {
  constructor(readonly text: string) {}
}

export type { Html };

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Whatever is put between the braces is escaped, unless `html` made it. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.map((piece, index) => piece + shown(parts[index])).join(''));
}

function shown(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(shown).join('');
  if (part === null || part === undefined || part === false) return '';
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
