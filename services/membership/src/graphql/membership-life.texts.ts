import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { ActivationRefusal, ApplicationRefusal, ApplicationWithdrawalRefusal, DecisionRefusal } from '../domain/admission.ts';
import type {
  ExclusionRefusal,
  ReinstatementRefusal,
  RenewalRefusal,
  ResignationRefusal,
  SuspensionRefusal,
  TransferRefusal,
} from '../domain/membership-changes.ts';

export type LifeRefusal =
  | ApplicationRefusal
  | DecisionRefusal
  | ApplicationWithdrawalRefusal
  | ActivationRefusal
  | SuspensionRefusal
  | ReinstatementRefusal
  | ResignationRefusal
  | ExclusionRefusal
  | RenewalRefusal
  | TransferRefusal;

/** Why a change of a membership is refused, and what to do. The same reason reads the same wherever it is given. */
export const lifeTexts: Readonly<Record<LifeRefusal, Texts>> = {
  REGISTRATION_MISSING: {
    fr: 'L’entreprise n’a pas de numéro d’immatriculation valable : faites-le enregistrer d’abord.',
    en: 'The company has no valid registration number: have it entered first.',
  },
  LEADER_NOT_NAMED: {
    fr: 'Aucun dirigeant n’est connu : faites enregistrer son nom d’abord.',
    en: 'No leader of the company is known: have the name entered first.',
  },
  CONSENT_MISSING: {
    fr: 'L’entreprise n’a pas accepté la charte et le traitement de ses données : demandez son accord.',
    en: 'The company has not consented to the charter and to the use of its data: ask for its consent.',
  },
  BRANCH_NOT_OPEN: {
    fr: 'Cette antenne n’est pas encore ouverte : choisissez une antenne ouverte.',
    en: 'This branch is not open yet: choose one that is.',
  },
  ALREADY_A_MEMBER: {
    fr: 'L’entreprise est déjà adhérente : il n’y a rien à demander.',
    en: 'The company is a member already: there is nothing to ask for.',
  },
  APPLICATION_OPEN: {
    fr: 'Une demande est déjà en cours : attendez la décision, ou réglez la cotisation si elle est acceptée.',
    en: 'An application is under way already: wait for the decision, or settle the dues if it was approved.',
  },
  EXCLUDED_TOO_RECENTLY: {
    fr: 'L’entreprise a été exclue trop récemment : elle pourra refaire une demande après le délai d’attente.',
    en: 'The company was excluded too recently: it may apply again after the waiting time.',
  },
  NO_APPLICATION: {
    fr: 'Il n’y a pas de demande en cours : l’entreprise doit d’abord en déposer une.',
    en: 'There is no application under way: the company has to apply first.',
  },
  ALREADY_DECIDED: {
    fr: 'Cette demande a déjà été décidée : relisez le dossier.',
    en: 'This application was decided already: read the file again.',
  },
  APPLICATION_WITHDRAWN: {
    fr: 'L’entreprise a retiré cette demande : elle peut en déposer une autre.',
    en: 'The company withdrew this application: it may apply again.',
  },
  GROUND_MISSING: {
    fr: 'Un refus demande un motif parmi ceux qui existent ; le secteur n’en est pas un.',
    en: 'A rejection needs one of the grounds there are; the sector is none.',
  },
  GROUND_WITHOUT_REJECTION: {
    fr: 'Un motif de refus accompagne une acceptation : retirez l’un des deux.',
    en: 'An approval comes with a ground for rejection: take one of them away.',
  },
  NOT_APPROVED_YET: {
    fr: 'Le bureau n’a pas encore accepté la demande : attendez sa décision.',
    en: 'The bureau has not approved the application yet: wait for its decision.',
  },
  NOT_A_MEMBER: {
    fr: 'L’entreprise n’est pas adhérente aujourd’hui : elle doit d’abord déposer une demande.',
    en: 'The company is no member today: it has to apply first.',
  },
  ALREADY_SUSPENDED: { fr: 'L’adhésion est déjà suspendue.', en: 'The membership is suspended already.' },
  NOT_SUSPENDED: { fr: 'L’adhésion n’est pas suspendue.', en: 'The membership is not suspended.' },
  RULED_TODAY: {
    fr: 'Une décision a déjà pris effet aujourd’hui : décidez de nouveau demain.',
    en: 'A decision took effect today already: decide again tomorrow.',
  },
  MOTIVE_MISSING: { fr: 'Il faut dire pourquoi : donnez un motif.', en: 'It has to be said why: give a motive.' },
  LEAVING_ALREADY: {
    fr: 'L’entreprise quitte déjà le réseau : sa dernière journée est fixée.',
    en: 'The company is leaving already: its last day is set.',
  },
  LAST_DAY_PASSED: {
    fr: 'Le dernier jour est passé : choisissez aujourd’hui ou un jour à venir.',
    en: 'The last day has passed: choose today or a day to come.',
  },
  LAST_DAY_TOO_FAR: {
    fr: 'Le dernier jour est à plus d’un an : choisissez un jour plus proche.',
    en: 'The last day is more than a year away: choose a nearer one.',
  },
  NOT_HEARD: {
    fr: 'L’adhérent n’a pas été entendu : entendez-le d’abord, puis donnez le jour de l’audition.',
    en: 'The member has not been heard: hear it first, then give the day of the hearing.',
  },
  VOTES_IMPOSSIBLE: { fr: 'Un nombre de voix ne peut pas être négatif.', en: 'A number of votes cannot be negative.' },
  VOTE_NOT_CARRIED: {
    fr: 'Il n’y a pas plus de voix pour que contre : l’exclusion n’est pas votée.',
    en: 'There are no more votes for than against: the exclusion is not carried.',
  },
  SUSPENDED: {
    fr: 'L’adhésion est suspendue : rétablissez-la d’abord.',
    en: 'The membership is suspended: reinstate it first.',
  },
  COVERED_ALREADY: { fr: 'La cotisation de cette année est déjà réglée.', en: 'The dues of this year are settled already.' },
  YEAR_BEFORE_UNSETTLED: {
    fr: 'La cotisation d’une année précédente n’est pas réglée : commencez par elle.',
    en: 'The dues of an earlier year are not settled: begin with that one.',
  },
  YEAR_TOO_FAR: {
    fr: 'Une cotisation se règle pour cette année ou la suivante.',
    en: 'Dues are settled for this year or the next.',
  },
  DUES_NOT_SETTLED: {
    fr: 'La cotisation de cette année n’est pas réglée ainsi : enregistrez le paiement (recordPayment) ou dispensez-en l’entreprise (waiveDues).',
    en: 'The dues of that year are not settled like this: record the payment (recordPayment), or waive them (waiveDues).',
  },
  SAME_BRANCH: { fr: 'L’entreprise appartient déjà à cette antenne.', en: 'The company belongs to this branch already.' },
  JOINED_TODAY: {
    fr: 'L’entreprise a rejoint son antenne aujourd’hui : transférez-la à partir de demain.',
    en: 'The company joined its branch only today: transfer it from tomorrow on.',
  },
};
