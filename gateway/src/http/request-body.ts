import { KnownError, type Sentence } from '../errors/known-error.ts';

/** Bytes of a request. */
export const largestBody = 256 * 1024;

/** A request of the GraphQL-over-HTTP kind, its parts of the right types. It holds a document, the hash of one, or both. */
export interface ReceivedBody {
  readonly query?: string;
  readonly documentHash?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

/** The same once its document is known. */
export interface GraphQLRequestBody extends ReceivedBody {
  readonly query: string;
}

/**
 * Reads a request body.
 *
 * @throws KnownError with a sentence that says what to send instead
 */
export function readRequestBody(bytes: Uint8Array): ReceivedBody {
  if (bytes.length === 0) throw wrong(bodies.empty);
  const body = parse(decode(bytes));
  if (Array.isArray(body)) throw wrong(bodies.batch);
  if (!isObject(body)) throw wrong(bodies.noObject);
  const { query, operationName, variables, extensions } = body;
  if (!isNothing(extensions) && !isObject(extensions)) throw wrong(bodies.extensions);
  const documentHash = readDocumentHash(body);
  if (isNothing(query) ? documentHash === undefined : typeof query !== 'string' || query.trim() === '') throw wrong(bodies.noQuery);
  if (!isNothing(operationName) && typeof operationName !== 'string') throw wrong(bodies.operationName);
  if (!isNothing(variables) && !isObject(variables)) throw wrong(bodies.variables);
  const received: { -readonly [Part in keyof ReceivedBody]: ReceivedBody[Part] } = {};
  if (typeof query === 'string') received.query = query;
  if (documentHash !== undefined) received.documentHash = documentHash;
  if (typeof operationName === 'string' && operationName !== '') received.operationName = operationName;
  if (isObject(variables)) received.variables = variables;
  return received;
}

/** The two ways in which clients name a document: that of GraphQL over HTTP, and Apollo's. */
function readDocumentHash({ documentId, extensions }: Record<string, unknown>): string | undefined {
  const persisted = isObject(extensions) ? extensions['persistedQuery'] : undefined;
  if (isNothing(documentId) && isNothing(persisted)) return undefined;
  const named = [documentId, isObject(persisted) ? persisted['sha256Hash'] : persisted].filter((name) => !isNothing(name));
  const hashes = new Set(
    named.map((name) => (typeof name === 'string' ? /^(?:sha256:)?([0-9a-f]{64})$/i.exec(name)?.[1]?.toLowerCase() : '')),
  );
  const [hash, another] = hashes;
  if (hashes.size === 0) return undefined;
  if (!hash || another !== undefined) throw wrong(bodies.documentHash);
  return hash;
}

const bodies = {
  empty: {
    fr: 'La demande est vide. Envoyez un objet JSON avec « query » et, au besoin, « variables » et « operationName ».',
    en: 'The request is empty. Send a JSON object with "query" and, where needed, "variables" and "operationName".',
  },
  notText: {
    fr: "La demande n'est pas de l'UTF-8 valide. Encodez-la en UTF-8.",
    en: 'The request is not valid UTF-8. Encode it as UTF-8.',
  },
  notJson: {
    fr: 'La demande n\'est pas du JSON valide. Envoyez par exemple {"query": "{ __typename }"}.',
    en: 'The request is not valid JSON. Send for example {"query": "{ __typename }"}.',
  },
  batch: {
    fr: 'Une demande porte une seule opération. Envoyez un objet au lieu d’une liste.',
    en: 'A request holds one operation. Send an object instead of a list.',
  },
  noObject: {
    fr: 'La demande doit être un objet JSON avec « query ».',
    en: 'The request must be a JSON object with "query".',
  },
  noQuery: {
    fr: 'Il manque « query » : le document GraphQL, sous forme de texte non vide.',
    en: '"query" is missing: the GraphQL document, as a text that is not empty.',
  },
  documentHash: {
    fr: "Le nom du document n'est pas une empreinte. Donnez dans « documentId » son SHA-256, 64 chiffres hexadécimaux, ou le même dans « extensions.persistedQuery.sha256Hash ».",
    en: 'The name of the document is no hash. Give its SHA-256, 64 hexadecimal digits, in "documentId", or the same in "extensions.persistedQuery.sha256Hash".',
  },
  operationName: {
    fr: '« operationName » doit être un texte.',
    en: '"operationName" must be a text.',
  },
  variables: {
    fr: '« variables » doit être un objet JSON, un nom et une valeur par variable.',
    en: '"variables" must be a JSON object, one name and value per variable.',
  },
  extensions: {
    fr: '« extensions » doit être un objet JSON.',
    en: '"extensions" must be a JSON object.',
  },
} as const satisfies Record<string, Sentence>;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw wrong(bodies.notText);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(bodies.notJson);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function wrong(sentence: Sentence): KnownError {
  return new KnownError('BAD_USER_INPUT', sentence);
}
