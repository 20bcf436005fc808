import type { Arena, DoorName } from '../arena/arena.ts';
import { companyId, everybody, type Principal } from '../arena/principals.ts';
import { harmless } from '../cases/expectation.ts';
import type { Observation } from '../cases/shapes.ts';
import type { Report } from './report.ts';
import { send } from './send.ts';

interface Twin {
  readonly id: string;
  readonly title: string;
  /** With $id for the thing that may not be seen, or is not there. */
  readonly document: string;
  readonly ids: { readonly forbidden: string; readonly absent: string };
  readonly doors: readonly DoorName[];
  /** For whom it is a secret that there is such a company; whoever reads the directory knows. */
  readonly to: readonly Principal[];
}

const ids = { forbidden: companyId('rochegude-aerostructures'), absent: companyId('nobody-of-this-name') };
const one = (selection: string) => `query ($id: ID) { company(id: $id) { ${selection} } }`;
const entity = (selection: string) => `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Company { ${selection} } } }`;
const members: readonly DoorName[] = ['gateway', 'membership'];

/** E6: what is another's and what is nobody's are told apart by nothing that is said. */
const twins: readonly Twin[] = [
  { id: 'E6.1', title: 'a whole company', document: one('legalName'), ids, doors: members, to: ['anonymous'] },
  { id: 'E6.2', title: 'a company by way of a reference', document: entity('legalName'), ids, doors: ['membership'], to: ['anonymous'] },
  {
    id: 'E6.3',
    title: 'a suspension of another’s membership',
    document: write('suspendMembership', 'motive: "x"'),
    ids,
    doors: members,
    to: ['anonymous'],
  },
  {
    id: 'E6.4',
    title: 'a resignation in another’s name',
    document: write('resignMembership', ''),
    ids,
    doors: members,
    to: ['anonymous'],
  },
  {
    id: 'E6.5',
    title: 'an application in another’s name',
    document:
      'mutation ($id: ID!) { applyForMembership(input: { idempotencyKey: "twin", companyId: $id, branch: "tarn", consent: true }) { __typename } }',
    ids,
    doors: members,
    to: ['anonymous'],
  },
];

function write(name: string, more: string): string {
  return `mutation ($id: ID!) { ${name}(input: { idempotencyKey: "twin", companyId: $id, expectedVersion: 999999, ${more} }) { __typename } }`;
}

/** Asks for both and compares what is said, word by word, but for ids and references. */
export async function compareTwins(arena: Arena, report: Report): Promise<void> {
  for (const twin of twins) {
    for (const door of twin.doors) {
      for (const principal of everybody.filter((who) => twin.to.includes(who))) {
        const forbidden = await ask(arena, twin, door, principal, twin.ids.forbidden);
        const absent = await ask(arena, twin, door, principal, twin.ids.absent);
        report.sent += 2;
        const difference = differenceOf(forbidden, absent);
        if (difference) report.violation('E6', forbidden.sending, difference);
      }
    }
  }
}

/** What tells the one from the other, if anything: status, words, or work. */
export function differenceOf(forbidden: Observation, absent: Observation): string | undefined {
  const words = ({ seen }: Observation) =>
    seen.body
      .replace(/,?"extensions":\{"cost":[\s\S]*$/, '')
      .replace(/"reference":"[0-9a-f]+"/g, '')
      .replace(/company_[0-9a-z]{26}/g, 'ID');
  if (forbidden.seen.status !== absent.seen.status)
    return `status ${forbidden.seen.status} for what is another's, ${absent.seen.status} for what is nobody's`;
  if (words(forbidden) !== words(absent))
    return `"${words(forbidden).slice(0, 150)}" for what is another's, "${words(absent).slice(0, 150)}" for what is nobody's`;
  const [left, right] = [forbidden.reading.statements, absent.reading.statements];
  return left === right ? undefined : `${left} SQL statements for what is another's, ${right} for what is nobody's`;
}

function ask(arena: Arena, { id, title, document }: Twin, door: DoorName, principal: Principal, company: string): Promise<Observation> {
  const variables = { id: company, of: [{ __typename: 'Company', id: company }] };
  const body = () => JSON.stringify({ query: document, variables });
  return send(arena, { case: { id, title, expects: harmless, body }, principal, door, entry: 'own', lane: 'application/json' });
}
