/**
 * The kinds of "no" that are not part of a schema's result types. They carry no transport code:
 * `graphql-errors.ts` is the one place that knows how each of them looks to a client.
 */

/** The caller sent something that cannot be understood. The message says what to send instead. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
}

/** Nothing is there, or the caller may not know that something is: both look the same from outside. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** The caller is not signed in. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}

/** The caller is known but lacks a right that is no secret, such as a scope. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

/** Somebody else changed the thing first, or a key was used again for something else. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** Another service sent something along with an entity that is not as agreed. No client can mend that, so the gateway tells them no more. */
export class BadRepresentation extends Error {
  override readonly name = 'BadRepresentation';
}

/** There is no room for this request now; the same request may succeed a moment later. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}
