import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';

/** What people are told when something is refused, and what to do instead. */
const sentences = {
  SIGN_IN: {
    fr: 'Connectez-vous : l’annuaire du réseau est réservé à ses membres et à ses partenaires.',
    en: 'Sign in: the directory of the network is for its members and partners.',
  },
  MEMBERS_READ_MISSING: {
    fr: 'Votre accès ne comprend pas members:read : demandez-le à votre antenne.',
    en: 'Your access lacks members:read: ask your branch for it.',
  },
  NO_SUCH_COMPANY: {
    fr: 'Cette entreprise n’existe pas, ou ses données ne vous sont pas ouvertes. Vérifiez son identifiant.',
    en: 'There is no such company, or what you ask of it is not yours to see. Check its id.',
  },
  NO_SUCH_SITE: {
    fr: 'Cette entreprise n’a pas ce site. Vérifiez son identifiant.',
    en: 'This company has no such site. Check its id.',
  },
  NO_SUCH_TIE: {
    fr: 'L’entreprise n’a pas ce lien avec un autre réseau. Vérifiez son identifiant.',
    en: 'The company has no such tie to another network. Check its id.',
  },
  NO_SUCH_REGISTER: {
    fr: 'Ce registre n’est pas connu. Envoyez son code, par exemple SIREN ; le champ companyRegisters les liste. Le SIRET est celui d’un site.',
    en: 'There is no such register. Send its code, for example SIREN; the field companyRegisters lists them. A SIRET is that of a site.',
  },
  MERGED_INTO: {
    fr: 'Cette fiche fait partie de {company} et sa version n’existe plus : relisez cette entreprise, puis envoyez son identifiant et sa version.',
    en: 'This record is part of {company} now, and its version is gone: read that company, then send its id and its version.',
  },
  FACTS_CHANGED: {
    fr: 'Ce que l’on sait de l’entreprise a changé entre-temps, la version est {current} : relisez-le, puis recommencez.',
    en: 'What is known of the company has changed meanwhile, the version is {current}: read it again, then start anew.',
  },
  NO_SUCH_PERSON: {
    fr: 'Cette personne n’existe pas, ou ses données ne vous sont pas ouvertes. Vérifiez son identifiant.',
    en: 'There is no such person, or what you ask of them is not yours to see. Check the id.',
  },
  NO_SUCH_BRANCH: {
    fr: 'Cette antenne n’existe pas. Envoyez le code d’une antenne, par exemple tarn ; le champ branches les liste.',
    en: 'There is no such branch. Send the code of one, for example tarn; the field branches lists them.',
  },
  SAY_WHICH_COMPANY: {
    fr: 'Vous ne parlez pas au nom d’une entreprise : dites laquelle avec companyId.',
    en: 'You do not speak for a company: say which company you mean with companyId.',
  },
  INSIDERS_ONLY: {
    fr: 'Ce que les adhérents s’échangent reste entre eux : demandez à votre antenne.',
    en: 'What members exchange stays among them: ask your branch.',
  },
  NO_SUCH_THEME: {
    fr: 'Ce thème n’existe pas. Envoyez le code d’un thème, par exemple export ; le champ expertiseThemes les liste.',
    en: 'There is no such theme. Send the code of one, for example export; the field expertiseThemes lists them.',
  },
  NO_SUCH_LISTING: {
    fr: 'Cette annonce n’existe pas, ou ne vous est pas ouverte. Vérifiez son identifiant.',
    en: 'There is no such listing, or it is not yours to see. Check its id.',
  },
  NO_SUCH_AGREEMENT: {
    fr: 'Cette convention n’existe pas. Vérifiez son identifiant.',
    en: 'There is no such agreement. Check its id.',
  },
  NOT_A_CALENDAR_YEAR: {
    fr: 'Une année s’écrit avec quatre chiffres, de 2009 à 2999.',
    en: 'A year has four digits, from 2009 to 2999.',
  },
  NO_SUCH_COST: {
    fr: 'Cette dépense n’existe pas. Vérifiez son identifiant.',
    en: 'There is no such cost. Check its id.',
  },
  NO_SUCH_CLAIM: {
    fr: 'Cette demande de paiement n’existe pas. Vérifiez son identifiant.',
    en: 'There is no such claim. Check its id.',
  },
  CLAIM_CHANGED: {
    fr: 'La demande de paiement a changé entre-temps, sa version est {current} : relisez-la, puis décidez de nouveau.',
    en: 'The claim has changed meanwhile, its version is {current}: read it again, then decide anew.',
  },
  NETWORK_OFFICE_ONLY: {
    fr: 'Les conventions et les décisions des financeurs sont saisies par le siège : adressez-vous à lui.',
    en: 'Agreements and decisions of funders are entered by the office of the network: turn to it.',
  },
  NO_SUCH_PROMISE: {
    fr: 'Cette promesse n’existe pas, ou ne vous est pas ouverte. Vérifiez son identifiant.',
    en: 'There is no such promise, or it is not yours to see. Check its id.',
  },
  RELEASED_BY_THE_BRANCH: {
    fr: 'Le réseau ne se libère pas lui-même de ce qu’il a promis : l’antenne à qui c’est promis le fait.',
    en: 'The network does not let itself off what it promised: the branch that it was promised to does.',
  },
  PROMISED_BY_THE_NETWORK: {
    fr: 'Ce que le réseau promet est saisi par le siège : adressez-vous à lui.',
    en: 'What the network promises is entered by its office: turn to it.',
  },
  NO_SUCH_GATHERING: {
    fr: 'Cette rencontre n’existe pas, ou ne vous est pas ouverte. Vérifiez son identifiant.',
    en: 'There is no such gathering, or it is not yours to see. Check its id.',
  },
  NO_SUCH_SIGN_UP: {
    fr: 'Cette inscription n’existe pas, ou ne vous est pas ouverte. Vérifiez son identifiant.',
    en: 'There is no such sign-up, or it is not yours to see. Check its id.',
  },
  OTHER_BRANCH_HOSTS: {
    fr: 'Vous préparez les rencontres de votre antenne ({own}) : pour celle-ci, adressez-vous à l’antenne qui invite.',
    en: 'You prepare the gatherings of your own branch ({own}): for this one turn to the branch that invites.',
  },
  GATHERING_CHANGED: {
    fr: 'La rencontre a changé entre-temps, sa version est {current} : relisez-la, puis décidez de nouveau.',
    en: 'The gathering has changed meanwhile, its version is {current}: read it again, then decide anew.',
  },
  FIGURES_ONLY: {
    fr: 'Les rapports n’ont que des chiffres : demandez gatheringFigures.',
    en: 'Reports get figures only: ask for gatheringFigures.',
  },
  NO_SUCH_PROJECT: {
    fr: 'Ce projet n’existe pas, ou ne vous est pas ouvert. Vérifiez son identifiant.',
    en: 'There is no such project, or it is not yours to see. Check its id.',
  },
  OTHER_BRANCH_KEEPS: {
    fr: 'Une autre antenne suit ce projet : adressez-vous à elle.',
    en: 'Another branch looks after this project: turn to that one.',
  },
  OFFICE_RIGHTS_MISSING: {
    fr: 'C’est l’affaire des antennes, avec les droits members:write et branch:manage : adressez-vous à la vôtre.',
    en: 'This is for the branches, with the rights members:write and branch:manage: turn to yours.',
  },
  PROJECT_CHANGED: {
    fr: 'Le projet a changé entre-temps, sa version est {current} : relisez-le, puis décidez de nouveau.',
    en: 'The project has changed meanwhile, its version is {current}: read it again, then decide anew.',
  },
  NOT_A_SECTION: {
    fr: 'Une section est une lettre de A à U, par exemple C pour l’industrie manufacturière.',
    en: 'A section is a letter from A to U, for example C for manufacturing.',
  },
  DAYS_IMPOSSIBLE: {
    fr: 'Un nombre de jours va de 0 à 3 650.',
    en: 'A number of days goes from 0 to 3,650.',
  },
  FIGURES_RIGHTS_MISSING: {
    fr: 'Ces chiffres sont pour les antennes et les rapports, avec branch:manage ou reports:read.',
    en: 'These figures are for branches and reports, with branch:manage or reports:read.',
  },
  NO_SUCH_EXCHANGE: {
    fr: 'Cet échange n’existe pas, ou ne vous est pas ouvert. Vérifiez son identifiant.',
    en: 'There is no such exchange, or it is not yours to see. Check its id.',
  },
  NOT_A_DEPARTMENT: {
    fr: 'Un département s’écrit avec deux signes, zéro compris, par exemple 09, 81 ou 2A.',
    en: 'A department is written with two signs, the zero included, for example 09, 81 or 2A.',
  },
  SEARCH_TOO_LONG: {
    fr: 'Une recherche tient en 200 signes.',
    en: 'A search has at most 200 characters.',
  },
  FUTURE_UNKNOWN: {
    fr: 'L’avenir n’est pas connu : demandez aujourd’hui ou un jour passé.',
    en: 'The future is not known: ask about today or a day in the past.',
  },
  KNOWN_BEFORE_IT_WAS: {
    fr: 'Ce que l’on savait avant ce jour n’en dit rien : demandez le même jour comme jour de connaissance, ou un jour postérieur.',
    en: 'What was known before that day says nothing of it: ask for the same day as day of knowledge, or for a later one.',
  },
  SIGN_IN_TO_WRITE: {
    fr: 'Connectez-vous pour changer quelque chose à une adhésion.',
    en: 'Sign in to change anything about a membership.',
  },
  APPLICANT_ONLY: {
    fr: 'Seule l’entreprise elle-même retire sa demande : une antenne qui ne la retient pas la refuse, avec un motif (decideApplication).',
    en: 'Only the company itself withdraws its application: a branch that does not take it rejects it, on a ground (decideApplication).',
  },
  BUREAU_RIGHTS_MISSING: {
    fr: 'Les adhésions sont gérées par les antennes, avec les droits members:write et branch:manage : adressez-vous à la vôtre.',
    en: 'Memberships are managed by the branches, with the rights members:write and branch:manage: turn to yours.',
  },
  NOT_ABOUT_YOURSELF: {
    fr: 'Personne ne décide pour sa propre entreprise : laissez faire un autre membre du bureau.',
    en: 'Nobody decides about their own company: leave it to another member of the bureau.',
  },
  OWN_BRANCH_ONLY: {
    fr: 'Vous décidez pour votre antenne ({own}) : adressez-vous à l’antenne de cette entreprise.',
    en: 'You decide for your own branch ({own}): turn to the branch of this company.',
  },
  FILE_CHANGED: {
    fr: 'Le dossier a changé entre-temps, sa version est {current} : relisez-le, puis décidez de nouveau.',
    en: 'The file has changed meanwhile, its version is {current}: read it again, then decide anew.',
  },
  WORDS_UNREADABLE: {
    fr: 'Un motif ou une explication a au plus 1 000 signes, sans caractère de commande.',
    en: 'A motive or an explanation has at most 1,000 characters, without control characters.',
  },
  BRANCH_MANAGE_MISSING: {
    fr: 'Ces listes sont pour les antennes, avec le droit branch:manage : adressez-vous à la vôtre.',
    en: 'These lists are for the branches, with the right branch:manage: turn to yours.',
  },
  OWN_LISTS_ONLY: {
    fr: 'Vous lisez les listes de votre antenne ({own}) : ne nommez pas une autre antenne.',
    en: 'You read the lists of your own branch ({own}): name no other branch.',
  },
  DAYS_AHEAD_UNREADABLE: {
    fr: 'Demandez de 0 à 366 jours d’avance.',
    en: 'Ask for 0 to 366 days ahead.',
  },
  AMOUNT_TOO_LARGE: {
    fr: 'Ce nombre est trop grand pour être juste : vérifiez-le.',
    en: 'This number is too large to be right: check it.',
  },
  FIGURES_READ_MISSING: {
    fr: 'Votre accès ne comprend pas figures:read : demandez-le à votre antenne.',
    en: 'Your access lacks figures:read: ask your branch for it.',
  },
  PRIVACY_MANAGE_MISSING: {
    fr: 'Effacer une personne demande le droit privacy:manage : adressez-vous à la personne déléguée à la protection des données.',
    en: 'Erasing a person needs the right privacy:manage: turn to the data protection officer.',
  },
  NAME_UNREADABLE: {
    fr: 'Un nom a 1 à 80 lettres, avec espaces, traits d’union et apostrophes : retapez-le sans autre signe.',
    en: 'A name has 1 to 80 letters, with spaces, hyphens and apostrophes: type it again without other signs.',
  },
  EMAIL_UNREADABLE: {
    fr: 'Une adresse électronique s’écrit par exemple odile.vaur@moulin.invalid, sans accent.',
    en: 'An e-mail address is written for example odile.vaur@moulin.invalid, without accents.',
  },
  PHONE_UNREADABLE: {
    fr: 'Un numéro de téléphone commence par + et l’indicatif du pays, par exemple +33 5 00 00 00 00.',
    en: 'A phone number begins with + and its country, for example +33 5 00 00 00 00.',
  },
  LANGUAGES_UNREADABLE: {
    fr: 'Une langue s’écrit avec les deux lettres de son code, par exemple fr ; dix au plus.',
    en: 'A language is written by the two letters of its code, for example fr; ten at most.',
  },
  NOT_A_YEAR: {
    fr: 'Une année de cotisation est une année civile, par exemple 2027.',
    en: 'A year of dues is a calendar year, for example 2027.',
  },
  REFERENCE_USED: {
    fr: 'Cette référence a déjà été enregistrée pour un autre montant, une autre année ou une autre entreprise : vérifiez-la.',
    en: 'This reference was recorded already, with another amount, for another year or another company: check it.',
  },
  REFERENCE_UNREADABLE: {
    fr: 'Une référence bancaire a 1 à 70 lettres, chiffres ou signes sans accent, telle que la banque l’écrit.',
    en: 'A bank reference has 1 to 70 letters, digits or signs without accents, as the bank writes it.',
  },
  SIGN_IN_TO_IMPORT: { fr: 'Connectez-vous pour importer une liste.', en: 'Sign in to import a list.' },
  IMPORT_RIGHTS_MISSING: {
    fr: 'Importer une liste demande les droits members:write et branch:manage.',
    en: 'Importing a list needs the rights members:write and branch:manage.',
  },
  OWN_IMPORTS_ONLY: {
    fr: 'Vous importez les listes de votre antenne ({own}), pas celles de {other}.',
    en: 'You import lists for your own branch ({own}), not for {other}.',
  },
  NO_SUCH_BATCH: {
    fr: 'Ce lot n’existe pas, ou il est d’une autre antenne. Vérifiez son identifiant.',
    en: 'There is no such batch, or it is of another branch. Check its id.',
  },
  NO_SUCH_MERGE: {
    fr: 'Cette fusion n’existe pas. Le champ mergedRecords d’une entreprise les liste.',
    en: 'There is no such merge. The field mergedRecords of a company lists them.',
  },
  NO_SUCH_NETWORK: {
    fr: 'Ce réseau partenaire n’existe pas. Le champ partnerNetworks les liste.',
    en: 'There is no such partner network. The field partnerNetworks lists them.',
  },
  BATCH_CHANGED: {
    fr: 'Ce lot a changé depuis que vous l’avez lu (version {current} à présent). Relisez-le, puis décidez de nouveau.',
    en: 'This batch has changed since you read it (version {current} now). Read it again, then decide anew.',
  },
} as const;

export type Sentence = keyof typeof sentences;

export function say(sentence: Sentence, viewer: Pick<Viewer, 'language'>): string {
  return sentences[sentence][viewer.language];
}
