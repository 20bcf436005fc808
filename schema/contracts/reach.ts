import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  parse,
} from 'graphql';
import type { SubgraphSdl } from '../subgraph-files.ts';

/** Someone who asks within a contract: with these scopes, or without any token. */
export interface Asker {
  readonly isAnonymous: boolean;
  readonly scopes: readonly string[];
}

type Rule = 'authenticated' | readonly (readonly string[])[];

/** Every place of a contract that none of its callers can ever ask for. A contract that shows it promises what it does not keep. */
export function outOfReach(contract: GraphQLSchema, subgraphs: readonly SubgraphSdl[], askers: readonly Asker[]): string[] {
  const rules = rulesOf(subgraphs);
  const reached = new Set(askers.flatMap((asker) => [...reachedBy(contract, rules, asker)]));
  return everythingIn(contract).filter((coordinate) => !reached.has(coordinate));
}

function reachedBy(contract: GraphQLSchema, rules: ReadonlyMap<string, readonly Rule[]>, asker: Asker): Set<string> {
  const isFor = (coordinate: string) => (rules.get(coordinate) ?? []).every((rule) => isMet(rule, asker));
  const reached = new Set<string>();
  const waiting: GraphQLNamedType[] = [contract.getQueryType(), contract.getMutationType()].flatMap((root) => root ?? []);
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (reached.has(type.name)) continue;
    reached.add(type.name);
    if (isAbstractType(type)) waiting.push(...contract.getPossibleTypes(type));
    if (isInputObjectType(type)) waiting.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const led = getNamedType(field.type);
      const places = [type.name, `${type.name}.${field.name}`, led.name];
      if (isAbstractType(led)) places.push(...contract.getPossibleTypes(led).map(({ name }) => name));
      if (!places.every(isFor)) continue;
      reached.add(`${type.name}.${field.name}`);
      waiting.push(led, ...field.args.map((argument) => getNamedType(argument.type)));
    }
  }
  return reached;
}

function everythingIn(contract: GraphQLSchema): string[] {
  return Object.values(contract.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) return [];
    if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
    return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
  });
}

function isMet(rule: Rule, { isAnonymous, scopes }: Asker): boolean {
  if (isAnonymous) return false;
  return rule === 'authenticated' || rule.some((group) => group.every((scope) => scopes.includes(scope)));
}

function rulesOf(subgraphs: readonly SubgraphSdl[]): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) =>
    rules.set(coordinate, [...(rules.get(coordinate) ?? []), ...directives.flatMap(ruleOf)]);
  for (const { sdl } of subgraphs) {
    for (const definition of parse(sdl, { noLocation: true }).definitions) {
      if (!('name' in definition) || !definition.name) continue;
      const type = definition.name.value;
      read(type, definition.directives as readonly ConstDirectiveNode[]);
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
      for (const field of definition.fields ?? []) read(`${type}.${field.name.value}`, field.directives);
    }
  }
  return rules;
}

function ruleOf({ name, arguments: [given] = [] }: ConstDirectiveNode): Rule[] {
  if (name.value === 'authenticated') return ['authenticated'];
  if (name.value !== 'requiresScopes') return [];
  return [itemsOf(given?.value).map((group) => itemsOf(group).flatMap((scope) => (scope.kind === Kind.STRING ? scope.value : [])))];
}

function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  return value?.kind === Kind.LIST ? value.values : [];
}
