/**
 * Makes each thing once and keeps it: a formatter of the runtime takes tens of microseconds to make, and memory outside the
 * heap that the collector does not see. Only for keys of which there are few, such as zones and currencies.
 */
export function kept<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
