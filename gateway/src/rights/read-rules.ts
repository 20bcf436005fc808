import { type ConstDirectiveNode, type ConstValueNode, Kind, Lexer, parse, Source, TokenKind } from 'graphql';
import type { Rule } from './rule.ts';
import { unknownSecurity } from './security-links.ts';

/** The rules of a supergraph by coordinate: `Company` for a type, `Company.people` for a field. A place may have several. */
export type Rules = ReadonlyMap<string, readonly Rule[]>;

/**
 * Reads which rights a supergraph asks for.
 *
 * @throws Error unless every directive that speaks of rights became a rule: what we cannot enforce must not be served.
 */
export function readRules(supergraphSdl: string): Rules {
  const unknown = unknownSecurity(supergraphSdl);
  if (unknown) throw new Error(unknown);
  const rules = new Map<string, Rule[]>();
  let count = 0;
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const found = directives.flatMap(ruleOf);
    if (found.length > 0) rules.set(coordinate, [...(rules.get(coordinate) ?? []), ...found]);
    count += found.length;
  };
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        read(definition.name.value, definition.directives);
        for (const field of definition.fields ?? []) read(`${definition.name.value}.${field.name.value}`, field.directives);
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
        read(definition.name.value, definition.directives);
        break;
    }
  }
  const written = writtenDirectives(supergraphSdl);
  if (written !== count) throw new Error(`${written} directives speak of rights and ${count} of them became rules`);
  return rules;
}

function ruleOf({ name, arguments: given = [] }: ConstDirectiveNode): Rule[] {
  if (name.value === 'authenticated') return [{}];
  if (name.value !== 'requiresScopes') return [];
  const scopes = given.find((argument) => argument.name.value === 'scopes')?.value;
  return [{ scopes: itemsOf(scopes).map((group) => itemsOf(group).map(textOf)) }];
}

function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value?.kind !== Kind.LIST) throw new Error('@requiresScopes needs a list of lists of scopes');
  return value.values;
}

function textOf(value: ConstValueNode): string {
  if (value.kind !== Kind.STRING) throw new Error('@requiresScopes needs its scopes as texts');
  return value.value;
}

/** Counted word by word, without regard to where they stand, so that one in a place we do not look at is noticed. */
function writtenDirectives(sdl: string): number {
  const lexer = new Lexer(new Source(sdl));
  let count = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (token.kind !== TokenKind.NAME || lexer.lastToken.kind !== TokenKind.AT) continue;
    const isDefinition = lexer.lastToken.prev?.value === 'directive';
    if (!isDefinition && /^(authenticated|requiresScopes|policy)(__|$)/.test(token.value)) count += 1;
  }
  return count;
}
