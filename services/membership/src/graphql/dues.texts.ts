import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { CreditRefusal, InvoiceRefusal, PaymentRefusal, RefundRefusal, WaiverRefusal } from '../domain/dues-changes.ts';

type DuesRefusal = InvoiceRefusal | PaymentRefusal | RefundRefusal | CreditRefusal | WaiverRefusal;

/** Why a change of dues is refused, and what to do. */
export const duesTexts: Readonly<Record<DuesRefusal, Texts>> = {
  NOTHING_TO_INVOICE: {
    fr: 'L’entreprise n’est ni adhérente ni acceptée : elle ne doit rien.',
    en: 'The company is neither a member nor approved: it owes nothing.',
  },
  LEAVING_ALREADY: {
    fr: 'L’entreprise quitte le réseau : il n’y a plus rien à facturer.',
    en: 'The company is leaving the network: there is nothing more to invoice.',
  },
  YEAR_TOO_FAR: { fr: 'On facture cette année ou la suivante.', en: 'Dues are invoiced for this year or the next.' },
  COVERED_ALREADY: { fr: 'La cotisation de cette année est déjà réglée.', en: 'The dues of this year are settled already.' },
  YEAR_BEFORE_UNSETTLED: {
    fr: 'La cotisation d’une année précédente n’est pas réglée : commencez par elle.',
    en: 'The dues of an earlier year are not settled: begin with that one.',
  },
  ALREADY_INVOICED: {
    fr: 'Cette année est déjà facturée : enregistrez un paiement, ou créditez la différence.',
    en: 'This year is invoiced already: record a payment, or credit the difference.',
  },
  NO_RATE: {
    fr: 'Aucun barème n’existe dans la monnaie de cette antenne : faites-le enregistrer d’abord.',
    en: 'There are no rates in the currency of this branch: have them entered first.',
  },
  AMOUNT_NOT_POSITIVE: { fr: 'Un montant est supérieur à zéro.', en: 'An amount is more than zero.' },
  PAID_IN_THE_FUTURE: {
    fr: 'Cette date est à venir : enregistrez le mouvement quand il a eu lieu.',
    en: 'This day is to come: record the money once it has moved.',
  },
  OTHER_CURRENCY: {
    fr: 'Le montant n’est pas dans la monnaie de la facture : enregistrez ce que la banque a crédité dans cette monnaie.',
    en: 'The amount is not in the currency of the invoice: record what the bank credited in that currency.',
  },
  MORE_THAN_OWED: {
    fr: 'C’est plus que ce qui reste dû : enregistrez ce qui est dû et renvoyez le reste, ou indiquez l’année qu’il règle.',
    en: 'This is more than is still owed: record what is owed and send the rest back, or name the year it settles.',
  },
  NO_SUCH_PAYMENT: {
    fr: 'Aucun paiement de cette année ne porte cette référence : vérifiez l’année et la référence.',
    en: 'No payment of that year bears this reference: check the year and the reference.',
  },
  MORE_THAN_PAID: {
    fr: 'C’est plus que ce qui reste de ce paiement.',
    en: 'This is more than is left of that payment.',
  },
  NOT_INVOICED: {
    fr: 'Cette année n’est pas encore facturée : émettez la facture d’abord.',
    en: 'This year is not invoiced yet: issue the invoice first.',
  },
  NOTHING_OWED: { fr: 'Rien n’est dû pour cette année.', en: 'Nothing is owed for this year.' },
  MOTIVE_MISSING: { fr: 'Il faut dire pourquoi : donnez un motif.', en: 'It has to be said why: give a motive.' },
};
