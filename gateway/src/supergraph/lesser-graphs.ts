import { type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse, print, visit } from 'graphql';
import type { BorrowedField } from './borrowed-fields.ts';
import { subgraphNames, textOf } from './join-directives.ts';
import { planning } from './planning.ts';

/** What operations are planned in. */
export interface PlanningGround {
  readonly api: Schema;
  readonly planner: QueryPlanner;
}

/** Reading a supergraph takes a while in which nobody is answered, so there is an end to how many are read. */
const mostGraphs = 8;

/**
 * The graph without some borrowed fields: the subgraphs never named them, and have nothing that requires them. The planner cannot ask
 * such a subgraph for such a field, and whatever it plans there holds in the whole graph, of which this is a part.
 */
export class LesserGraphs {
  private readonly known = new Map<string, PlanningGround | Error>();

  constructor(private readonly supergraphSdl: string) {}

  /** @throws Error when the rest makes no graph */
  without(fields: readonly BorrowedField[]): PlanningGround {
    const key = fields
      .map(({ subgraph, type, field }) => `${subgraph} ${type}.${field}`)
      .sort()
      .join();
    let ground = this.known.get(key);
    if (!ground) {
      if (this.known.size === mostGraphs) throw new Error('too many lesser graphs');
      ground = this.read(fields);
      this.known.set(key, ground);
    }
    if (ground instanceof Error) throw ground;
    return ground;
  }

  private read(fields: readonly BorrowedField[]): PlanningGround | Error {
    try {
      // What the fields are gone from may name others for no reason now; that is no fault of theirs.
      const lesser = Supergraph.build(fields.reduce(without, this.supergraphSdl), { validateSupergraph: false });
      return { api: lesser.apiSchema(), planner: new QueryPlanner(lesser, planning) };
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

function without(supergraphSdl: string, lent: BorrowedField): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const names = subgraphNames(document);
  const isOfBorrower = (directive: ConstDirectiveNode) =>
    directive.name.value === 'join__field' && names.get(textOf(directive, 'graph') ?? '') === lent.subgraph;
  const rest = (type: string, field: FieldDefinitionNode): FieldDefinitionNode | null => {
    const isLent = type === lent.type && field.name.value === lent.field;
    const directives = (field.directives ?? []).flatMap((directive) => {
      if (!isOfBorrower(directive)) return [directive];
      if (isLent || isNamed(lent.field, directive, 'requires')) return [];
      return [isNamed(lent.field, directive, 'provides') ? withoutArgument(directive, 'provides') : directive];
    });
    // A field of which nobody is told has it would be everybody's.
    return directives.length === 0 && field.directives?.some(isOfBorrower) ? null : { ...field, directives };
  };
  return print(
    visit(document, {
      ObjectTypeDefinition: (type) => ({ ...type, fields: type.fields?.flatMap((field) => rest(type.name.value, field) ?? []) ?? [] }),
      InterfaceTypeDefinition: (type) => ({ ...type, fields: type.fields?.flatMap((field) => rest(type.name.value, field) ?? []) ?? [] }),
    }),
  );
}

function withoutArgument(directive: ConstDirectiveNode, name: string): ConstDirectiveNode {
  return { ...directive, arguments: directive.arguments?.filter((one) => one.name.value !== name) ?? [] };
}

/** Whether some selections name a field at any depth; of which type does not matter, a graph may lose more than it has to. */
function isNamed(field: string, directive: ConstDirectiveNode, argument: string): boolean {
  const selections = textOf(directive, argument);
  if (selections === undefined) return false;
  let found = false;
  visit(parse(`{ ${selections} }`, { noLocation: true }), {
    [Kind.FIELD]: ({ name }) => {
      found ||= name.value === field;
    },
  });
  return found;
}
