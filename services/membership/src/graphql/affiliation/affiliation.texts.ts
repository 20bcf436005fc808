import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type {
  AbandonmentRefusal,
  ApprovalRefusal,
  BatchApplicationRefusal,
  CheckRefusal,
} from '../../domain/affiliation/affiliation-batch.ts';
import type { NetworkRefusal } from '../../domain/affiliation/partner-network.ts';
import type { SettlementRefusal } from '../../domain/affiliation/suspect-row.ts';

type AffiliationRefusal =
  | NetworkRefusal
  | CheckRefusal
  | ApprovalRefusal
  | BatchApplicationRefusal
  | AbandonmentRefusal
  | SettlementRefusal;

/** Why something about a network that joins is refused, and what to do. */
export const affiliationTexts: Readonly<Record<AffiliationRefusal, Texts>> = {
  NETWORK_UNNAMED: { fr: 'Nommez le réseau partenaire.', en: 'Name the partner network.' },
  NETWORK_NAME_TOO_LONG: {
    fr: 'Le nom d’un réseau a 200 caractères au plus : abrégez-le.',
    en: 'The name of a network has at most 200 characters: shorten it.',
  },
  TERM_TWICE: { fr: 'Un engagement est nommé deux fois : gardez-en un.', en: 'A term is named twice: keep one of them.' },
  AGREEMENT_ENDS_EARLY: {
    fr: 'La convention finirait avant de commencer : vérifiez les jours.',
    en: 'The agreement would end before it begins: check the days.',
  },
  NETWORK_KNOWN_ALREADY: {
    fr: 'Cette antenne connaît déjà un réseau de ce nom : reprenez-le de la liste partnerNetworks.',
    en: 'This branch knows a network of this name already: take it from the list partnerNetworks.',
  },
  NOT_CHECKED: {
    fr: 'Ce lot n’a pas encore été contrôlé : contrôlez-le, puis regardez ses lignes.',
    en: 'This batch was not checked yet: check it, then look at its rows.',
  },
  APPROVED_ALREADY: { fr: 'Ce lot est déjà approuvé : appliquez-le.', en: 'This batch is approved already: apply it.' },
  OWN_UPLOAD: {
    fr: 'Vous avez déposé cette liste vous-même : une autre personne de l’antenne ou du réseau l’approuve.',
    en: 'You brought this list yourself: somebody else of the branch or of the network approves it.',
  },
  AGREEMENT_ENDED: {
    fr: 'La convention avec ce réseau n’a plus cours : abandonnez le lot, ou renouvelez la convention.',
    en: 'The agreement with this network has ended: abandon the batch, or renew the agreement.',
  },
  NOT_APPROVED: {
    fr: 'Personne n’a encore approuvé ce lot tel qu’il est : approuvez-le d’abord.',
    en: 'Nobody approved this batch as it is now: approve it first.',
  },
  DIRECTORY_CHANGED: {
    fr: 'L’annuaire a changé depuis le contrôle, et des lignes finiraient autrement qu’approuvé : contrôlez et approuvez de nouveau.',
    en: 'The directory has changed since the check, and rows would end otherwise than approved: check and approve again.',
  },
  NO_SUCH_LINE: {
    fr: 'La liste n’a pas cette ligne : reprenez le numéro de ligne de memberListRows.',
    en: 'The list has no such line: take the number of the line from memberListRows.',
  },
  NOT_SUSPECT: { fr: 'Cette ligne n’attend pas de décision.', en: 'This row does not wait for a decision.' },
  FOLLOWS_AN_EARLIER_LINE: {
    fr: 'Cette ligne suit une ligne plus haut au même numéro : décidez de celle-là.',
    en: 'This row follows an earlier line with the same number: settle that one.',
  },
  APPLY_EARLIER_LINE_FIRST: {
    fr: 'Elle ressemble à une ligne de la même liste, qui n’est pas encore une entreprise : appliquez le lot, renvoyez la liste, puis décidez.',
    en: 'It is similar to a line of the same list that is no company yet: apply the batch, upload the list again, then settle it.',
  },
  NOT_ONE_OF_THEM: {
    fr: 'Nommez pour la même entreprise l’une de celles au nom proche (similarTo), et pour une autre aucune.',
    en: 'For the same company name one of those with a similar name (similarTo), for another one name none.',
  },
  REASON_MISSING: { fr: 'Dites à quoi vous le savez.', en: 'Say how you know.' },
  APPLIED_ALREADY: {
    fr: 'Ce lot est déjà appliqué et ne change plus : envoyez la liste de nouveau si elle a changé.',
    en: 'This batch is applied already and does not change any more: upload the list again if it changed.',
  },
  ABANDONED_ALREADY: {
    fr: 'Ce lot est abandonné : envoyez la liste de nouveau.',
    en: 'This batch is abandoned: upload the list again.',
  },
  MOTIVE_MISSING: { fr: 'Dites pourquoi le lot est abandonné.', en: 'Say why the batch is abandoned.' },
};
