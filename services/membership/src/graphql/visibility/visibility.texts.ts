import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { DeliveryRefusal, PromiseRefusal, ReleaseRefusal } from '../../domain/visibility/visibility-promise.ts';

/** Why something about a promise to an affiliated network is refused, and what to do. */
export const visibilityTexts: Readonly<Record<PromiseRefusal | DeliveryRefusal | ReleaseRefusal, Texts>> = {
  AGREEMENT_NOT_IN_FORCE: {
    fr: 'L’accord avec ce réseau n’est pas en vigueur aujourd’hui : renouvelez-le d’abord.',
    en: 'The agreement with this network does not hold today: renew it first.',
  },
  NOT_IN_THE_AGREEMENT: {
    fr: 'L’accord avec ce réseau ne prévoit pas cela : voyez ses termes.',
    en: 'The agreement with this network does not hold this: see its terms.',
  },
  DUE_IN_THE_PAST: { fr: 'Une promesse est pour aujourd’hui ou plus tard.', en: 'A promise is for today or later.' },
  DUE_AFTER_THE_AGREEMENT: {
    fr: 'L’accord finit avant ce jour : choisissez un jour qu’il couvre.',
    en: 'The agreement ends before that day: choose one that it covers.',
  },
  DUE_TOO_LATE: { fr: 'Une promesse est tenue dans les 24 mois.', en: 'A promise is kept within 24 months.' },
  DONE_WHEN_MISSING: {
    fr: 'Dites à quoi on verra que c’est fait.',
    en: 'Say by what one will see that it is done.',
  },
  PROMISED_ALREADY: {
    fr: 'Une promesse de cette sorte attend déjà : tenez-la d’abord.',
    en: 'A promise of this kind is waiting already: keep that one first.',
  },
  DELIVERED_ALREADY: { fr: 'Cette promesse est déjà tenue.', en: 'This promise is kept already.' },
  RELEASED_ALREADY: { fr: 'L’antenne a déjà renoncé à cette promesse.', en: 'The branch let go of this promise already.' },
  REASON_MISSING: { fr: 'Dites pourquoi vous y renoncez.', en: 'Say why you let go of it.' },
  DELIVERED_IN_THE_FUTURE: {
    fr: 'Une livraison se note quand elle a eu lieu.',
    en: 'A delivery is recorded once it has taken place.',
  },
  DELIVERED_BEFORE_THE_PROMISE: {
    fr: 'Ce jour est d’avant la promesse : vérifiez-le.',
    en: 'That day is before the promise: check it.',
  },
  EVIDENCE_MISSING: {
    fr: 'Dites où cela se voit : une adresse ou la référence d’un document.',
    en: 'Say where it can be seen: an address or the reference of a document.',
  },
  COUNT_MISSING: {
    fr: 'Il s’agit de chiffres : dites combien de fois les adhérents ont été vus et demandés.',
    en: 'This is about figures: say how often the members were seen and asked.',
  },
  COUNT_WITHOUT_FIGURES: {
    fr: 'Cette promesse n’est pas faite de chiffres : laissez counted vide.',
    en: 'This promise is not about figures: leave counted out.',
  },
  COUNT_IMPOSSIBLE: { fr: 'Un nombre va de 0 à 100 000 000.', en: 'A count goes from 0 to 100,000,000.' },
};
