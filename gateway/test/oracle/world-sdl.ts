import { type FieldModel, type TypeModel, textOf, type World } from './world.ts';

/** What one subgraph says of itself. */
export function sdlOf(world: World, home: string): string {
  const types = [...world.types.values()].map((type) => (type.objectIn === home ? objectText(type, home) : typeText(world, type, home)));
  return [
    `enum Tone { ${world.tones.get(home)?.join(' ')} }`,
    `enum Level { ${world.levels.get(home)?.join(' ')} }`,
    'input Filter { n: Int = 5 level: Level words: [String] deeper: Filter }',
    ...types,
  ].join('\n');
}

function typeText(world: World, type: TypeModel, home: string): string {
  if (!type.homes.includes(home)) return '';
  if (type.kind === 'union') return `union ${type.name} = ${type.members.get(home)?.join(' | ')}`;
  const fields = type.fields.flatMap((field) => fieldText(type, field, home));
  if (fields.length === 0) return '';
  const keys = (type.keys.get(home) ?? []).map((key) => ` @key(fields: "${key}")`).join('');
  const word = type.kind === 'interface' ? 'interface' : 'type';
  return `${word} ${type.name}${implementing(world, type, home)}${keys} {\n  ${fields.join('\n  ')}\n}`;
}

function objectText(type: TypeModel, home: string): string {
  const fields = type.fields.flatMap((field) => fieldText(type, field, home));
  return `type ${type.name} @key(fields: "id") @interfaceObject {\n  ${fields.join('\n  ')}\n}`;
}

function implementing(world: World, type: TypeModel, home: string): string {
  const interfaces = [...world.types.values()].filter((one) => one.kind === 'interface' && one.members.get(home)?.includes(type.name));
  return interfaces.length > 0 ? ` implements ${interfaces.map(({ name }) => name).join(' & ')}` : '';
}

function fieldText(type: TypeModel, field: FieldModel, home: string): string[] {
  const declared = `${field.name}${field.args.length > 0 ? `(${field.args.join(', ')})` : ''}: ${wrapped(field)}`;
  if (field.homes.includes(home)) {
    const provided = field.provides.get(home);
    return [
      [
        declared,
        field.requires ? `@requires(fields: "${textOf(field.requires)}")` : '',
        provided === undefined ? '' : `@provides(fields: "${provided}")`,
        field.movedFrom === undefined ? '' : `@override(from: "${field.movedFrom}")`,
        field.isShared && !field.isKey && type.kind !== 'interface' ? '@shareable' : '',
        field.isKey && type.name.endsWith('Ref') ? '@shareable' : '',
      ].join(' '),
    ];
  }
  if (field.movedFrom === home) return [declared];
  return field.externalIn.has(home) ? [`${declared} @external`] : [];
}

function wrapped({ type, wrap, required, itemsRequired }: FieldModel): string {
  const item = `${type}${itemsRequired ? '!' : ''}`;
  const text = wrap === 'one' ? type : wrap === 'list' ? `[${item}]` : `[[${item}]]`;
  return `${text}${required ? '!' : ''}`;
}
