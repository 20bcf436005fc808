import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type {
  AcceptanceRefusal,
  CancellationRefusal,
  CompletionRefusal,
  DeclineRefusal,
  ProposalRefusal,
  RatingRefusal,
} from '../../domain/expertise/exchange.ts';
import type { ClosureRefusal, PublicationRefusal } from '../../domain/expertise/listing.ts';
import type { MatchReason } from '../../domain/expertise/matching.ts';

type ExpertiseRefusal =
  | PublicationRefusal
  | ClosureRefusal
  | ProposalRefusal
  | AcceptanceRefusal
  | DeclineRefusal
  | CancellationRefusal
  | CompletionRefusal
  | RatingRefusal;

/** Why something about expertise is refused, and what to do. */
export const expertiseTexts: Readonly<Record<ExpertiseRefusal, Texts>> = {
  NOT_A_MEMBER: {
    fr: 'L’entreprise n’est pas adhérente active aujourd’hui : réglez d’abord son adhésion.',
    en: 'The company is no active member today: settle its membership first.',
  },
  THEME_NOT_IN_USE: {
    fr: 'Ce thème n’existe pas ou ne sert plus : choisissez-en un dans expertiseThemes.',
    en: 'There is no such theme, or it is not in use: choose one of expertiseThemes.',
  },
  TITLE_MISSING: {
    fr: 'Il faut un titre : dites en une ligne de quoi il s’agit.',
    en: 'A title is missing: say in a line what it is about.',
  },
  OPEN_UNTIL_PASSED: {
    fr: 'Le dernier jour est passé : choisissez aujourd’hui ou un jour à venir.',
    en: 'The last day has passed: choose today or a day to come.',
  },
  OPEN_TOO_LONG: {
    fr: 'Une annonce reste ouverte un an au plus : choisissez un jour plus proche.',
    en: 'A listing stays open for a year at most: choose a nearer day.',
  },
  LISTED_ALREADY: {
    fr: 'L’entreprise a déjà une annonce ouverte de ce genre sur ce thème : fermez-la d’abord.',
    en: 'The company has an open listing of this kind on this theme already: close that one first.',
  },
  NOT_OPEN: { fr: 'Cette annonce n’est plus ouverte.', en: 'This listing is not open any more.' },
  LISTING_CLOSED: {
    fr: 'Cette annonce n’est plus ouverte : cherchez-en une autre sur le même thème.',
    en: 'This listing is not open any more: look for another one on the same theme.',
  },
  OWN_LISTING: { fr: 'Personne ne répond à sa propre annonce.', en: 'Nobody answers their own listing.' },
  NOT_BOTH_ACTIVE: {
    fr: 'Un échange se fait entre deux adhérents actifs : l’une des deux entreprises ne l’est pas aujourd’hui.',
    en: 'An exchange takes two active members: one of the two companies is none today.',
  },
  SAME_GROUP: {
    fr: 'Les deux entreprises sont du même groupe : un échange se fait entre pairs.',
    en: 'The two companies are of one group: an exchange takes place between peers.',
  },
  PROPOSED_ALREADY: {
    fr: 'Un échange sur cette annonce est déjà en cours avec vous.',
    en: 'An exchange on this listing is under way with you already.',
  },
  OWN_PROPOSAL: {
    fr: 'C’est votre proposition : l’autre entreprise y répond ; vous pouvez l’annuler.',
    en: 'This is your proposal: the other company answers it; you may cancel it.',
  },
  EXPIRED: {
    fr: 'Le délai de réponse est passé : faites une nouvelle proposition.',
    en: 'The time for an answer is over: make a new proposal.',
  },
  NOT_PROPOSED: { fr: 'Cette proposition a déjà reçu une réponse.', en: 'This proposal was answered already.' },
  NOT_UNDER_WAY: { fr: 'Cet échange n’est plus en cours.', en: 'This exchange is not under way any more.' },
  NOT_YOUR_PROPOSAL: {
    fr: 'C’est la proposition de l’autre entreprise : déclinez-la au lieu de l’annuler.',
    en: 'This is the proposal of the other company: decline it instead of cancelling it.',
  },
  NOT_ACCEPTED: {
    fr: 'Seul un échange accepté, et pas encore terminé, peut l’être.',
    en: 'Only an exchange that was accepted, and is not done yet, can be closed.',
  },
  HOURS_IMPOSSIBLE: {
    fr: 'Les heures se comptent en quarts d’heure, de 0,25 à 500.',
    en: 'Hours are counted in quarters, from 0.25 to 500.',
  },
  NOT_DONE: { fr: 'Cet échange n’est pas terminé : terminez-le d’abord.', en: 'This exchange is not done: close it first.' },
  RATED_ALREADY: { fr: 'Cet échange a déjà été évalué.', en: 'This exchange was rated already.' },
  NOT_THE_SEEKER: {
    fr: 'L’entreprise qui a été aidée évalue l’échange.',
    en: 'The company that was helped rates the exchange.',
  },
  SATISFACTION_OUT_OF_RANGE: { fr: 'La satisfaction va de 1 à 5.', en: 'Satisfaction goes from 1 to 5.' },
};

export const matchTexts: Readonly<Record<MatchReason, Texts>> = {
  SAME_THEME: { fr: 'Même thème', en: 'Same theme' },
  SAME_OBJECTIVE: { fr: 'Autre thème du même objectif', en: 'Another theme of the same objective' },
  SAME_TOWN: { fr: 'Même ville', en: 'Same town' },
  SAME_DEPARTMENT: { fr: 'Même département', en: 'Same department' },
  SAME_BRANCH: { fr: 'Même antenne', en: 'Same branch' },
  NEIGHBOURING_DEPARTMENT: { fr: 'Département voisin', en: 'Neighbouring department' },
  SAME_FORMER_REGION: { fr: 'Même ancienne région', en: 'Same former region' },
  FURTHER_AWAY: { fr: 'Plus loin', en: 'Further away' },
  SAME_SIZE: { fr: 'Même taille', en: 'Same size' },
};
