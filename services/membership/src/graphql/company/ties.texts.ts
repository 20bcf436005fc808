import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { TieEndRefusal, TieRefusal } from '../../domain/company/network-tie.ts';
import type { ResponsibilityRefusal } from '../../domain/company/responsibility.ts';
import type { JoiningRefusal, LeavingRefusal } from '../../domain/company/undertaking.ts';

type TiesRefusal = JoiningRefusal | LeavingRefusal | TieRefusal | TieEndRefusal | ResponsibilityRefusal;

/** Why something that ties a company to others, or shows what it does, is not taken, and what to do. */
export const tiesTexts: Readonly<Record<TiesRefusal, Texts>> = {
  SAME_COMPANY: { fr: 'C’est la même entreprise : nommez l’autre.', en: 'This is the same company: name the other one.' },
  JOINED_ALREADY: { fr: 'Ces entreprises sont déjà une entreprise unique.', en: 'These companies are a single undertaking already.' },
  IN_ANOTHER_UNDERTAKING: {
    fr: 'L’entreprise appartient déjà à un groupe : faites-la d’abord sortir de celui-là avec leaveUndertaking.',
    en: 'The company is part of an undertaking already: take it out of that one first with leaveUndertaking.',
  },
  IN_NO_UNDERTAKING: { fr: 'L’entreprise n’appartient à aucun groupe.', en: 'The company is part of no undertaking.' },
  TIE_UNNAMED: { fr: 'Donnez le nom du réseau ou de la grappe.', en: 'Give the name of the network or cluster.' },
  SINCE_IN_THE_FUTURE: { fr: 'Ce jour n’est pas encore venu : revenez alors.', en: 'That day has not come yet: come back then.' },
  TIE_KNOWN_ALREADY: { fr: 'On sait déjà que l’entreprise en fait partie.', en: 'It is known already that the company belongs there.' },
  ENDED_ALREADY: { fr: 'L’entreprise n’en fait déjà plus partie.', en: 'The company does not belong there any more.' },
  UNTIL_IN_THE_FUTURE: { fr: 'Ce jour n’est pas encore venu : revenez alors.', en: 'That day has not come yet: come back then.' },
  ENDS_BEFORE_IT_BEGINS: { fr: 'Ce jour est avant le premier : vérifiez-le.', en: 'That day is before the first one: check it.' },
  SCORE_MISSING: { fr: 'Un Impact Score a une note : donnez-la.', en: 'An Impact Score has a score: give it.' },
  SCORE_OUT_OF_RANGE: { fr: 'Un Impact Score va de 0 à 100.', en: 'An Impact Score goes from 0 to 100.' },
  SCORE_WITHOUT_IMPACT_SCORE: {
    fr: 'Seul un Impact Score a une note : retirez-la.',
    en: 'Only an Impact Score has a score: leave it out.',
  },
  LABEL_UNNAMED: { fr: 'Donnez le nom du label.', en: 'Give the name of the label.' },
  NAME_WITHOUT_LABEL: { fr: 'Seul un label a un nom : retirez-le.', en: 'Only a label has a name: leave it out.' },
  STATED_IN_THE_FUTURE: { fr: 'Ce jour n’est pas encore venu : revenez alors.', en: 'That day has not come yet: come back then.' },
  VALID_UNTIL_BEFORE_STATED: {
    fr: 'La fin de validité est avant le jour de l’attribution : vérifiez-les.',
    en: 'The last day of validity is before the day it was stated: check both.',
  },
  SOURCE_NOT_YOURS: {
    fr: 'Une entreprise déclare elle-même ; ce qui est publié ou audité est enregistré par son antenne.',
    en: 'A company itself declares; what was published or audited is entered by its branch.',
  },
  FACT_KNOWN_ALREADY: { fr: 'Ceci est déjà connu pour ce jour.', en: 'This is known already for that day.' },
};
