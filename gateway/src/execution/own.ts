/** Data of a subgraph's answer: whatever JSON allows, and an error where something was lost. */
export type Data = Record<string, unknown>;

/** Reads only what the object itself holds, so that an answer cannot reach anything through its prototype. */
export function own(object: Data, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The same for a key that is known long before: most names cannot be inherited, and need no look at who holds them. */
export function readerOf(key: string): (object: Data) => unknown {
  return key in Object.prototype ? (object) => own(object, key) : (object) => object[key];
}

/** Writes without ever calling a setter: `__proto__` becomes a key like any other. */
export function setOwn(object: Data, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}
