const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Tells when a client leaves, until the returned function is called. Many fetches wait for the same client: a set is cheaper
 * than as many listeners.
 */
export function whenLeft(client: AbortSignal, act: () => void): () => void {
  const acts = waiting.get(client) ?? listen(client);
  acts.add(act);
  return () => acts.delete(act);
}

function listen(client: AbortSignal): Set<() => void> {
  const acts = new Set<() => void>();
  waiting.set(client, acts);
  client.addEventListener(
    'abort',
    () => {
      for (const act of acts) act();
    },
    { once: true },
  );
  return acts;
}
