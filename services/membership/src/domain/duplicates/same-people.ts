/** Somebody whom a record names. Whoever was erased is named nowhere. */
export interface KnownPerson {
  readonly id: string;
  readonly role: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
}

/** Two records name one person. */
export interface SamePerson {
  readonly keptId: string;
  readonly mergedId: string;
}

/** Those whom both records name: by name and role or by their address, of which a company knows each once. */
export function samePeople(kept: readonly KnownPerson[], merged: readonly KnownPerson[]): SamePerson[] {
  return merged.flatMap((person) => {
    const same = kept.find((one) => isNamedAlike(one, person)) ?? kept.find(({ email }) => email !== null && email === person.email);
    return same ? [{ keptId: same.id, mergedId: person.id }] : [];
  });
}

function isNamedAlike(one: KnownPerson, other: KnownPerson): boolean {
  return one.role === other.role && one.firstName === other.firstName && one.lastName === other.lastName;
}
