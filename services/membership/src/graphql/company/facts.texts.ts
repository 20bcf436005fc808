import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { ActivityRefusal } from '../../domain/company/activity.ts';
import type { NumberRefusal, VerificationRefusal } from '../../domain/company/registration.ts';
import type { SiteClosingRefusal, SiteOpeningRefusal } from '../../domain/company/site.ts';

type FactsRefusal = NumberRefusal | VerificationRefusal | SiteOpeningRefusal | SiteClosingRefusal | ActivityRefusal;

/** Why something about a company is not taken, and what to do. */
export const factsTexts: Readonly<Record<FactsRefusal, Texts>> = {
  REGISTER_OF_OTHER_COUNTRY: {
    fr: 'Ce registre est celui d’un autre pays : l’entreprise n’y est pas immatriculée et n’y a pas de site. Choisissez le registre de son pays, ou ouvrez d’abord ce site.',
    en: 'This register is of another country, in which the company is neither registered nor has a site. Choose the register of its country, or open that site first.',
  },
  DIGITS_NOT_LATIN: {
    fr: 'Ce numéro a des chiffres d’une autre écriture : retapez-le avec 0 à 9.',
    en: 'This number has digits of another script: type it again with 0 to 9.',
  },
  SIRET_IS_OF_A_SITE: {
    fr: 'C’est un SIRET, le numéro d’un site : ses neuf premiers chiffres sont le SIREN. Envoyez-les ici et le site avec openSite.',
    en: 'This is a SIRET, the number of a site: its first nine digits are the SIREN. Send those here, and the site with openSite.',
  },
  LEADING_ZEROS_MISSING: {
    fr: 'Il manque les zéros du début : envoyez le numéro comme un texte, avec tous ses chiffres.',
    en: 'The zeros it begins with are missing: send the number as text, with all its digits.',
  },
  NUMBER_NOT_WELL_FORMED: {
    fr: 'Ce registre n’a pas pu donner ce numéro : comparez-le avec l’exemple que donne companyRegisters et vérifiez chaque signe.',
    en: 'This register cannot have given this number: compare it with the example companyRegisters gives, and check every sign.',
  },
  NUMBER_KNOWN_ALREADY: { fr: 'L’entreprise a déjà ce numéro.', en: 'The company has this number already.' },
  REGISTER_GAVE_ANOTHER: {
    fr: 'Ce registre lui a déjà donné un autre numéro, et il n’en donne qu’un : vérifiez lequel est le sien.',
    en: 'This register gave it another number already, and gives one only: check which one is its own.',
  },
  NUMBER_TAKEN: {
    fr: 'Une autre entreprise du réseau a déjà ce numéro : est-ce la même ? Cherchez-la dans l’annuaire par ce numéro.',
    en: 'Another company the network knows has this number already: is it the same one? Search the directory for the number.',
  },
  NOT_ITS_NUMBER: {
    fr: 'L’entreprise n’a pas ce numéro : enregistrez-le d’abord avec addRegistration.',
    en: 'The company does not have this number: enter it first with addRegistration.',
  },
  VERIFIED_ALREADY: { fr: 'Ce numéro a déjà été vérifié.', en: 'This number was verified already.' },
  CHECKED_IN_THE_FUTURE: {
    fr: 'Ce jour n’est pas encore venu : donnez celui de la vérification.',
    en: 'That day has not come yet: give the day of the check.',
  },
  EVIDENCE_MISSING: {
    fr: 'Dites où vous l’avez vérifié, par exemple un avis de situation.',
    en: 'Say by what you checked it, for example an extract of the register.',
  },
  DEPARTMENT_MISSING: {
    fr: 'Un site en France est dans un département : donnez-le.',
    en: 'A site in France lies in a department: give it.',
  },
  NOT_A_DEPARTMENT: {
    fr: 'Ce n’est pas un département : écrivez-le avec deux signes, par exemple 09 ou 2A.',
    en: 'This is no department: write it with two signs, for example 09 or 2A.',
  },
  DEPARTMENT_ABROAD: {
    fr: 'Il n’y a de départements qu’en France : retirez-le et donnez la ville.',
    en: 'Only France has departments: leave it out and give the town.',
  },
  TOWN_MISSING: { fr: 'Hors de France, donnez la ville du site.', en: 'Abroad, give the town of the site.' },
  OPENED_IN_THE_FUTURE: {
    fr: 'Ce site n’est pas encore ouvert : revenez ce jour-là.',
    en: 'This site is not open yet: come back on that day.',
  },
  SEAT_ABROAD: {
    fr: 'Un siège est dans le pays où l’entreprise est immatriculée.',
    en: 'A seat lies in the country in which the company is registered.',
  },
  SIRET_ABROAD: { fr: 'Un SIRET est celui d’un site en France : retirez-le.', en: 'A SIRET is that of a site in France: leave it out.' },
  SIRET_INVALID: {
    fr: 'Ce n’est pas un SIRET : quatorze chiffres, dont les neuf premiers sont le SIREN.',
    en: 'This is not a SIRET: fourteen digits, of which the first nine are the SIREN.',
  },
  SIREN_UNKNOWN: {
    fr: 'Le SIREN de l’entreprise n’est pas connu : enregistrez-le d’abord avec addRegistration.',
    en: 'The SIREN of the company is not known: enter it first with addRegistration.',
  },
  SIRET_OF_ANOTHER_COMPANY: {
    fr: 'Ce SIRET ne commence pas par le SIREN de l’entreprise : c’est le site d’une autre.',
    en: 'This SIRET does not begin with the SIREN of the company: the site is another company’s.',
  },
  SITE_KNOWN_ALREADY: { fr: 'Ce site est déjà connu.', en: 'This site is known already.' },
  CLOSED_ALREADY: { fr: 'Ce site est déjà fermé.', en: 'This site is closed already.' },
  SEAT_STAYS: {
    fr: 'C’est le siège : ouvrez d’abord le nouveau avec openSite.',
    en: 'This is the seat: open the new one with openSite first.',
  },
  CLOSED_IN_THE_FUTURE: { fr: 'Ce site est encore ouvert : revenez ce jour-là.', en: 'This site is still open: come back on that day.' },
  CLOSED_BEFORE_IT_OPENED: {
    fr: 'Ce jour est avant l’ouverture du site : vérifiez-le.',
    en: 'That day is before the site opened: check it.',
  },
  NOMENCLATURE_OF_OTHER_COUNTRY: {
    fr: 'Une entreprise française a un code NAF, une autre un code CITI (ISIC_4).',
    en: 'A French company has a NAF code, any other one an ISIC code (ISIC_4).',
  },
  NOT_AN_ACTIVITY_CODE: {
    fr: 'Ce code n’est pas dans cette nomenclature : la NAF s’écrit par exemple 30.30Z, la CITI 3030.',
    en: 'This code is not in this nomenclature: NAF is written for example 30.30Z, ISIC 3030.',
  },
  CODE_KNOWN_ALREADY: { fr: 'L’entreprise a déjà ce code.', en: 'The company has this code already.' },
};
