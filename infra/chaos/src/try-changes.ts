import type { Fault } from './faulty-proxy.ts';
import { type Sufferer, seenInAnyAnswer, wellAgain } from './try-faults.ts';

const change = `mutation ($input: OpenInboundProjectInput!) {
  openInboundProject(input: $input) { ... on InboundProjectChanged { project { id version } } }
}`;
const list = `query ($after: String) {
  inboundProjects(first: 100, after: $after) { edges { node { organisation } } pageInfo { hasNextPage endCursor } }
}`;
const persona = 'staff';

/**
 * Lets the service suffer a fault while something is changed there, and sends the same again once all is well: whatever
 * the first sender was told, it must be done once, and everybody who repeats it must hear the same.
 *
 * @param name of what is written down, never used before
 */
export async function tryChange(network: Sufferer, fault: Fault, name: string): Promise<string[]> {
  const input = { idempotencyKey: name, organisation: name, country: 'MA', surface: 100, departments: ['81'], jobsAnnounced: 1 };
  const send = () => network.ask(change, { input }, persona);
  network.suffer('membership', fault);
  const violations = seenInAnyAnswer(await send(), network);
  network.suffer('membership', undefined);
  const done = await wellAgain(send);
  if (!done) return [...violations, 'the change cannot be made after the fault'];
  const again = await send();
  if (JSON.stringify(again?.data) !== JSON.stringify(done.data)) violations.push('the same change, sent again, is answered differently');
  const times = (await organisations(network)).filter((organisation) => organisation === name).length;
  if (times !== 1) violations.push(`the change was made ${times} times`);
  return violations;
}

interface Page {
  readonly edges: readonly { readonly node: { readonly organisation: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function organisations(network: Sufferer): Promise<string[]> {
  const names: string[] = [];
  for (let after: string | null = null; ; ) {
    const answer = await wellAgain(() => network.ask(list, { after }, persona));
    if (!answer) throw new Error('The projects cannot be listed although nothing is wrong.');
    const page = (answer.data as { inboundProjects: Page }).inboundProjects;
    names.push(...page.edges.map(({ node }) => node.organisation));
    if (!page.pageInfo.hasNextPage) return names;
    after = page.pageInfo.endCursor;
  }
}
