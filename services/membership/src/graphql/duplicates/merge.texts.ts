import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { MergeRefusal } from '../../domain/duplicates/merging.ts';
import type { UndoRefusal } from '../../domain/duplicates/undoing.ts';

/** Why two records do not become one, and what to do. */
export const mergeTexts: Readonly<Record<MergeRefusal, Texts>> = {
  SAME_COMPANY: { fr: 'C’est la même fiche : nommez l’autre.', en: 'This is the same record: name the other one.' },
  MERGED_ALREADY: {
    fr: 'Les deux ont déjà été fusionnées : l’un ou l’autre identifiant mène à l’entreprise qu’elles sont devenues.',
    en: 'The two were merged already: either id leads to the company that they became.',
  },
  REGISTERED_ELSEWHERE: {
    fr: 'Elles sont immatriculées dans deux pays : ce sont deux entreprises.',
    en: 'They are registered in two countries: these are two companies.',
  },
  BOTH_NUMBERS_VERIFIED: {
    fr: 'Un registre leur a donné deux numéros, tous deux vérifiés : ce sont deux entreprises. Dites-le avec tellCompaniesApart.',
    en: 'A register gave them two numbers, both verified: these are two companies. Say so with tellCompaniesApart.',
  },
  NEITHER_NUMBER_VERIFIED: {
    fr: 'Elles ont deux numéros d’un même registre, qui n’en donne qu’un : vérifiez d’abord le bon avec verifyRegistration.',
    en: 'They have two numbers of one register, which gives one only: verify the right one first with verifyRegistration.',
  },
  MEMBERSHIPS_OVERLAP: {
    fr: 'Toutes deux ont été adhérentes les mêmes jours, et une entreprise ne l’est qu’une fois : vérifiez laquelle l’était.',
    en: 'Both were members on the same days, and a company is one once: check which of them was.',
  },
  APPLICATION_OPEN: {
    fr: 'L’une demande à adhérer, l’autre aussi ou l’est déjà : décidez d’abord de la demande avec decideApplication.',
    en: 'One applies for membership while the other does too or is a member: decide the application first with decideApplication.',
  },
  DUES_OF_ONE_YEAR: {
    fr: 'Toutes deux ont une facture de cotisation de la même année, et une entreprise n’en a qu’une : les fiches restent séparées.',
    en: 'Both have an invoice of dues of the same year, and a company has one: the records stay apart.',
  },
  IN_TWO_UNDERTAKINGS: {
    fr: 'Elles appartiennent à deux groupes : faites d’abord sortir l’une du sien avec leaveUndertaking.',
    en: 'They are part of two undertakings: take one of them out of its own first with leaveUndertaking.',
  },
  TWO_OF_ONE_UNDERTAKING: {
    fr: 'Quelqu’un les a liées comme deux entreprises d’un groupe : si elles n’en sont qu’une, faites-en d’abord sortir l’une avec leaveUndertaking.',
    en: 'Somebody linked them as two companies of one undertaking: if they are one, take one of them out first with leaveUndertaking.',
  },
  EXCHANGED_WITH_EACH_OTHER: {
    fr: 'Elles se sont entraidées : ce sont deux entreprises, ou cet échange est une erreur.',
    en: 'They exchanged expertise with each other: these are two companies, or that exchange is a mistake.',
  },
  PROPOSED_TWICE: {
    fr: 'Toutes deux ont répondu à la même annonce : annulez d’abord l’une des réponses avec cancelExchange.',
    en: 'Both answered the same listing: cancel one of the answers first with cancelExchange.',
  },
  LISTED_TWICE: {
    fr: 'Toutes deux ont une annonce ouverte du même genre et du même thème : fermez d’abord l’une avec closeListing.',
    en: 'Both have an open listing of one kind and theme: close one of them first with closeListing.',
  },
  SIGNED_UP_TWICE: {
    fr: 'La même personne est inscrite par toutes deux à un même rendez-vous : retirez d’abord l’une des inscriptions avec withdrawSignUp.',
    en: 'Both signed the same person up for one gathering: withdraw one of the sign-ups first with withdrawSignUp.',
  },
  REASON_MISSING: {
    fr: 'Dites à quoi vous voyez que c’est la même entreprise.',
    en: 'Say what shows that it is one company.',
  },
};

function changed(fr: string, en: string): Texts {
  return {
    fr: `Depuis la fusion, ${fr}, et personne ne peut dire de laquelle c’est : les fiches restent une seule.`,
    en: `Since the merge ${en}, and nobody can say of which one that is: the records stay one.`,
  };
}

/** Why two records that became one stay one, and what to do. */
export const undoTexts: Readonly<Record<UndoRefusal, Texts>> = {
  UNDONE_ALREADY: { fr: 'Cette fusion a déjà été défaite.', en: 'This merge was undone already.' },
  MERGED_SINCE: {
    fr: 'L’entreprise a été fusionnée de nouveau depuis : défaites d’abord la fusion la plus récente.',
    en: 'The company was merged again since: undo the later merge first.',
  },
  MEMBERSHIP_CHANGED_SINCE: changed('une adhésion ou une demande a été enregistrée', 'a membership or an application was entered'),
  DUES_CHANGED_SINCE: changed('une cotisation a été facturée ou payée', 'dues were invoiced or paid'),
  FIGURES_CHANGED_SINCE: changed('des chiffres ont été enregistrés', 'figures were entered'),
  PEOPLE_CHANGED_SINCE: changed('quelqu’un a été enregistré', 'somebody was entered'),
  FACTS_CHANGED_SINCE: changed(
    'un numéro, un site, une activité, un lien ou un nom a été enregistré',
    'a number, a site, an activity, a tie or a name was entered',
  ),
  EXPERTISE_CHANGED_SINCE: changed('une annonce ou un échange a été enregistré', 'a listing or an exchange was entered'),
  GATHERINGS_CHANGED_SINCE: changed('quelqu’un a été inscrit à un rendez-vous', 'somebody was signed up for a gathering'),
  PROSPECTING_CHANGED_SINCE: changed('un contact ou un projet a été enregistré', 'a contact or a project was entered'),
  LISTS_CHANGED_SINCE: changed(
    'une liste a nommé l’entreprise, ou quelqu’un a dit qui elle est',
    'a list named the company, or somebody said who it is',
  ),
  NUMBER_TAKEN_SINCE: {
    fr: 'Un numéro que l’une avait est depuis celui d’une autre entreprise : vérifiez d’abord à qui il est.',
    en: 'A number that one of them had is another company’s by now: check first whose it is.',
  },
  REASON_MISSING: {
    fr: 'Dites à quoi vous voyez que ce sont deux entreprises.',
    en: 'Say what shows that they are two companies.',
  },
};
