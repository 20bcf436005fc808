import { KnownError, type Sentence } from '../errors/known-error.ts';

type Say = (most: number | string) => Sentence;

const sentences = {
  tokens: (most) => ({
    fr: `Le document est trop long : ${most} mots et signes au plus. Divisez-le en plusieurs demandes.`,
    en: `The document is too long: ${most} words and signs at most. Split it into several requests.`,
  }),
  depth: (most) => ({
    fr: `Le document est trop profond : ${most} champs l'un dans l'autre au plus. Demandez le reste séparément.`,
    en: `The document is too deep: ${most} fields within one another at most. Ask for the rest separately.`,
  }),
  selections: (most) => ({
    fr: `Le document demande trop de champs : ${most} au plus, fragments compris à chaque endroit. Demandez-en moins à la fois.`,
    en: `The document asks for too many fields: ${most} at most, fragments counted at each place. Ask for fewer at once.`,
  }),
  aliases: (most) => ({
    fr: `Le document contient trop d'alias : ${most} au plus. Divisez-le en plusieurs demandes.`,
    en: `The document holds too many aliases: ${most} at most. Split it into several requests.`,
  }),
  rootFields: (most) => ({
    fr: `L'opération demande trop de champs à la fois : ${most} au plus à la racine. Divisez-la.`,
    en: `The operation asks for too much at once: ${most} fields at the root at most. Split it.`,
  }),
  rootMutationFields: (most) => ({
    fr: `L'opération change trop de choses à la fois : ${most} champs au plus dans une mutation. Envoyez-en plusieurs, l'une après l'autre.`,
    en: `The operation changes too much at once: ${most} fields of a mutation at most. Send several, one after another.`,
  }),
  repetitions: (most) => ({
    fr: `Le document répète trop de champs : ${most} répétitions d'un nom de réponse au même endroit au plus. Écrivez chaque champ une seule fois.`,
    en: `The document repeats too many fields: ${most} repetitions of an answer name at the same place at most. Write each field once.`,
  }),
  directives: (most) => ({
    fr: `Trop de directives au même endroit : ${most} au plus. Retirez celles qui se répètent.`,
    en: `Too many directives at one place: ${most} at most. Take out those that repeat themselves.`,
  }),
  introspectionDepth: (most) => ({
    fr: `Le schéma est parcouru en rond : au plus ${most} listes de types ou de champs l'une dans l'autre. Demandez-les à plat.`,
    en: `The schema is walked in circles: at most ${most} lists of types or fields within one another. Ask for them side by side.`,
  }),
  cycle: (name) => ({
    fr: `Le fragment « ${name} » se contient lui-même. Écrivez-le sans cette boucle.`,
    en: `The fragment "${name}" holds itself. Write it without this circle.`,
  }),
  values: (most) => ({
    fr: `Les variables contiennent trop de valeurs : ${most} au plus. Divisez la demande.`,
    en: `The variables hold too many values: ${most} at most. Split the request.`,
  }),
  variableDepth: (most) => ({
    fr: `Une variable est trop imbriquée : ${most} niveaux au plus.`,
    en: `A variable is nested too deeply: ${most} levels at most.`,
  }),
  listLength: (most) => ({
    fr: `Une liste dans les variables est trop longue : ${most} éléments au plus. Divisez la demande.`,
    en: `A list in the variables is too long: ${most} items at most. Split the request.`,
  }),
  textLength: (most) => ({
    fr: `Un texte dans les variables est trop long : ${most} caractères au plus. Raccourcissez-le.`,
    en: `A text in the variables is too long: ${most} characters at most. Shorten it.`,
  }),
} as const satisfies Record<string, Say>;

/** The refusal of a request that passes a limit, with the limit in it and what to do about it. */
export function tooLarge(limit: keyof typeof sentences, most: number | string): KnownError {
  return new KnownError('BAD_USER_INPUT', sentences[limit](most));
}

/** NUL, which no database takes, and halves of characters, which every encoder silently replaces. */
export const brokenText = /\p{Surrogate}|\0/u;

export function unreadable(): KnownError {
  return new KnownError('BAD_USER_INPUT', {
    fr: 'Un texte contient un caractère nul ou la moitié d’un caractère. Retirez-le.',
    en: 'A text holds a NUL character or half of a character. Take it out.',
  });
}

/** JSON may write a number that no program can count to; passed on, it would be a null. */
export function uncountable(): KnownError {
  return new KnownError('BAD_USER_INPUT', {
    fr: 'Un nombre dans les variables est trop grand pour être lu. Donnez-en un plus petit.',
    en: 'A number in the variables is too large to be read. Give a smaller one.',
  });
}

/** Read from JSON, a long whole number is the nearest one that a program can tell from its neighbours. */
export function inexact(): KnownError {
  return new KnownError('BAD_USER_INPUT', {
    fr: 'Un nombre entier de la demande est trop grand pour être transmis exactement. Écrivez-le comme texte, entre guillemets.',
    en: 'A whole number in the request is too large to be passed on exactly. Write it as text, in quotation marks.',
  });
}
