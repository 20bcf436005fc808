import type { Texts } from '@leader/subgraph-kit/graph/texts';
import { type CallReason, type ContactRefusal, type DescriptionRefusal, longSilenceInDays } from '../../domain/prospects/prospect.ts';

/** Why something about a prospect is refused, and what to do. */
export const prospectTexts: Readonly<Record<ContactRefusal | DescriptionRefusal, Texts>> = {
  NOT_A_PROSPECT: {
    fr: 'Cette entreprise a déjà été adhérente : ce n’est pas un prospect.',
    en: 'This company was a member already: it is no prospect.',
  },
  CONTACT_IN_THE_FUTURE: { fr: 'Un contact se note quand il a eu lieu.', en: 'A contact is recorded once it has taken place.' },
  CALL_BACK_WITHOUT_DAY: { fr: 'Vous devez rappeler : dites quel jour.', en: 'You are to call back: say on which day.' },
  CALL_BACK_PASSED: { fr: 'Le jour du rappel est d’avant le contact.', en: 'The day to call back is before the contact.' },
  TITLE_MISSING: { fr: 'Dites en une ligne ce que l’entreprise projette.', en: 'Say in a line what the company plans.' },
  START_TOO_FAR: { fr: 'Un projet commence dans les cinq ans.', en: 'A project begins within five years.' },
};

export const callTexts: Readonly<Record<CallReason, Texts>> = {
  CALL_BACK_DUE: { fr: 'Un rappel était promis', en: 'A call was promised' },
  INTERESTED: { fr: 'L’entreprise était intéressée', en: 'The company was interested' },
  GROWTH_PROJECT: { fr: 'Elle a un projet de croissance', en: 'It has a growth project' },
  NEVER_CONTACTED: { fr: 'Personne ne l’a encore appelée', en: 'Nobody has called it yet' },
  LONG_SILENCE: { fr: `Plus de ${longSilenceInDays} jours sans nouvelles`, en: `No word for more than ${longSilenceInDays} days` },
};
