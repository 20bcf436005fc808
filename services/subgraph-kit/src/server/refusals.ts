/** A request that is refused before GraphQL begins is told so in the form of GraphQL. */
export function refusal(code: string, message: string): object {
  return { errors: [{ message, extensions: { code } }] };
}

/** The gateway itself has given up on this request. */
export class TooLate extends Error {}
