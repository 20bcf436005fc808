import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { placesLeft } from '../../domain/cohort.ts';
import { decides } from '../../domain/eligibility.ts';
import type { Judgement, Verdict } from '../../domain/finding.ts';
import type { EligibilityView } from '../../use-cases/views.ts';
import { findingText } from './finding-texts.ts';
import { day } from './words.ts';

/** An assessment in a few sentences: the answer, why, and what comes next. */
export function summaryText(view: EligibilityView, language: Language): string {
  return sentencesFor[view.eligibility.verdict](view, language).join(' ');
}

const sentencesFor: Record<Verdict, (view: EligibilityView, language: Language) => string[]> = {
  PASS: (view, language) => [
    { fr: `${view.program.name} : ce programme convient.`, en: `${view.program.name}: this program fits.` }[language],
    ...messages(beforeStart(view), language),
    whenToApply(view, language),
  ],
  UNKNOWN: (view, language) => [
    {
      fr: `${view.program.name} : on ne peut pas encore le dire, et ce n'est pas un refus.`,
      en: `${view.program.name}: it cannot be said yet, and this is no refusal.`,
    }[language],
    ...messages(deciding(view, 'UNKNOWN'), language),
  ],
  FAIL: (view, language) => [
    { fr: `${view.program.name} : pas encore.`, en: `${view.program.name}: not yet.` }[language],
    ...messages(deciding(view, 'FAIL'), language),
    ...whatIsNearest(view, language),
  ],
};

function deciding({ eligibility }: EligibilityView, result: Verdict): Judgement[] {
  return eligibility.judgements.filter((judgement) => decides(judgement) && judgement.finding.result === result);
}

/** What is still to be done between the application and the start. */
function beforeStart({ eligibility }: EligibilityView): Judgement[] {
  return eligibility.judgements.filter((judgement) => !decides(judgement) && judgement.finding.result !== 'PASS');
}

/** Several criteria often lack the same figure; it is said once. */
function messages(judgements: readonly Judgement[], language: Language): string[] {
  return [...new Set(judgements.map((judgement) => findingText(judgement, language)))];
}

function whenToApply({ cohort }: EligibilityView, language: Language): string {
  if (!cohort)
    return { fr: 'Aucune promotion ne prend de candidatures en ce moment.', en: 'No cohort takes applications at the moment.' }[language];
  const left = placesLeft(cohort);
  const until = day(cohort.applyUntil, language);
  if (left === 0) {
    return {
      fr: `La promotion ${cohort.name} est complète ; votre antenne vous dira quand la suivante ouvre.`,
      en: `Cohort ${cohort.name} is full; your branch will tell you when the next one opens.`,
    }[language];
  }
  return {
    fr: `Candidatures pour ${cohort.name} jusqu'au ${until}, places restantes : ${left} sur ${cohort.capacity}.`,
    en: `Applications for ${cohort.name} until ${until}, places left: ${left} of ${cohort.capacity}.`,
  }[language];
}

function whatIsNearest({ program, nearest }: EligibilityView, language: Language): string[] {
  if (!nearest) return [];
  const sentence =
    nearest.id === program.id
      ? {
          fr: "Aucun accélérateur ne convient aujourd'hui ; celui-ci est le plus proche. Votre antenne peut vous y préparer.",
          en: 'No accelerator fits today; this one is the nearest. Your branch can help you get there.',
        }
      : {
          fr: `Aucun accélérateur ne convient aujourd'hui ; le plus proche est ${nearest.name}. Votre antenne peut vous y préparer.`,
          en: `No accelerator fits today; the nearest is ${nearest.name}. Your branch can help you get there.`,
        };
  return [sentence[language]];
}
