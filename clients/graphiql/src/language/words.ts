export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

const place = 'language';

/** French first; whoever once chose English, here or in the console, finds English again. */
export function rememberedLanguage(): Language {
  return localStorage.getItem(place) === 'en' ? 'en' : 'fr';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(place, language);
}

interface InBoth {
  readonly fr: string;
  readonly en: string;
}

/** What each right lets a person do. */
const scopes: Readonly<Record<string, InBoth>> = {
  'members:read': { fr: 'lire l’annuaire', en: 'read the directory' },
  'members:write': { fr: 'modifier les fiches des adhérents', en: 'change members’ records' },
  'figures:read': { fr: 'lire les chiffres des entreprises', en: 'read companies’ figures' },
  'contacts:read': { fr: 'lire les coordonnées', en: 'read contact data' },
  'branch:manage': { fr: 'gérer une antenne', en: 'run a branch' },
  'accelerator:read': { fr: 'lire les accélérateurs', en: 'read the accelerators' },
  'accelerator:manage': { fr: 'gérer les accélérateurs', en: 'run the accelerators' },
  'accelerator:audit': { fr: 'auditer les candidatures', en: 'audit applications' },
  'export:read': { fr: 'lire l’export', en: 'read about exporting' },
  'fund:read': { fr: 'lire le fonds', en: 'read about the fund' },
  'fund:manage': { fr: 'gérer le fonds', en: 'run the fund' },
  'fund:vote': { fr: 'voter au comité', en: 'vote in the committee' },
  'reports:read': { fr: 'lire les rapports', en: 'read reports' },
  'schema:read': { fr: 'lire tout le schéma', en: 'read the whole schema' },
  'privacy:manage': { fr: 'traiter les demandes sur les données personnelles', en: 'answer requests about personal data' },
};

export const allScopes = Object.keys(scopes);

/** A right that was added since has no words yet and is named as it is. */
export function wordsOfScope(scope: string, language: Language): string {
  return scopes[scope]?.[language] ?? scope;
}

const fr = {
  you: 'Vous êtes',
  nobody: 'anonyme (contrat public)',
  looking: 'connexion…',
  failed: 'La connexion n’a pas abouti : le service d’identité ne répond pas. Vous êtes anonyme ; choisissez de nouveau.',
  ended: 'Votre session a pris fin.',
  choose: 'Choisir qui vous êtes',
  change: 'Changer de personne',
  renew: 'Continuer',
  leave: 'Redevenir anonyme',
  contract: 'Contrat',
  rights: 'Droits',
  examples: 'Les personnes et les entreprises sont inventées.',
  answer: 'Dernière réponse',
  reference: 'référence',
  cost: 'coût',
  requested: 'demandé',
  actual: 'réel',
  available: 'disponible',
  restored: 'rendu par seconde',
  none: 'aucune encore',
  language: 'Langue des messages',
  headerRefused: (name: string) =>
    `L’en-tête « ${name} » n’est pas envoyé d’ici. Seul « accept-language » peut l’être ; pour changer de droits, choisissez qui vous êtes en haut de la page.`,
  unreachable: 'Le graphe ne répond pas. Vérifiez que le réseau est démarré (npm start), puis réessayez.',
  notJson: 'La réponse n’était pas du JSON. Réessayez dans un instant.',
  queryEditor: 'Demande',
  variablesEditor: 'Variables, en JSON',
  headersEditor: 'En-têtes, en JSON',
  answerEditor: 'Réponse',
};

export type Words = typeof fr;

const en: Words = {
  you: 'You are',
  nobody: 'anonymous (public contract)',
  looking: 'signing in…',
  failed: 'Signing in did not work: the identity issuer does not answer. You are anonymous; choose again.',
  ended: 'Your session has ended.',
  choose: 'Choose who you are',
  change: 'Be somebody else',
  renew: 'Go on',
  leave: 'Be anonymous again',
  contract: 'Contract',
  rights: 'Scopes',
  examples: 'People and companies are invented.',
  answer: 'Last answer',
  reference: 'reference',
  cost: 'cost',
  requested: 'requested',
  actual: 'actual',
  available: 'available',
  restored: 'restored per second',
  none: 'none yet',
  language: 'Language of messages',
  headerRefused: (name) =>
    `The header "${name}" is not sent from here. Only "accept-language" may be; for other rights, choose who you are at the top of the page.`,
  unreachable: 'The graph does not answer. See that the network is started (npm start), then try again.',
  notJson: 'The answer was not JSON. Try again in a moment.',
  queryEditor: 'Request',
  variablesEditor: 'Variables, as JSON',
  headersEditor: 'Headers, as JSON',
  answerEditor: 'Answer',
};

export const dictionaries: Readonly<Record<Language, Words>> = { fr, en };
