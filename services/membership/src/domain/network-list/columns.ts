import { plain, visibleText } from './cell-text.ts';

export const amountColumns = ['turnover', 'exportTurnover', 'balanceTotal'] as const;
export type AmountColumn = (typeof amountColumns)[number];

export type ListColumn =
  | AmountColumn
  | 'name'
  | 'registration'
  | 'siret'
  | 'address'
  | 'postcode'
  | 'town'
  | 'activity'
  | 'foundedOn'
  | 'fte'
  | 'closedOn'
  | 'leader'
  | 'givenName'
  | 'email'
  | 'consent';

/** In how many euros an amount is written, as a power of ten; undefined when the heading says nothing. */
export type AmountUnit = { readonly power: 0 | 3 | 6 } | { readonly power: undefined };

export type ColumnsRefusal = 'COLUMNS_MISSING' | 'COLUMN_TWICE' | 'CURRENCY_NOT_EURO';

/** Where each fact stands in a list, whatever the order and language of its headings. */
export interface Columns {
  readonly place: ReadonlyMap<ListColumn, number>;
  readonly units: ReadonlyMap<AmountColumn, AmountUnit>;
  readonly headings: readonly string[];
  /** Headings nobody here understands; their cells are not read. */
  readonly ignored: readonly string[];
  readonly isEnglish: boolean;
}

export type RecognisedColumns =
  | { readonly understood: true; readonly columns: Columns }
  | { readonly understood: false; readonly reason: ColumnsRefusal; readonly headings: readonly string[] };

/** Asked in this order, because "consentement e-mail" also names an e-mail and "date clôture exercice" also a year. */
const meanings: readonly (readonly [ListColumn, RegExp])[] = [
  ['consent', /consent|rgpd|gdpr|opt ?in|^accord/],
  ['email', /\be ?mail|^mail\b|courriel|\bmel\b|adresse electronique/],
  ['registration', /\bsiren\b|\bice\b|registration|company (number|no)\b|immatriculation|^rcs\b/],
  ['siret', /\bsiret\b/],
  ['foundedOn', /creation|creee? le|founded|incorporat|immatriculee? le/],
  [
    'closedOn',
    /clotur|closing|closed on|year end|fin d exercice|(exercice|comptes) (clos|arrete)|\bclos le|end of (the )?(financial|fiscal) year/,
  ],
  ['postcode', /^cp\b|code postal|post ?code|postal code|\bzip\b/],
  ['activity', /\bnaf\b|\bape\b|\bnace\b|activity code|code activite/],
  ['fte', /effectif|\betp\b|\bfte\b|head ?count|employees|employes|salaries|\bstaff\b|workforce/],
  ['exportTurnover', /^(ca|chiffre d affaires) (a l )?export|export (turnover|sales|revenue)|turnover abroad/],
  ['balanceTotal', /total (du |de )?bilan|balance (sheet )?total|total assets|total balance/],
  ['turnover', /^ca\b|chiffre d affaires?\b|turnover|\brevenues?\b|^(net |annual )?sales\b/],
  ['givenName', /prenom|first name|given name/],
  [
    'leader',
    /dirigeant|gerante?\b|president|\bleader\b|\bceo\b|director|\bmanager\b|chef d entreprise|representant|^contact$|contact name/,
  ],
  ['town', /commune|\bville\b|\btown\b|\bcity\b|localite/],
  [
    'name',
    /raison sociale|denomination|(company|legal|business|trade) name|^nom (de l |de la |d |)(entreprise|societe|adherente?|structure)/,
  ],
  ['address', /adresse|address|\brue\b|street/],
];

/** A single word that names the company only when no better heading does: "Nom" may also be the leader's. */
const looseName = /^(nom|name|societe|entreprise|company|adherente?|member|organi[sz]ation)$/;

/** Columns of which a second one would leave us guessing which of the two is meant. */
const only: readonly ListColumn[] = ['name', 'registration', 'siret', 'fte', 'closedOn', ...amountColumns];

/** Finds the columns of a list in its row of headings, or says why the list cannot be read by them. */
export function recogniseColumns(headings: readonly string[]): RecognisedColumns {
  const shown = headings.map(visibleText);
  const place = new Map<ListColumn, number>();
  const twice: string[] = [];
  const ignored: string[] = [];
  const found = shown.map(meaningOf);
  for (const [index, heading] of shown.entries()) {
    const column = found[index] ?? (looseName.test(words(heading)) && !found.includes('name') && !place.has('name') ? 'name' : undefined);
    if (column && !place.has(column)) place.set(column, index);
    else if (column && only.includes(column)) twice.push(shown[place.get(column) as number] as string, heading);
    else if (heading !== '') ignored.push(heading);
  }
  const refuse = (reason: ColumnsRefusal, named: readonly string[]) => ({ understood: false as const, reason, headings: named });
  if (!place.has('registration') && place.has('siret')) move(place, 'siret', 'registration');
  if (!place.has('name') || !place.has('registration')) return refuse('COLUMNS_MISSING', shown);
  if (twice.length > 0) return refuse('COLUMN_TWICE', [...new Set(twice)]);
  const amounts = amountColumns
    .filter((column) => place.has(column))
    .map((column) => [column, shown[place.get(column) as number] as string] as const);
  const foreign = amounts.filter(([, heading]) => namesOtherCurrency(heading)).map(([, heading]) => heading);
  if (foreign.length > 0) return refuse('CURRENCY_NOT_EURO', foreign);
  const units = new Map(amounts.map(([column, heading]) => [column, unitOf(heading)]));
  return { understood: true, columns: { place, units, headings: shown, ignored, isEnglish: !isFrench(shown) } };
}

/** How many headings of a row are understood: how the row of headings is told from a title above it. */
export function countRecognised(headings: readonly string[]): number {
  return headings.filter((heading) => meaningOf(visibleText(heading)) !== undefined || looseName.test(words(heading))).length;
}

/** Reads "k€", "K EUR", "en milliers d'euros", "M€", "(EUR)" out of a heading or behind an amount. */
export function unitOf(text: string): AmountUnit {
  const written = plain(text);
  if (/(^|[^a-z])k\s?(€|eur)|milliers|thousand/.test(written)) return { power: 3 };
  if (/(^|[^a-z])m\s?(€|eur)|millions?\b/.test(written)) return { power: 6 };
  if (/€|(^|[^a-z])euros?\b|(^|[^a-z])eur\b/.test(written)) return { power: 0 };
  return { power: undefined };
}

export function namesOtherCurrency(text: string): boolean {
  return /[$£¥]|\b[km]?(usd|mad|dhs?|dirhams?|gbp|chf|cny|rmb|jpy|xof|tnd|dollars?|fcfa)\b/.test(plain(text));
}

function meaningOf(heading: string): ListColumn | undefined {
  return meanings.find(([, pattern]) => pattern.test(words(heading)))?.[0];
}

function words(heading: string): string {
  return plain(heading)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function isFrench(headings: readonly string[]): boolean {
  return headings.some((heading) =>
    /raison|societe|entreprise|adresse|commune|ville|effectif|dirigeant|clotur|\bca\b|chiffre|\bcp\b|\bnom\b|denomination/.test(
      words(heading),
    ),
  );
}

function move(place: Map<ListColumn, number>, from: ListColumn, to: ListColumn): void {
  place.set(to, place.get(from) as number);
  place.delete(from);
}
