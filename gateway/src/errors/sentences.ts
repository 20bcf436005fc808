import type { ErrorCode, Sentence } from './known-error.ts';

/** What a client reads when a part of the answer is missing and nobody better placed said why. */
export const sentences = {
  partUnavailable: {
    fr: 'Cette partie du graphe ne répond pas pour le moment. Le reste de la réponse est valable ; redemandez cette partie dans un instant.',
    en: 'This part of the graph does not answer right now. The rest of the answer holds; ask for this part again in a moment.',
  },
  partTooLarge: {
    fr: 'Cette partie de la réponse est trop grande pour être transmise. Le reste est valable ; demandez pour celle-ci des pages plus courtes (first, last) ou moins de champs.',
    en: 'This part of the answer is too large to be passed on. The rest holds; ask for shorter pages (first, last) or fewer fields of this one.',
  },
  notPassedOn: {
    fr: 'Cette valeur ne peut pas être transmise telle quelle : elle contient un nombre trop grand pour être lu exactement, ou des listes imbriquées à l’excès. Le reste est valable ; qui offre ce champ peut envoyer de tels nombres comme texte.',
    en: 'This value cannot be passed on as it was sent: it holds a number too large to be read exactly, or lists nested too deeply. The rest holds; whoever offers this field can send such numbers as text.',
  },
  deadline: {
    fr: "Le temps accordé à la demande est écoulé avant que cette partie n'arrive. Demandez moins à la fois, ou réessayez dans un instant.",
    en: 'The time for this request ran out before this part arrived. Ask for less at once, or try again in a moment.',
  },
  inputMissing: {
    fr: "Cette valeur dépend d'une autre qui manque ; elle n'a donc pas été calculée.",
    en: 'This value rests on another one that is missing, so it was not worked out.',
  },
  notFound: {
    fr: "Rien n'a été trouvé ici, ou vous n'y avez pas accès.",
    en: 'Nothing was found here, or you have no access to it.',
  },
  internal: {
    fr: 'Une erreur est survenue de notre côté. Citez la référence pour en demander des nouvelles.',
    en: 'Something went wrong on our side. Quote the reference when you ask about it.',
  },
  overloaded: {
    fr: 'Trop de demandes arrivent en ce moment. Réessayez dans quelques secondes.',
    en: 'Too many requests arrive right now. Try again in a few seconds.',
  },
  graphNotLoaded: {
    fr: "Le graphe n'est pas encore chargé. Réessayez dans un instant.",
    en: 'The graph is not loaded yet. Try again in a moment.',
  },
  issuerUnreachable: {
    fr: "Votre jeton n'a pas pu être vérifié car le service d'identité ne répond pas. Réessayez dans un instant.",
    en: 'Your token could not be checked because the identity service does not answer. Try again in a moment.',
  },
  tokenRefused: {
    fr: "Le jeton d'accès n'est pas valable. Demandez-en un nouveau et envoyez-le ainsi : « Authorization: Bearer <jeton> ».",
    en: 'The access token is not valid. Get a new one and send it as "Authorization: Bearer <token>".',
  },
  tokenExpired: {
    fr: "Le jeton d'accès a expiré. Demandez-en un nouveau et renvoyez la même demande.",
    en: 'The access token has expired. Get a new one and send the same request again.',
  },
  unknownContract: {
    fr: 'Le jeton d’accès nomme un contrat que ce graphe ne connaît pas. Demandez à qui l’a délivré un jeton pour l’un de ses contrats.',
    en: 'The access token names a contract that this graph does not know. Ask whoever issued it for a token with one of its contracts.',
  },
  schemaClosed: {
    fr: 'Le schéma ne se lit ici qu’avec un jeton qui porte le droit schema:read. Demandez ce droit, et envoyez « Authorization: Bearer <jeton> ».',
    en: 'The schema can be read here only with a token that carries the right schema:read. Ask for it, and send "Authorization: Bearer <token>".',
  },
  unknownOperation: {
    fr: "Le document ne contient pas l'opération demandée. Donnez dans « operationName » le nom d'une opération du document ; il est nécessaire dès qu'il y en a plusieurs.",
    en: 'The document does not hold the operation asked for. Give the name of an operation of the document in "operationName"; it is needed as soon as there are several.',
  },
  noSubscriptions: {
    fr: 'Les abonnements ne sont pas proposés. Envoyez une opération « query » et répétez-la au besoin.',
    en: 'Subscriptions are not offered. Send a "query" and repeat it when needed.',
  },
  noMutations: {
    fr: 'Ce graphe ne propose aucune mutation. Envoyez une opération « query ».',
    en: 'This graph offers no mutations. Send a "query".',
  },
  typenameTaken: {
    fr: 'Un champ est renommé « __typename ». Ce nom dit toujours le type : choisissez-en un autre.',
    en: 'A field is called "__typename" by an alias. That name always tells the type: choose another one.',
  },
  representationsTaken: {
    fr: 'Une variable s’appelle « $representations ». Les services se désignent leurs objets par ce nom : choisissez-en un autre.',
    en: 'A variable is called "$representations". By that name services tell each other of their objects: choose another one.',
  },
  inputsNotPlanned: {
    fr: "Un des champs demandés dépend d'autres d'une façon que nous ne savons pas encore suivre par ce chemin. Demandez-le par un autre chemin, ou sans ce champ ; citez la référence pour le signaler.",
    en: 'A field asked for rests on others in a way that we cannot follow from here yet. Ask for it by another way, or leave it out; quote the reference to report it.',
  },
  notUnderstood: {
    fr: "Cette opération ne peut pas être planifiée telle qu'elle est écrite. Simplifiez-la ou divisez-la.",
    en: 'This operation cannot be planned as it is written. Simplify it or split it.',
  },
} as const satisfies Record<string, Sentence>;

const byCode: Partial<Record<ErrorCode, Sentence>> = {
  SUBGRAPH_UNAVAILABLE: sentences.partUnavailable,
  DEADLINE_EXCEEDED: sentences.deadline,
  NOT_FOUND: sentences.notFound,
  INTERNAL: sentences.internal,
};

/** The standing sentence of a code, for errors whose own words must not leave the house. */
export function sentenceFor(code: ErrorCode): Sentence {
  return byCode[code] ?? sentences.internal;
}
