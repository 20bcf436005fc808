/** Where a company stood in the network on a day, as membership told it. */
export interface MemberStanding {
  /** PROSPECT, ACTIVE, GRACE, LAPSED, SUSPENDED, RESIGNED or EXCLUDED; membership alone says what there may be. */
  readonly status: string;
  readonly branchId: string | null;
}

/** Whoever is late with its dues is a member still, until the grace ends. */
export function isMember({ status }: MemberStanding): boolean {
  return status === 'ACTIVE' || status === 'GRACE';
}
