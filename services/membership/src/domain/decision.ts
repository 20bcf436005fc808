/** What a rule answers: the facts that come to be, or why they do not. */
export type Decision<Reason, Facts> =
  | { readonly accepted: true; readonly facts: Facts }
  | { readonly accepted: false; readonly reason: Reason };

export function accept<Reason, Facts>(facts: Facts): Decision<Reason, Facts> {
  return { accepted: true, facts };
}

export function refuse<Reason, Facts>(reason: Reason): Decision<Reason, Facts> {
  return { accepted: false, reason };
}
