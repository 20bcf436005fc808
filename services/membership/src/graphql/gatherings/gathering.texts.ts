import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { CancellationRefusal, OpeningRefusal, PlanningRefusal, ResizingRefusal } from '../../domain/gatherings/gathering.ts';
import type { AttendanceRefusal, SignUpRefusal, SignUpWithdrawalRefusal } from '../../domain/gatherings/sign-up.ts';

type Reason =
  | PlanningRefusal
  | OpeningRefusal
  | CancellationRefusal
  | SignUpRefusal
  | SignUpWithdrawalRefusal
  | AttendanceRefusal
  | ResizingRefusal;

/** Why something about a mission or a meeting is refused, and what to do. */
export const gatheringTexts: Readonly<Record<Reason, Texts>> = {
  BRANCH_NOT_OPEN: {
    fr: 'Cette antenne n’est pas encore ouverte : choisissez-en une qui l’est.',
    en: 'This branch is not open yet: choose one that is.',
  },
  MISSION_NOT_ABROAD: {
    fr: 'Une mission va dans un autre pays que celui de l’antenne : planifiez un rendez-vous, ou choisissez un autre pays.',
    en: 'A mission goes to another country than that of the branch: plan a meeting, or choose another country.',
  },
  MEETING_ABROAD: {
    fr: 'Un rendez-vous se tient dans le pays de l’antenne : planifiez une mission, ou choisissez ce pays.',
    en: 'A meeting is held in the country of the branch: plan a mission, or choose that country.',
  },
  TITLE_MISSING: { fr: 'Dites en une ligne de quoi il s’agit.', en: 'Say in a line what it is about.' },
  BEGINS_IN_THE_PAST: { fr: 'Une rencontre commence aujourd’hui ou plus tard.', en: 'A gathering begins today or later.' },
  BEGINS_TOO_LATE: { fr: 'Une rencontre se planifie dans les 24 mois.', en: 'A gathering is planned within 24 months.' },
  ENDS_BEFORE_IT_BEGINS: { fr: 'La fin est avant le début : vérifiez les deux jours.', en: 'It ends before it begins: check both days.' },
  LASTS_TOO_LONG: {
    fr: 'Une rencontre dure au plus 31 jours : planifiez-en plusieurs.',
    en: 'A gathering lasts 31 days at most: plan several.',
  },
  THEME_NOT_IN_USE: {
    fr: 'Ce thème n’est pas en usage aujourd’hui : le champ expertiseThemes liste ceux qui le sont.',
    en: 'This theme is not in use today: the field expertiseThemes lists those that are.',
  },
  PLACES_IMPOSSIBLE: { fr: 'Une rencontre a de 1 à 2 000 places.', en: 'A gathering has from 1 to 2,000 places.' },
  PLACES_UNCHANGED: { fr: 'Il y a déjà autant de places.', en: 'There are as many places already.' },
  PLACES_TAKEN: {
    fr: 'Plus de gens que cela ont une place, et personne ne la perd : gardez-en autant.',
    en: 'More people than that hold a place, and nobody loses it: keep as many.',
  },
  GATHERING_CANCELLED: {
    fr: 'Cette rencontre est annulée : rien n’y change plus.',
    en: 'This gathering is cancelled: nothing changes about it any more.',
  },
  OPENED_ALREADY: { fr: 'Les inscriptions sont déjà ouvertes.', en: 'Companies can sign up already.' },
  GATHERING_BEGUN: {
    fr: 'La rencontre a commencé : notez qui est venu.',
    en: 'The gathering has begun: write down who came.',
  },
  SIGN_UP_UNTIL_IMPOSSIBLE: {
    fr: 'Le dernier jour des inscriptions va d’aujourd’hui au premier jour de la rencontre.',
    en: 'The last day to sign up is between today and the first day of the gathering.',
  },
  GATHERING_OVER: {
    fr: 'La rencontre a eu lieu : elle ne s’annule plus.',
    en: 'The gathering took place: it can be cancelled no more.',
  },
  REASON_MISSING: {
    fr: 'Dites pourquoi : les inscrits le liront.',
    en: 'Say why: whoever signed up will read it.',
  },
  SIGN_UP_NOT_OPEN: {
    fr: 'Les inscriptions ne sont pas encore ouvertes : revenez plus tard.',
    en: 'Companies cannot sign up yet: come back later.',
  },
  SIGN_UP_OVER: {
    fr: 'Les inscriptions sont closes : adressez-vous à l’antenne qui invite.',
    en: 'The last day to sign up has passed: turn to the branch that invites.',
  },
  MEMBERS_ONLY: {
    fr: 'Cette rencontre est pour les adhérents actifs : réglez d’abord l’adhésion avec votre antenne.',
    en: 'This gathering is for active members: settle the membership with your branch first.',
  },
  OTHER_BRANCH_INVITES: {
    fr: 'Cette rencontre est pour les adhérents de l’antenne qui invite : voyez celles de la vôtre.',
    en: 'This gathering is for members of the branch that invites: see those of yours.',
  },
  EXCLUDED: {
    fr: 'Cette entreprise a été exclue du réseau : elle ne peut pas s’inscrire.',
    en: 'This company was excluded from the network: it cannot sign up.',
  },
  PERSON_OF_NO_SUCH_COMPANY: {
    fr: 'Une entreprise inscrit ses propres gens : choisissez quelqu’un de l’entreprise, ou enregistrez la personne d’abord.',
    en: 'A company signs its own people up: choose one of the company, or register the person first.',
  },
  SIGNED_UP_ALREADY: { fr: 'Cette personne est déjà inscrite.', en: 'This person is signed up already.' },
  WITHDRAWN_ALREADY: { fr: 'Cette inscription est déjà retirée.', en: 'This sign-up is withdrawn already.' },
  NOT_BEGUN: {
    fr: 'La rencontre n’a pas commencé : notez qui est venu dès son premier jour.',
    en: 'The gathering has not begun: write down who came from its first day on.',
  },
  WITHOUT_A_PLACE: {
    fr: 'Une des inscriptions n’a pas de place dans cette rencontre : vérifiez la liste.',
    en: 'One of the sign-ups holds no place in this gathering: check the list.',
  },
};
