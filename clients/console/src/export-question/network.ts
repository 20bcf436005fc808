import { useQuery } from 'urql';
import { WhereTheNetworkIsDocument, type WhereTheNetworkIsQuery } from '../generated/graph.ts';
import type { Words } from '../language/words.ts';

/** A country where somebody or something of the network is. */
export interface NetworkCountry {
  readonly code: string;
  readonly hub: 'ACTIVE' | 'PLANNED' | undefined;
  readonly positions: number;
}

export interface Network {
  readonly countries: readonly NetworkCountry[];
  readonly viewer: WhereTheNetworkIsQuery['viewer'];
}

export function useNetwork(): Network | undefined {
  const [{ data, fetching }] = useQuery({ query: WhereTheNetworkIsDocument });
  return fetching || !data ? undefined : { countries: countriesOf(data), viewer: data.viewer };
}

/** Hubs first, then where most positions are. What a stopped domain leaves out is left out here as well. */
export function countriesOf({ branches, positions }: WhereTheNetworkIsQuery): NetworkCountry[] {
  const hubs = new Map<string, NetworkCountry['hub']>();
  for (const { kind, country, status } of branches ?? []) {
    if (kind === 'HUB' && country) hubs.set(country, status === 'PLANNED' ? 'PLANNED' : 'ACTIVE');
  }
  const counts = new Map<string, number>();
  for (const { node } of positions?.edges ?? []) counts.set(node.hostCountry, (counts.get(node.hostCountry) ?? 0) + 1);
  const codes = new Set([...hubs.keys(), ...counts.keys()]);
  codes.delete('FR');
  return [...codes]
    .map((code) => ({ code, hub: hubs.get(code), positions: counts.get(code) ?? 0 }))
    .sort(
      (one, other) =>
        Number(Boolean(other.hub)) - Number(Boolean(one.hub)) || other.positions - one.positions || one.code.localeCompare(other.code),
    );
}

export function describe({ hub, positions }: NetworkCountry, words: Words): string {
  const parts = [
    hub && (hub === 'PLANNED' ? words.question.planned : words.question.hub),
    positions > 0 && words.question.positions(positions),
  ];
  return parts.filter(Boolean).join(', ');
}
