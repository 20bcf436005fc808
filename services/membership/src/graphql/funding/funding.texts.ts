import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { AgreementRefusal } from '../../domain/funding/agreement.ts';
import type { DraftRefusal, SettlementRefusal, SubmissionRefusal } from '../../domain/funding/claim.ts';
import type { CostRefusal, EvidenceRefusal } from '../../domain/funding/cost.ts';

type FundingRefusal = AgreementRefusal | CostRefusal | EvidenceRefusal | DraftRefusal | SubmissionRefusal | SettlementRefusal;

/** Why something about public money is refused, and what to do. */
export const fundingTexts: Readonly<Record<FundingRefusal, Texts>> = {
  FUNDER_MISSING: { fr: 'Dites qui finance.', en: 'Say who pays.' },
  PERIOD_IMPOSSIBLE: {
    fr: 'Une convention finit après son début et couvre dix années civiles au plus : vérifiez les jours.',
    en: 'An agreement ends after it begins and covers ten calendar years at most: check the days.',
  },
  RATE_IMPOSSIBLE: {
    fr: 'Un taux est au-dessus de 0 et d’au plus 100 pour cent, par exemple 50.',
    en: 'A rate is above 0 and at most 100 percent, for example 50.',
  },
  CEILING_IMPOSSIBLE: { fr: 'Un plafond est au-dessus de zéro.', en: 'A ceiling is above zero.' },
  LINES_MISSING: {
    fr: 'Nommez au moins une ligne de dépenses éligible.',
    en: 'Name at least one eligible line of costs.',
  },
  DELIVERABLE_TWICE: {
    fr: 'Un engagement est nommé deux fois : gardez-en un.',
    en: 'A deliverable is named twice: keep one of them.',
  },
  PROMISE_IMPOSSIBLE: { fr: 'Un engagement est au-dessus de zéro.', en: 'A promise is above zero.' },
  COST_UNNAMED: { fr: 'Dites ce qui a été payé.', en: 'Say what was paid for.' },
  COST_AMOUNT_IMPOSSIBLE: {
    fr: 'Une dépense est au-dessus de zéro.',
    en: 'A cost is above zero.',
  },
  COST_IN_OTHER_CURRENCY: {
    fr: 'La convention est dans une autre monnaie : donnez le montant dans celle-là.',
    en: 'The agreement is in another currency: give the amount in that one.',
  },
  LINE_INELIGIBLE: {
    fr: 'Cette convention ne paie pas cette ligne : choisissez une ligne éligible ou une autre convention.',
    en: 'This agreement does not pay for that line: choose an eligible line or another agreement.',
  },
  COST_OUTSIDE_PERIOD: {
    fr: 'Cette dépense n’est pas de la période de la convention : inscrivez-la sous celle qui couvre ce jour.',
    en: 'This cost is not of the time of the agreement: record it under one that covers that day.',
  },
  COST_IN_THE_FUTURE: {
    fr: 'Une dépense se note une fois engagée : attendez ce jour.',
    en: 'A cost is recorded once it was incurred: wait for that day.',
  },
  EVIDENCED_ALREADY: {
    fr: 'Cette dépense a déjà son justificatif.',
    en: 'This cost has its evidence already.',
  },
  EVIDENCE_UNNAMED: {
    fr: 'Dites qui a émis la pièce et sous quelle référence.',
    en: 'Say who issued the document and under which reference.',
  },
  HASH_UNREADABLE: {
    fr: 'Une empreinte SHA-256 a 64 chiffres hexadécimaux : calculez-la sur le fichier de la pièce.',
    en: 'A SHA-256 has 64 hexadecimal digits: compute it from the file of the document.',
  },
  EVIDENCE_IN_THE_FUTURE: {
    fr: 'Cette pièce est d’un jour à venir : vérifiez sa date.',
    en: 'This document is of a day to come: check its date.',
  },
  FUNDED_TWICE: {
    fr: 'Cette pièce justifie déjà une dépense, ici ou sous une autre convention : rien ne se finance deux fois. Joignez celle de cette dépense.',
    en: 'This document justifies a cost already, here or under another agreement: nothing is funded twice. Attach the one of this cost.',
  },
  CLAIM_AMOUNT_IMPOSSIBLE: { fr: 'Une demande est au-dessus de zéro.', en: 'A claim is above zero.' },
  CLAIM_IN_OTHER_CURRENCY: {
    fr: 'La convention est dans une autre monnaie : demandez dans celle-là.',
    en: 'The agreement is in another currency: claim in that one.',
  },
  SUBMITTED_ALREADY: {
    fr: 'Cette demande est déjà partie et ne change plus : préparez-en une autre.',
    en: 'This claim was submitted already and does not change any more: draft another one.',
  },
  NOTHING_JUSTIFIED: {
    fr: 'Aucune dépense n’est justifiée : joignez d’abord des justificatifs.',
    en: 'No cost is justified: attach evidence first.',
  },
  MORE_THAN_CEILING: {
    fr: 'Avec celle-ci, les demandes dépasseraient le plafond de la convention : demandez moins.',
    en: 'With this one the claims would exceed the ceiling of the agreement: claim less.',
  },
  MORE_THAN_JUSTIFIED: {
    fr: 'Avec celle-ci, les demandes dépasseraient le taux des dépenses justifiées : demandez moins, ou joignez d’autres justificatifs.',
    en: 'With this one the claims would exceed the rate of the costs justified: claim less, or attach more evidence.',
  },
  NOT_SUBMITTED: {
    fr: 'Cette demande n’est pas encore partie : envoyez-la d’abord.',
    en: 'This claim was not submitted yet: submit it first.',
  },
  SETTLED_ALREADY: { fr: 'Le financeur a déjà décidé de cette demande.', en: 'The funder decided about this claim already.' },
  SETTLED_IN_THE_FUTURE: {
    fr: 'Une décision se note une fois prise : vérifiez le jour.',
    en: 'A decision is recorded once it was taken: check the day.',
  },
  SETTLED_BEFORE_SUBMISSION: {
    fr: 'Cette décision est d’avant la demande : vérifiez le jour.',
    en: 'This decision is from before the claim: check the day.',
  },
  GRANTED_MISSING: {
    fr: 'Dites combien est payé d’une demande réduite.',
    en: 'Say how much of a reduced claim is paid.',
  },
  GRANTED_IMPOSSIBLE: {
    fr: 'Ce qui est payé d’une demande réduite est au-dessus de zéro et en dessous de ce qui était demandé.',
    en: 'What is paid of a reduced claim is above zero and below what was claimed.',
  },
  GRANTED_WITHOUT_REDUCTION: {
    fr: 'Un montant va avec une demande réduite seulement : retirez l’un des deux.',
    en: 'An amount goes with a reduced claim only: take one of them away.',
  },
  MOTIVE_MISSING: {
    fr: 'Dites pourquoi tout n’est pas payé.',
    en: 'Say why not all of it is paid.',
  },
};
