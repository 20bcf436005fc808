import { companyId } from '../arena/principals.ts';
import { values } from './case.ts';
import { harmless } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const albi = companyId('cantepau-aerostructures');
const another = companyId('rochegude-aerostructures');
const nobody = 'company_00000000000000000000000000';
const never = 999_999;

function mutation(name: string, input: string): string {
  return `mutation ($value: ${input}!) { ${name}(input: $value) { __typename } }`;
}

/** Each of these is refused for whoever sends it: no such company, a version long past, a reason that is missing. Nothing may be written. */
function hopeless(input: object): object[] {
  const key = { idempotencyKey: 'attack-g' };
  return [
    { ...key, ...input, companyId: nobody, expectedVersion: never },
    { ...key, ...input, companyId: nobody, expectedVersion: -1 },
    { ...key, ...input, companyId: 'person_00000000000000000000000000', expectedVersion: never },
    { ...key, ...input, companyId: `${albi}' OR '1'='1`, expectedVersion: never },
    { ...input, idempotencyKey: '', companyId: nobody, expectedVersion: never },
    { ...input, idempotencyKey: 'x'.repeat(10_000), companyId: nobody, expectedVersion: never },
    { ...input, idempotencyKey: 'a\u202eb', companyId: nobody, expectedVersion: never },
    { ...key, ...input, companyId: another, expectedVersion: never },
  ];
}

/** G: using what is offered for what it is not meant for. */
export const businessCases: readonly AttackCase[] = [
  ...values(
    'G1',
    mutation('suspendMembership', 'SuspendMembershipInput'),
    harmless,
    hopeless({ motive: '=HYPERLINK("https://evil.invalid")' }),
  ),
  ...values(
    'G2',
    mutation('reinstateMembership', 'ReinstateMembershipInput'),
    harmless,
    hopeless({ motive: '<img src=x onerror=alert(1)>' }),
  ),
  ...values('G3', mutation('resignMembership', 'ResignMembershipInput'), harmless, hopeless({ lastDay: '9999-12-31' })),
  ...values('G4', mutation('activateMembership', 'ActivateMembershipInput'), harmless, hopeless({ settlement: 'WAIVED' })),
  ...values(
    'G5',
    mutation('excludeMember', 'ExcludeMemberInput'),
    harmless,
    hopeless({ motive: 'x', votesFor: 2_147_483_647, votesAgainst: 2_147_483_647, abstentions: -1 }),
  ),
  ...values('G6', mutation('renewMembership', 'RenewMembershipInput'), harmless, hopeless({ settlement: 'PAID' })),
  ...values('G7', mutation('transferBranch', 'TransferBranchInput'), harmless, hopeless({ branch: 'maroc' })),
  ...values(
    'G8',
    mutation('decideApplication', 'DecideApplicationInput'),
    harmless,
    hopeless({ outcome: 'APPROVED', ground: 'NOT_A_COMPANY' }),
  ),
];
