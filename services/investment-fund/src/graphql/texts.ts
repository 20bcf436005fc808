import type { Texts } from '@leader/subgraph-kit/graph/texts';
import { formatDecimal } from '@leader/subgraph-kit/values/decimal';
import { yearOf } from '@leader/subgraph-kit/values/local-date';
import { shortMoney } from '@leader/subgraph-kit/values/money';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { fteScale } from '../domain/company-facts.ts';
import type { CriterionAssessment } from '../domain/criterion-assessment.ts';
import type { FundVerdict } from '../domain/fund-fit.ts';
import type { FundStatus } from '../domain/fund-status.ts';

export const statusMeanings = {
  PROJECT: {
    fr: 'Le fonds est encore en projet : il recueille des dossiers mais ne peut pas investir.',
    en: 'The fund is still a project: it gathers files but cannot invest.',
  },
  AUTHORISED: {
    fr: 'Le fonds est autorisé et réunit ses souscripteurs : il ne peut pas encore investir.',
    en: 'The fund is authorised and gathers its investors: it cannot invest yet.',
  },
  FIRST_CLOSE: {
    fr: 'Les premiers souscripteurs sont engagés : le fonds peut commencer à investir.',
    en: 'The first investors are bound: the fund may begin to invest.',
  },
  INVESTING: { fr: 'Le fonds investit.', en: 'The fund invests.' },
  HARVESTING: {
    fr: "Le fonds cède ses participations et n'investit plus.",
    en: 'The fund sells what it holds and makes no new investment.',
  },
  LIQUIDATED: { fr: 'Le fonds est liquidé.', en: 'The fund is over.' },
} as const satisfies Record<FundStatus, Texts>;

/** What the verdict means. `names` are those of the criteria that decided it. */
export const verdictSentences = {
  FIT: () => ({ fr: "L'entreprise remplit tous les critères publiés.", en: 'The company meets every published criterion.' }),
  NO_FIT: (names) => ({ fr: `Aujourd'hui l'entreprise ne remplit pas : ${names}.`, en: `Today the company does not meet: ${names}.` }),
  UNKNOWN: (names) => ({
    fr: `Rien de connu ne s'y oppose, mais il manque de quoi juger : ${names}.`,
    en: `Nothing known speaks against it, but these cannot be judged yet: ${names}.`,
  }),
} as const satisfies Record<FundVerdict, (names: string) => Texts>;

/** One criterion's outcome as a sentence. */
export function assessmentSentence(assessment: CriterionAssessment, language: Language): string {
  return sentences[assessment.reason](wordsFor(assessment, language))[language];
}

interface Words {
  readonly value: string;
  readonly threshold: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly least: string;
  readonly lacking: string;
  readonly year: string;
  readonly referenceYear: string;
  readonly missingYear: string;
}

const sentences = {
  INDUSTRIAL_ACTIVITY: ({ value }) => ({
    fr: `L'activité relève de l'industrie (section NACE ${value}).`,
    en: `The activity is industry (NACE section ${value}).`,
  }),
  OTHER_ACTIVITY: ({ value, threshold }) => ({
    fr: `L'activité relève de la section NACE ${value} ; le fonds finance l'industrie (sections ${threshold}).`,
    en: `The activity is of NACE section ${value}; the fund finances industry (sections ${threshold}).`,
  }),
  SITE_IN_THE_REGION: ({ value }) => ({
    fr: `Un site au moins est dans la région (départements des sites : ${value}).`,
    en: `At least one site is in the region (departments of its sites: ${value}).`,
  }),
  NO_SITE_IN_THE_REGION: () => ({ fr: "Aucun site connu n'est dans la région.", en: 'No site on record is in the region.' }),
  JOBS_KEPT: (words) => ({
    fr: `Emplois maintenus : ${words.after} ETP en ${words.year} après ${words.before} en ${words.referenceYear} (${words.change} ; au moins ${words.least}).`,
    en: `Jobs kept: ${words.after} FTE in ${words.year} after ${words.before} in ${words.referenceYear} (${words.change}; at least ${words.least}).`,
  }),
  JOBS_LOST: (words) => ({
    fr: `${words.after} ETP en ${words.year} après ${words.before} en ${words.referenceYear} (${words.change}) : il manque ${words.lacking} points pour atteindre ${words.least}.`,
    en: `${words.after} FTE in ${words.year} after ${words.before} in ${words.referenceYear} (${words.change}): ${words.lacking} points short of ${words.least}.`,
  }),
  TURNOVER_GREW: (words) => ({
    fr: `Chiffre d'affaires : ${words.after} en ${words.year} après ${words.before} en ${words.referenceYear} (${words.change} ; au moins ${words.least}).`,
    en: `Turnover: ${words.after} in ${words.year} after ${words.before} in ${words.referenceYear} (${words.change}; at least ${words.least}).`,
  }),
  TURNOVER_GREW_TOO_LITTLE: (words) => ({
    fr: `Chiffre d'affaires : ${words.after} en ${words.year} après ${words.before} en ${words.referenceYear} (${words.change}) : il manque ${words.lacking} points pour atteindre ${words.least}.`,
    en: `Turnover: ${words.after} in ${words.year} after ${words.before} in ${words.referenceYear} (${words.change}): ${words.lacking} points short of ${words.least}.`,
  }),
  ACTIVITY_UNKNOWN: () => ({ fr: "L'activité de l'entreprise n'est pas connue.", en: 'The activity of the company is not known.' }),
  SITES_UNKNOWN: () => ({ fr: "Aucun site de l'entreprise n'est connu.", en: 'No site of the company is known.' }),
  FIGURES_MISSING: ({ missingYear }) => ({
    fr: `Les chiffres de l'exercice clos en ${missingYear} manquent ; aucun n'est connu.`,
    en: `The figures of the year closed in ${missingYear} are missing; none are known.`,
  }),
  FIGURES_STALE: ({ missingYear, year }) => ({
    fr: `Les chiffres de l'exercice clos en ${missingYear} manquent ; les derniers connus sont de ${year}.`,
    en: `The figures of the year closed in ${missingYear} are missing; the last known are of ${year}.`,
  }),
  FTE_MISSING: ({ missingYear }) => ({
    fr: `L'effectif (ETP) de ${missingYear} manque.`,
    en: `The staff (FTE) of ${missingYear} is missing.`,
  }),
  TURNOVER_MISSING: ({ missingYear }) => ({
    fr: `Le chiffre d'affaires de ${missingYear} manque.`,
    en: `The turnover of ${missingYear} is missing.`,
  }),
  REFERENCE_FTE_MISSING: ({ missingYear, year }) => ({
    fr: `L'effectif (ETP) de ${missingYear} manque, auquel ${year} est comparé.`,
    en: `The staff (FTE) of ${missingYear} is missing, with which ${year} is compared.`,
  }),
  REFERENCE_TURNOVER_MISSING: ({ missingYear, year }) => ({
    fr: `Le chiffre d'affaires de ${missingYear} manque, auquel ${year} est comparé.`,
    en: `The turnover of ${missingYear} is missing, with which ${year} is compared.`,
  }),
  NOTHING_TO_COMPARE_WITH: ({ referenceYear, year }) => ({
    fr: `L'année ${referenceYear} vaut zéro : on ne peut pas lui comparer ${year}.`,
    en: `The year ${referenceYear} stands at zero: ${year} cannot be compared with it.`,
  }),
} as const satisfies Record<CriterionAssessment['reason'], (words: Words) => Texts>;

function wordsFor(
  { value, threshold, shortBy, comparison, closedOn, referenceClosedOn, missingYear }: CriterionAssessment,
  language: Language,
): Words {
  const figure = (amount: bigint | undefined) => {
    if (amount === undefined || !comparison) return '';
    if (comparison.currency) return shortMoney({ minor: amount, currency: comparison.currency }, language);
    return number(formatDecimal(amount, fteScale), language);
  };
  return {
    value: value ?? '',
    threshold,
    before: figure(comparison?.before),
    after: figure(comparison?.after),
    change: percent(value, language),
    least: percent(threshold, language),
    lacking: shortBy === null ? '' : number(formatDecimal(shortBy, 1), language),
    year: closedOn ? String(yearOf(closedOn)) : '',
    referenceYear: referenceClosedOn ? String(yearOf(referenceClosedOn)) : '',
    missingYear: String(missingYear ?? ''),
  };
}

/** A change as people read it: "+14.2 %". The text of a code is not one and stays empty. */
function percent(decimal: string | null, language: Language): string {
  const change = Number(decimal ?? Number.NaN);
  if (Number.isNaN(change)) return '';
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(change)} %`;
}

function number(decimal: string, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(Number(decimal));
}
