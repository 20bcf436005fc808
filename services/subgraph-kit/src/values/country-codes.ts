import { InvalidInput } from '../errors/errors.ts';
import { kept } from './kept.ts';

/** ISO 3166-1 alpha-2, e.g. MA. */
export type CountryCode = string;

/** ISO 3166-1 as of 2026. UK and EL are not in it: the codes are GB and GR. */
const codes = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
    'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM ' +
    'JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP ' +
    'NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO ' +
    'TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

const mistaken: Record<string, string> = { UK: 'GB', EL: 'GR' };

/** @throws InvalidInput when no country has this code; the usual mistakes are named with the right one. */
export function parseCountryCode(text: string): CountryCode {
  if (codes.has(text)) return text;
  const meant = mistaken[text] ?? (codes.has(text.toUpperCase()) ? text.toUpperCase() : undefined);
  throw new InvalidInput(
    meant
      ? `A country is an ISO 3166-1 code of two capital letters: write ${meant} instead of ${text}.`
      : 'A country is an ISO 3166-1 code of two capital letters such as MA, US or VN.',
  );
}

const namesIn = kept((language) => new Intl.DisplayNames([language], { type: 'region' }));

/** What people call the country. */
export function countryName(code: CountryCode, language: 'fr' | 'en'): string {
  return namesIn(language).of(code) ?? code;
}
