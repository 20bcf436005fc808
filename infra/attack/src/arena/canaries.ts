import type { ServiceName } from '@leader/local-stack/stack/services';
import { idFromName } from '@leader/subgraph-kit/values/ids';
import type { Principal } from './principals.ts';

/** Something unmistakable in a private place. Whoever is not on the list must never see it, in whatever form. */
export interface Canary {
  readonly name: string;
  /** Found in text without blanks and separators, so that 1 234,50 is found as 123450. */
  readonly marker: RegExp;
  readonly seenBy: readonly Principal[];
}

interface PlantedCanary extends Canary {
  readonly service: ServiceName;
  readonly plant: string;
}

const own = `'${idFromName('company', 'cantepau-aerostructures')}'`;

/** Figures become numbers that begin with a mark of their own: one for the member's company, one for everybody else's. */
function amounts(mark: string, which: string): string {
  const value = (column: number) => `(${mark}${column}00000 + n)`;
  return `UPDATE annual_figures SET turnover = ${value(1)}, export_turnover = ${value(2)}, balance_total = ${value(3)}
    FROM (SELECT id AS row_id, row_number() OVER (ORDER BY id) AS n FROM annual_figures) numbered WHERE id = row_id AND company_id ${which}`;
}

const historyOf = (country: string | null, mark: string) =>
  `INSERT INTO history (actor, client, country, request_id, action, object_kind, object_id, fields, why)
   SELECT 'canary', 'canary', ${country === null ? 'NULL' : `'${country}'`}, 'canary', 'canary', 'membership', company.id, '{}', '${mark}' || row_number() OVER ()
   FROM company`;

/** Private places of today's services. Readers: who may see it by the policy of the service, as README.md of each says. */
export const planted: readonly PlantedCanary[] = [
  {
    name: "the member's own figures",
    service: 'membership',
    marker: /731091177[123]\d{5}/,
    seenBy: ['staff', 'member'],
    plant: amounts('731091177', `= ${own}`),
  },
  {
    name: "another company's figures",
    service: 'membership',
    marker: /731091155[123]\d{5}/,
    seenBy: ['staff'],
    plant: amounts('731091155', `<> ${own}`),
  },
  {
    name: 'names of people',
    service: 'membership',
    marker: /CanaryPerson\d/i,
    seenBy: ['staff', 'member'],
    plant: `UPDATE person SET last_name = 'CanaryPerson' || n FROM (SELECT id AS row_id, row_number() OVER () AS n FROM person) numbered WHERE id = row_id`,
  },
  {
    name: 'registration numbers as they were typed',
    service: 'membership',
    marker: /CanaryRaw\d/i,
    seenBy: [],
    plant: `UPDATE registration SET raw = 'CanaryRaw' || n FROM (SELECT scheme AS s, value AS v, row_number() OVER () AS n FROM registration) numbered WHERE scheme = s AND value = v`,
  },
  {
    name: "reasons why a company's application was rejected",
    service: 'membership',
    marker: /CanaryExplanation\d/i,
    seenBy: ['staff'],
    plant: `INSERT INTO membership_application (id, company_id, branch_id, applied_on, outcome, decided_on, ground, explanation)
      SELECT gen_random_uuid(), company.id, (SELECT id FROM branch WHERE code = 'tarn'), '2020-01-02', 'REJECTED', '2020-02-03', 'FILE_INCOMPLETE',
        'CanaryExplanation' || row_number() OVER () FROM company WHERE company.id <> ${own}`,
  },
  {
    name: 'what stands in the history of companies',
    service: 'membership',
    marker: /CanaryHistory\d/i,
    seenBy: ['staff'],
    plant: historyOf(null, 'CanaryHistory'),
  },
  {
    name: "what another hub's app did",
    service: 'membership',
    marker: /CanaryHubUs\d/i,
    seenBy: ['staff'],
    plant: historyOf('US', 'CanaryHubUs'),
  },
  {
    name: 'reviews that are not published yet',
    service: 'export-advisor',
    marker: /CanaryReview\d/i,
    seenBy: [],
    plant: `INSERT INTO review (id, author_company_id, country, target, target_key, reliability, experience_from, experience_to, verified, language, text)
      SELECT gen_random_uuid(), gen_random_uuid(), code, 'DESTINATION', code, 3, '2021-01-01', '2021-02-01', true, 'en', 'CanaryReview' || row_number() OVER ()
      FROM country`,
  },
];

/** Keys and passwords of the stack are canaries too, for everybody. */
export function secretsAsCanaries(secrets: readonly string[]): Canary[] {
  return secrets.map((secret, index) => ({
    name: `secret ${index + 1} of the stack`,
    marker: new RegExp(squeezed(secret).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
    seenBy: [],
  }));
}

/** Text without what stands between the digits of a number, in any language. */
export function squeezed(text: string): string {
  return text.replace(/[\s.,'’_\u00a0\u202f]/g, '');
}
