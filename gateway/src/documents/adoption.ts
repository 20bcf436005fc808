import type { Caller } from '../identity/caller.ts';
import type { Adoption, Manifest } from './manifest.ts';

/** Settings of a deployment, by `client_id` or by contract. */
export type AdoptionSettings = ReadonlyMap<string, Adoption>;

/** A caller whom no manifest and no setting knows. Apps of others are watched from the first day. */
const byContract: Readonly<Record<string, Adoption>> = { partner: 'log' };

/** Says how strict to be with a caller: what is set for the client goes before what is set for its contract, and both before the manifest. */
export function adoptionOf({ clientId, contract }: Caller, manifest: Manifest | undefined, settings: AdoptionSettings): Adoption {
  return settings.get(clientId) ?? settings.get(contract) ?? manifest?.adoption ?? byContract[contract] ?? 'off';
}
