import { yearOf } from '@leader/subgraph-kit/values/local-date';
import { shortMoney } from '@leader/subgraph-kit/values/money';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { MembershipStatus } from '../../domain/company-facts.ts';
import type { TurnoverCriterion } from '../../domain/criterion.ts';
import type { FindingOf, FindingReason, Judgement } from '../../domain/finding.ts';
import { bound } from './criterion-texts.ts';
import { day, endedMembership, months, sizesAsChoice, years } from './words.ts';

type Sentence<Reason extends FindingReason> = Record<Language, (finding: FindingOf<Reason>, judgement: Judgement) => string>;

/** What a criterion found, as a sentence that says what to do when something can be done. */
export function findingText(judgement: Judgement, language: Language): string {
  const sentence = sentences[judgement.finding.reason][language] as (finding: Judgement['finding'], judgement: Judgement) => string;
  return sentence(judgement.finding, judgement);
}

const sentences: { readonly [Reason in FindingReason]: Sentence<Reason> } = {
  TURNOVER_FITS: {
    fr: ({ turnover }, j) =>
      `Chiffre d'affaires : ${shortMoney(turnover, 'fr')} pour l'exercice clos en ${yearClosed(j)}, soit ${limit(j, 'fr')} comme demandé.`,
    en: ({ turnover }, j) => `Turnover: ${shortMoney(turnover, 'en')} in the year closed ${yearClosed(j)}, ${limit(j, 'en')} as asked.`,
  },
  TURNOVER_TOO_LOW: {
    fr: ({ turnover, shortBy }, j) =>
      `Chiffre d'affaires : il manque ${shortMoney(shortBy, 'fr')} ; il faut ${limit(j, 'fr')}, l'exercice clos en ${yearClosed(j)} compte ${shortMoney(turnover, 'fr')}.`,
    en: ({ turnover, shortBy }, j) =>
      `${shortMoney(shortBy, 'en')} short: must be ${limit(j, 'en')}; turnover of the year closed ${yearClosed(j)} was ${shortMoney(turnover, 'en')}.`,
  },
  TURNOVER_TOO_HIGH: {
    fr: ({ turnover, shortBy }, j) =>
      `Chiffre d'affaires : ${shortMoney(shortBy, 'fr')} de trop ; il faut ${limit(j, 'fr')}, l'exercice clos en ${yearClosed(j)} compte ${shortMoney(turnover, 'fr')}.`,
    en: ({ turnover, shortBy }, j) =>
      `${shortMoney(shortBy, 'en')} too much: must be ${limit(j, 'en')}; turnover of the year closed ${yearClosed(j)} was ${shortMoney(turnover, 'en')}.`,
  },
  TURNOVER_UNKNOWN: {
    fr: (_, j) => `Le chiffre d'affaires de l'exercice clos en ${yearClosed(j)} n'est pas connu : communiquez-le pour trancher.`,
    en: (_, j) => `The turnover of the year closed ${yearClosed(j)} is not known: report it to settle this.`,
  },
  FOREIGN_CURRENCY: {
    fr: ({ currency }) =>
      `Les chiffres sont en ${currency} et ne sont pas convertis : demandez à votre antenne ou à votre hub de les comparer aux seuils en euros.`,
    en: ({ currency }) =>
      `The figures are in ${currency} and are not converted: ask your branch or hub to compare them with the thresholds in euros.`,
  },
  FIGURES_MISSING: {
    fr: ({ missingYear, lastKnownYear }) =>
      `Les chiffres de l'exercice clos en ${missingYear} manquent${lastKnownYear === null ? '' : ` ; les derniers connus sont de ${lastKnownYear}`}. Communiquez-les pour trancher.`,
    en: ({ missingYear, lastKnownYear }) =>
      `The figures for the year closed ${missingYear} are missing${lastKnownYear === null ? '' : `; the last known are of ${lastKnownYear}`}. Report them to settle this.`,
  },
  FIGURES_RECENT: {
    fr: (_, j) => `Les chiffres sont récents : exercice clos le ${closingDay(j, 'fr')}.`,
    en: (_, j) => `The figures are recent: year closed on ${closingDay(j, 'en')}.`,
  },
  CATEGORY_FITS: {
    fr: ({ possible }) => `Catégorie de taille : ${sizesAsChoice(possible, 'fr')}, comme demandé.`,
    en: ({ possible }) => `Size category: ${sizesAsChoice(possible, 'en')}, as asked.`,
  },
  CATEGORY_DIFFERS: {
    fr: ({ possible }, j) =>
      `Catégorie de taille : ${sizesAsChoice(possible, 'fr')} ; ce programme s'adresse à une autre taille (${wantedSize(j, 'fr')}).`,
    en: ({ possible }, j) =>
      `Size category: ${sizesAsChoice(possible, 'en')}; this program is made for another size (${wantedSize(j, 'en')}).`,
  },
  CATEGORY_UNCERTAIN: {
    fr: ({ possible }, j) =>
      `La catégorie de taille pour l'exercice clos en ${yearClosed(j)} n'est pas connue (${sizesAsChoice(possible, 'fr')}) : communiquez les chiffres manquants, par exemple le total du bilan.`,
    en: ({ possible }, j) =>
      `The size category for the year closed ${yearClosed(j)} is unknown (${sizesAsChoice(possible, 'en')}): report the missing figures, for example the balance sheet total.`,
  },
  OLD_ENOUGH: {
    fr: ({ years: age }) => `L'entreprise a ${years(age, 'fr')}.`,
    en: ({ years: age }) => `The company is ${years(age, 'en')} old.`,
  },
  TOO_YOUNG: {
    fr: ({ shortByMonths, oldEnoughOn }) =>
      `Il manque ${months(shortByMonths, 'fr')} d'existence : possible dès le ${day(oldEnoughOn, 'fr')}.`,
    en: ({ shortByMonths, oldEnoughOn }) => `${months(shortByMonths, 'en')} too young: possible from ${day(oldEnoughOn, 'en')}.`,
  },
  FOUNDING_UNKNOWN: {
    fr: () => "La date de création de l'entreprise n'est pas connue : communiquez-la pour trancher.",
    en: () => 'The day on which the company was founded is not known: report it to settle this.',
  },
  NO_PROCEEDINGS: {
    fr: () => 'Pas de procédure collective en cours.',
    en: () => 'No collective proceedings under way.',
  },
  IN_PROCEEDINGS: {
    fr: () =>
      "Une procédure collective est en cours : l'accélérateur sera de nouveau possible ensuite. Votre antenne peut vous orienter d'ici là.",
    en: () =>
      'Collective proceedings are under way: the accelerator is possible again once they are over. Your branch can advise you until then.',
  },
  PROCEEDINGS_NOT_CHECKED: {
    fr: () => "L'absence de procédure collective sera vérifiée avant le démarrage.",
    en: () => 'That there are no collective proceedings will be checked before the start.',
  },
  IS_MEMBER: {
    fr: ({ status }) => (status === 'GRACE' ? 'Membre du réseau ; la cotisation reste à régler avant le démarrage.' : 'Membre du réseau.'),
    en: ({ status }) =>
      status === 'GRACE' ? 'Member of the network; the dues are still to be paid before the start.' : 'Member of the network.',
  },
  NOT_YET_MEMBER: {
    fr: () => "À régler avant le démarrage : demandez l'adhésion au réseau.",
    en: () => 'To be settled before the start: apply for membership.',
  },
  MEMBERSHIP_ENDED: {
    fr: ({ status }) =>
      `L'accélérateur s'adresse aux membres et ${ended(status, 'fr')} : votre antenne vous dira volontiers comment revenir.`,
    en: ({ status }) => `The accelerator is for members and ${ended(status, 'en')}: your branch will gladly tell you how to come back.`,
  },
  AUDIT_TO_COME: {
    fr: () => "À venir avant le démarrage : l'audit dira si l'entreprise est assez structurée.",
    en: () => 'To come before the start: the audit will tell whether the company is structured enough.',
  },
};

function ended(status: MembershipStatus, language: Language): string {
  return endedMembership[status as keyof typeof endedMembership][language];
}

function limit({ criterion }: Judgement, language: Language): string {
  return bound(criterion as TurnoverCriterion, language);
}

function wantedSize({ criterion }: Judgement, language: Language): string {
  return criterion.kind === 'SIZE_CATEGORY' ? sizesAsChoice([criterion.threshold], language) : '';
}

function yearClosed({ closedOn }: Judgement): string {
  return closedOn ? String(yearOf(closedOn)) : '';
}

function closingDay({ closedOn }: Judgement, language: Language): string {
  return closedOn ? day(closedOn, language) : '';
}
