import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { DestinationCounts, DestinationGap } from '../domain/gaps.ts';
import type { CallAnswer } from '../domain/position.ts';
import type { StayRefusal } from '../domain/stay.ts';

type TextsOf<Subject> = (subject: Subject) => Texts;

export const gapTexts: Record<DestinationGap, TextsOf<DestinationCounts>> = {
  NOBODY_KNOWN: () => ({
    fr: 'Personne du réseau n’y est connu : demandez à votre antenne et au hub le plus proche.',
    en: 'Nobody known: no company of the network is known to be there. Ask your branch and the nearest hub.',
  }),
  NOBODY_TO_CALL: () => ({
    fr: 'Des entreprises y sont présentes, mais aucune n’accepte d’appel en ce moment.',
    en: 'Companies are present, but none of them takes calls at the moment.',
  }),
  STALE_POSITIONS: ({ positions, stalePositions }) => ({
    fr: `${stalePositions} position(s) sur ${positions} n’ont pas été confirmées depuis un an : vérifiez avant de compter dessus.`,
    en: `${stalePositions} of ${positions} position(s) have not been confirmed for a year: check before you count on them.`,
  }),
  NO_REVIEW: () => ({ fr: 'Aucun avis vérifié sur cette destination.', en: 'There is no verified review of this destination.' }),
  TOO_FEW_REVIEWS: ({ verifiedReviews }) => ({
    fr: `Seulement ${verifiedReviews} avis vérifié(s) : trop peu pour une note (il en faut trois).`,
    en: `Only ${verifiedReviews} verified review(s): too few for a score, which takes three.`,
  }),
  NO_PREMISES: () => ({ fr: 'Aucun local connu sur place.', en: 'No premises are known there.' }),
  NO_HUB: () => ({
    fr: 'Le réseau n’y a pas de hub ouvert : voyez le hub le plus proche.',
    en: 'The network has no open hub there: see the nearest one.',
  }),
  NO_HOUSE: () => ({ fr: 'Il n’y a pas de Maison de la Région dans ce pays.', en: 'There is no house of the Region in this country.' }),
  NO_CARD: () => ({
    fr: 'Pas de fiche pratique : fuseau horaire, vol et usages ne sont pas renseignés.',
    en: 'There is no practical card: time zone, flight and customs of the country are not known here.',
  }),
  OLD_CARD: () => ({ fr: 'La fiche pratique a plus de deux ans.', en: 'The practical card is more than two years old.' }),
  UNCHECKED_AGREEMENTS: () => ({
    fr: 'Des accords commerciaux n’ont pas encore été vérifiés par le réseau : faites-les vérifier avant de vous engager.',
    en: 'Some trade agreements have not been checked by the network yet: have them checked before you commit yourself.',
  }),
};

export const callTexts: Record<CallAnswer, Texts> = {
  MAY_ASK: {
    fr: 'Vous pouvez demander une mise en relation à votre antenne ou à votre hub ; ils vous présentent si l’entreprise est d’accord.',
    en: 'You may ask your branch or hub for an introduction; they put you in touch once the company agrees.',
  },
  OWN_POSITION: { fr: 'C’est votre propre position.', en: 'This is your own position.' },
  CLOSED_TO_CALLS: {
    fr: 'Cette entreprise ne prend pas d’appel pour cette position : lisez plutôt les avis.',
    en: 'This company takes no calls about this position: read the reviews instead.',
  },
  HOLDER_LEFT: {
    fr: 'Cette entreprise n’est pas membre du réseau aujourd’hui : choisissez une autre position, ou demandez à votre antenne.',
    en: 'This company is no member of the network today: choose another position, or ask your branch.',
  },
  NOT_CONFIRMED_LATELY: {
    fr: 'Cette position n’a pas été confirmée depuis un an : demandez à votre antenne de la faire confirmer d’abord.',
    en: 'This position has not been confirmed for a year: ask your branch to have it confirmed first.',
  },
};

export const stayTexts: Record<StayRefusal, Texts> = {
  END_BEFORE_START: {
    fr: 'Le séjour finit avant de commencer : donnez un « to » égal ou postérieur à « from » (aujourd’hui par défaut).',
    en: 'The stay ends before it begins: send a "to" on or after "from", which is today unless you say otherwise.',
  },
  LONGER_THAN_A_YEAR: { fr: 'Demandez un séjour d’un an au plus.', en: 'Ask for a stay of at most one year.' },
  TOO_FAR_AHEAD: { fr: 'Demandez un séjour qui commence dans les cinq ans.', en: 'Ask for a stay that begins within five years.' },
};

export const searchTexts = {
  department: {
    fr: 'Un département s’écrit par son code, par exemple 09, 81 ou 2A.',
    en: 'A department is written by its code, for example 09, 81 or 2A.',
  },
  activity: {
    fr: 'Une activité s’écrit par son code ou le début de ce code, à partir de la division, par exemple 30 ou 30.30Z.',
    en: 'An activity is written by its code or the beginning of it, from the division on, for example 30 or 30.30Z.',
  },
} satisfies Record<string, Texts>;
