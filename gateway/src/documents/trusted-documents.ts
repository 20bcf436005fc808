import { KnownError, type Sentence } from '../errors/known-error.ts';
import type { GraphQLRequestBody, ReceivedBody } from '../http/request-body.ts';
import type { Caller } from '../identity/caller.ts';
import { type AdoptionSettings, adoptionOf } from './adoption.ts';
import { type Adoption, hashOf, type Manifest } from './manifest.ts';

/** How one request came by its document. */
export interface DocumentUse {
  /** Of the request, in the log. */
  readonly reference: string;
  readonly caller: Caller;
  readonly adoption: Adoption;
  /** `free`: a text that no manifest knows, passed. `refused`: the same of a client that must not send any. `unknown`: a hash of nothing. */
  readonly outcome: 'trusted' | 'free' | 'refused' | 'unknown';
  readonly hash: string;
  /** Names of the operations of a trusted document; they are ours, not the client's. */
  readonly name?: string;
}

export type DocumentObserver = (use: DocumentUse) => void;

/** The documents that clients may send by hash, told apart by client. Nothing is ever added while it runs. */
export class TrustedDocuments {
  private readonly ofClient: ReadonlyMap<string, Manifest>;
  private readonly ofContract: ReadonlyMap<string, Manifest>;

  constructor(
    manifests: readonly Manifest[],
    private readonly settings: AdoptionSettings,
    private readonly observe: DocumentObserver,
  ) {
    this.ofClient = byName(manifests, (manifest) => manifest.clientIds);
    this.ofContract = byName(manifests, (manifest) => manifest.contracts);
  }

  /** Gives a request its document, or refuses it: a hash that is none of this client's or of another text, or a text where only hashes may come. */
  documentOf(body: ReceivedBody, caller: Caller, reference: string): GraphQLRequestBody | KnownError {
    const manifest = this.ofClient.get(caller.clientId) ?? this.ofContract.get(caller.contract);
    const adoption = adoptionOf(caller, manifest, this.settings);
    const { query, documentHash } = body;
    const hash = query === undefined ? (documentHash ?? '') : hashOf(query);
    if (documentHash !== undefined && documentHash !== hash) return refused(otherText);
    const document = manifest && Object.hasOwn(manifest.documents, hash) ? manifest.documents[hash] : undefined;
    const tell = (outcome: DocumentUse['outcome']) =>
      this.observe({ reference, caller, adoption, outcome, hash, ...(document && { name: document.name }) });
    if (document) {
      tell('trusted');
      return withDocument(body, document.text);
    }
    if (query === undefined) {
      tell('unknown');
      return refused(unknownHash);
    }
    if (adoption === 'enforce') {
      tell('refused');
      return refused(freeDocument);
    }
    tell('free');
    return withDocument(body, query);
  }
}

function withDocument({ operationName, variables }: ReceivedBody, query: string): GraphQLRequestBody {
  const asked: { -readonly [Part in keyof GraphQLRequestBody]: GraphQLRequestBody[Part] } = { query };
  if (operationName !== undefined) asked.operationName = operationName;
  if (variables !== undefined) asked.variables = variables;
  return asked;
}

/** A manifest for each name; of several that share one, the documents of all and the rule of the first. */
function byName(manifests: readonly Manifest[], names: (manifest: Manifest) => readonly string[]): ReadonlyMap<string, Manifest> {
  const found = new Map<string, Manifest>();
  for (const manifest of manifests) {
    for (const name of names(manifest)) {
      const before = found.get(name) ?? manifest;
      found.set(name, { ...before, documents: { ...before.documents, ...manifest.documents } });
    }
  }
  return found;
}

const otherText: Sentence = {
  fr: "L'empreinte n'est pas celle du document envoyé avec elle. Envoyez l'un ou l'autre, ou le SHA-256 du texte exact.",
  en: 'The hash is not that of the document sent with it. Send one of the two, or the SHA-256 of the exact text.',
};
const unknownHash: Sentence = {
  fr: "Aucun document de ce client ne porte cette empreinte. Mettez le client à jour ou rechargez la page ; s'il s'agit d'un nouveau document, faites-le enregistrer.",
  en: 'No document of this client has this hash. Update the client or load the page again; if the document is new, have it registered.',
};
const freeDocument: Sentence = {
  fr: "Ce client n'envoie que des documents enregistrés. Envoyez l'empreinte de l'un d'eux dans « documentId », ou faites enregistrer celui-ci.",
  en: 'This client sends registered documents only. Send the hash of one of them in "documentId", or have this one registered.',
};

function refused(sentence: Sentence): KnownError {
  return new KnownError('BAD_USER_INPUT', sentence);
}
