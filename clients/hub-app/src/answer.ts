/** What `schema/operations/hub-app/who-looks-where.graphql` brings back. Whatever another service owns may be missing. */
export interface WhoLooksWhere {
  readonly branches: readonly LocalBranch[] | null;
  readonly destination: {
    readonly name: string;
    readonly hub: { readonly town: string; readonly status: 'PLANNED' | 'OPEN'; readonly openedOn: string | null } | null;
    readonly house: { readonly town: string } | null;
    readonly positionsInOccitanie: PositionPage | null;
    readonly positions: PositionPage | null;
  } | null;
}

export interface LocalBranch {
  readonly code: string;
  readonly kind: 'LOCAL' | 'HUB';
  readonly name: string;
  readonly departments: readonly string[];
}

export interface PositionPage {
  readonly edges: readonly { readonly node: Position }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export type PositionKind = 'SUBSIDIARY' | 'JOINT_VENTURE' | 'BRANCH_OFFICE' | 'AGENT' | 'DISTRIBUTOR' | 'CUSTOMERS' | 'PLANT' | 'PROJECT';

export interface Position {
  readonly id: string;
  readonly kind: PositionKind;
  readonly city: string;
  readonly department: string | null;
  readonly since: string;
  readonly openToCalls: boolean;
  readonly lastConfirmedOn: string;
  readonly status: 'CURRENT' | 'STALE' | 'CLOSED';
  readonly company: {
    readonly legalName: string;
    readonly tradeName: string | null;
    readonly town: string | null;
    readonly department: string | null;
    readonly activities: readonly { readonly label: string | null }[] | null;
    readonly homeBranch: { readonly name: string } | null;
  } | null;
}
