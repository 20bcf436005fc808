import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type {
  AssignmentRefusal,
  InstallationRefusal,
  OpeningRefusal,
  OutcomeRefusal,
  QualificationRefusal,
  VisitRefusal,
} from '../../domain/inbound/inbound-project.ts';

type InboundRefusal = OpeningRefusal | QualificationRefusal | AssignmentRefusal | VisitRefusal | OutcomeRefusal | InstallationRefusal;

/** Why something about an inbound project is refused, and what to do. */
export const inboundTexts: Readonly<Record<InboundRefusal, Texts>> = {
  ORGANISATION_MISSING: { fr: 'Dites quelle entreprise cherche un site.', en: 'Say which company looks for a site.' },
  SURFACE_IMPOSSIBLE: { fr: 'Une surface va de 1 à 1 000 000 m².', en: 'A surface goes from 1 to 1,000,000 m².' },
  DEPARTMENT_OUTSIDE: {
    fr: 'Un des départements n’est pas d’Occitanie : écrivez-les avec deux signes, par exemple 09 ou 81.',
    en: 'One of the departments is not in Occitanie: write them with two signs, for example 09 or 81.',
  },
  BUDGET_NEGATIVE: { fr: 'Un budget ne peut pas être négatif.', en: 'A budget cannot be negative.' },
  WANTED_ON_PASSED: { fr: 'Ce jour est passé : choisissez-en un à venir.', en: 'That day has passed: choose one to come.' },
  JOBS_IMPOSSIBLE: {
    fr: 'Les emplois se comptent en nombre entier, de 0 à 20 000.',
    en: 'Jobs are counted in whole numbers, from 0 to 20,000.',
  },
  NOT_RECEIVED: { fr: 'Ce projet a déjà été qualifié ou décidé.', en: 'This project was qualified or decided already.' },
  ASSIGNED_ALREADY: {
    fr: 'Une antenne suit déjà ce projet : un projet n’en a qu’une.',
    en: 'A branch looks after this project already: a project has one.',
  },
  NOT_QUALIFIED: { fr: 'Ce projet n’est pas qualifié : qualifiez-le d’abord.', en: 'This project is not qualified: qualify it first.' },
  BRANCH_NOT_OPEN: {
    fr: 'Cette antenne n’est pas encore ouverte : choisissez une antenne ouverte.',
    en: 'This branch is not open yet: choose one that is.',
  },
  BRANCH_ABROAD: {
    fr: 'Un site en Occitanie est suivi par une antenne locale, pas par un hub.',
    en: 'A site in Occitanie is looked after by a local branch, not by a hub.',
  },
  NOT_ASSIGNED: {
    fr: 'Aucune antenne ne suit ce projet : attribuez-le d’abord.',
    en: 'No branch looks after this project: assign it first.',
  },
  VISIT_IN_THE_FUTURE: { fr: 'Une visite se note quand elle a eu lieu.', en: 'A visit is recorded once it has taken place.' },
  VISIT_BEFORE_RECEIPT: {
    fr: 'Cette visite est d’avant la demande : vérifiez le jour.',
    en: 'This visit is from before the request: check the day.',
  },
  NOT_WAITING: { fr: 'Ce projet est déjà décidé.', en: 'This project is decided already.' },
  NOT_VISITED: { fr: 'Un oui vient après une visite : notez-la d’abord.', en: 'A yes comes after a visit: record that first.' },
  REASON_MISSING: { fr: 'Un non a une raison : donnez-la.', en: 'A no has a reason: give it.' },
  REASON_WITHOUT_NO: { fr: 'Une raison va avec un non : retirez l’un des deux.', en: 'A reason goes with a no: take one of them away.' },
  NOT_DECIDED: { fr: 'Le oui du décideur manque : notez-le d’abord.', en: 'The yes of the decision maker is missing: record that first.' },
  SIRET_INVALID: {
    fr: 'Ce n’est pas un SIRET : quatorze chiffres, dont les neuf premiers sont le SIREN.',
    en: 'This is not a SIRET: fourteen digits, of which the first nine are the SIREN.',
  },
  SIRET_TAKEN: { fr: 'Ce site est déjà celui d’un autre projet.', en: 'This site is that of another project already.' },
};
