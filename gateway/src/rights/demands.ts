import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Rules } from './read-rules.ts';
import type { Rule } from './rule.ts';

/** A rule that an operation falls under, and the first place of the document that makes it so. */
export interface Demand {
  readonly coordinate: string;
  readonly rule: Rule;
  readonly node: FieldNode;
}

/** Gives the fields that a field requires, in the form of a document on its type. */
export type RequiredFields = (coordinate: string) => readonly DocumentNode[];

/**
 * Collects every rule that one operation of a valid document falls under. Conditions are not looked at: what is asked for under
 * `@include(if: false)` is asked for.
 *
 * @param schema everything, hidden elements included
 */
export function demandsOf(
  schema: GraphQLSchema,
  rules: Rules,
  required: RequiredFields,
  document: DocumentNode,
  operationName: string | undefined,
): readonly Demand[] {
  const operation = separateOperations(document)[operationName ?? ''] ?? document;
  const demands = new Map<string, Demand>();
  eachField(schema, operation, (field, parent, returned) => {
    const coordinate = `${parent.name}.${field.name.value}`;
    const add = (place: string) => {
      for (const rule of rules.get(place) ?? []) demands.set(`${coordinate} ${JSON.stringify(rule)}`, { coordinate, rule, node: field });
    };
    for (const place of placesOf(schema, parent, field.name.value, returned)) add(place);
    for (const source of required(coordinate)) {
      eachField(schema, source, (needed, holder, type) => {
        for (const place of placesOf(schema, holder, needed.name.value, type)) add(place);
      });
    }
  });
  return [...demands.values()];
}

type Visit = (field: FieldNode, parent: GraphQLCompositeType, returned: string | undefined) => void;

function eachField(schema: GraphQLSchema, root: ASTNode, tell: Visit): void {
  const types = new TypeInfo(schema);
  visit(
    root,
    visitWithTypeInfo(types, {
      Field: (field) => {
        const parent = types.getParentType();
        const definition = types.getFieldDef();
        if (!parent || !definition) throw new Error(`a document that was not validated: ${field.name.value}`);
        tell(field, parent, getNamedType(definition.type).name);
      },
    }),
  );
}

/**
 * Every place whose rules a field falls under: itself, its type, the type it leads to; and since an object may be reached by its
 * interfaces and unions, the same of everything that an object of these types may be or be called.
 */
function placesOf(schema: GraphQLSchema, parent: GraphQLCompositeType, field: string, returned: string | undefined): string[] {
  const types = [parent.name, ...relatives(schema, parent)];
  const led = schema.getType(returned ?? '');
  const leads = isAbstractType(led) ? [led.name, ...relatives(schema, led)] : [returned ?? ''];
  return [...types, ...types.map((type) => `${type}.${field}`), ...leads];
}

function relatives(schema: GraphQLSchema, type: GraphQLCompositeType): string[] {
  if (isObjectType(type)) return type.getInterfaces().map(({ name }) => name);
  const implementations = 'getInterfaces' in type ? schema.getImplementations(type).interfaces : [];
  return [...schema.getPossibleTypes(type), ...implementations].map(({ name }) => name);
}
