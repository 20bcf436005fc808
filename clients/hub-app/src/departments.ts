/** The thirteen departments of Occitanie (INSEE, COG 2026, region 76). Their names are French in every language. */
const names: Readonly<Record<string, string>> = {
  '09': 'Ariège',
  '11': 'Aude',
  '12': 'Aveyron',
  '30': 'Gard',
  '31': 'Haute-Garonne',
  '32': 'Gers',
  '34': 'Hérault',
  '46': 'Lot',
  '48': 'Lozère',
  '65': 'Hautes-Pyrénées',
  '66': 'Pyrénées-Orientales',
  '81': 'Tarn',
  '82': 'Tarn-et-Garonne',
};

/** For example "Tarn (81)"; elsewhere in France the code alone. */
export function departmentName(code: string): string {
  const name = names[code];
  return name ? `${name} (${code})` : code;
}
