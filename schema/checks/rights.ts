import { type ConstDirectiveNode, Kind, parse, visit } from 'graphql';
import type { SubgraphSdl } from '../subgraph-files.ts';

/** Every scope that an issuer may put into a token. One that is not here is a slip of the pen, and closes a field for everybody. */
export const knownScopes: ReadonlySet<string> = new Set(
  [
    'members:read members:write figures:read contacts:read branch:manage',
    'accelerator:read accelerator:manage accelerator:audit',
    'export:read export:broker export:moderate',
    'fund:read fund:manage fund:vote',
    'reports:read reports:freeze privacy:manage schema:read',
  ].flatMap((words) => words.split(' ')),
);

/**
 * What is wrong with the rights that subgraphs declare. That each field has one is seen to before: a service whose `rights.ts` leaves
 * a field out neither starts nor shows its schema.
 */
export function rightsProblems(subgraphs: readonly SubgraphSdl[]): string[] {
  return subgraphs.flatMap(({ name, sdl }) => {
    const problems: string[] = [];
    visit(parse(sdl, { noLocation: true }), {
      [Kind.OBJECT_TYPE_DEFINITION]: (type) => {
        if (type.name.value !== 'Mutation') return;
        for (const field of type.fields ?? []) {
          if (field.directives?.some(isOfRights)) continue;
          problems.push(`${name}: Mutation.${field.name.value} changes something and is open to anyone; give it a right in rights.ts`);
        }
      },
      [Kind.DIRECTIVE]: (directive) => {
        const unknown = scopesOf(directive as ConstDirectiveNode).filter((scope) => !knownScopes.has(scope));
        problems.push(
          ...unknown.map((scope) => `${name}: no token carries the scope ${scope}; see schema/checks/rights.ts for those there are`),
        );
      },
    });
    return problems;
  });
}

function isOfRights({ name }: ConstDirectiveNode): boolean {
  return name.value === 'authenticated' || name.value === 'requiresScopes';
}

function scopesOf(directive: ConstDirectiveNode): string[] {
  if (directive.name.value !== 'requiresScopes') return [];
  const scopes: string[] = [];
  visit(directive, { [Kind.STRING]: ({ value }) => void scopes.push(value) });
  return [...new Set(scopes)];
}
