import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { AppointmentRefusal, GivingRefusal, RegistrationRefusal, WithdrawalRefusal } from '../domain/person.ts';

/** Why a change about a person is refused, and what to do. */
export const personTexts: Readonly<Record<RegistrationRefusal | GivingRefusal | WithdrawalRefusal | AppointmentRefusal, Texts>> = {
  KNOWN_ALREADY: {
    fr: 'Une personne de ce nom est déjà connue dans ce rôle : reprenez-la.',
    en: 'A person of this name is known in this role already: use that one.',
  },
  EMAIL_KNOWN_ALREADY: {
    fr: 'Une personne de cette entreprise a déjà cette adresse : vérifiez qui c’est.',
    en: 'A person of this company has this address already: check who it is.',
  },
  GIVEN_ALREADY: { fr: 'Cet accord est déjà donné.', en: 'This consent is given already.' },
  NOT_GIVEN: {
    fr: 'Cet accord n’est pas donné : il n’y a rien à retirer.',
    en: 'This consent is not given: there is nothing to withdraw.',
  },
  ENDS_BEFORE_IT_BEGINS: {
    fr: 'Le mandat finit avant de commencer : vérifiez les dates.',
    en: 'The mandate ends before it begins: check the days.',
  },
  BRANCH_NOT_OPEN: {
    fr: 'L’antenne n’était pas ouverte ce jour-là : choisissez un jour à partir de son ouverture.',
    en: 'The branch was not open that day: choose a day from its opening on.',
  },
  OFFICE_TAKEN: {
    fr: 'L’antenne a déjà une présidence pendant ces jours : choisissez d’autres dates.',
    en: 'The branch has a president on some of these days already: choose others.',
  },
};
