import type { Dice } from './dice.ts';
import { type FieldModel, isLeaf, isRequiredAnywhere, type Selection, type TypeModel, typeOf, type World } from './world.ts';

/** Lets subgraphs need each other: required fields, provided ones, and ones that moved. */
export function addConnections(world: World, dice: Dice): void {
  for (const type of world.types.values()) {
    if (type.kind !== 'entity' || type.homes.length < 2) continue;
    for (let index = 0; index < dice.between(0, 3); index += 1) require(world, dice, type, `r${index}`);
    if (dice.chance(30)) move(dice, type);
  }
  for (const type of world.types.values()) for (const field of type.fields) if (dice.chance(25)) provide(world, dice, field);
}

function require(world: World, dice: Dice, type: TypeModel, name: string): void {
  const home = dice.pick(type.homes);
  const inputs = type.fields.filter(
    (field) =>
      !field.isKey &&
      !field.homes.includes(home) &&
      field.movedFrom !== home &&
      !needsArguments(field) &&
      inputOf(world, dice, field, home),
  );
  if (inputs.length === 0) return;
  const requires = dice
    .some(inputs)
    .slice(0, 2)
    .flatMap((field): Selection[] => inputOf(world, dice, field, home) ?? []);
  for (const { name: input } of requires) type.fields.find((field) => field.name === input)?.externalIn.add(home);
  for (const { name: input } of requires)
    holdSteady(
      world,
      type.fields.find((field) => field.name === input),
    );
  type.fields.push({
    ...{ name, type: 'String', wrap: 'one', required: dice.chance(10), itemsRequired: false, args: dice.chance(20) ? ['a: Int'] : [] },
    ...{ homes: [home], externalIn: new Set(), provides: new Map(), isShared: false, mayFail: true, isKey: false, requires },
  });
}

/** What can be asked of a field as an input of another: the field, or some leaves of the value that it is. */
function inputOf(world: World, dice: Dice, field: FieldModel, home: string): Selection[] | undefined {
  if (isLeaf(field.type)) return [{ name: field.name, selections: [] }];
  const type = typeOf(world, field.type);
  if (type.kind !== 'value' || !holdsOnlyValues(world, type)) return undefined;
  const leaves = type.fields.filter(
    (one) => isLeaf(one.type) && !needsArguments(one) && [home, ...field.homes].every((at) => one.homes.includes(at)),
  );
  if (leaves.length === 0) return undefined;
  return [{ name: field.name, selections: dice.some(leaves).map(({ name }) => ({ name, selections: [] })) }];
}

/**
 * When something fails that must not be null, a subgraph loses what is around it, an input perhaps that rests on none of it; a server
 * without borders would still have the input. Both are right, so within inputs what must not be null never fails here.
 */
function holdSteady(world: World, field: FieldModel | undefined): void {
  if (!field) return;
  if (isRequiredAnywhere(field)) field.mayFail = false;
  if (!isLeaf(field.type)) for (const below of typeOf(world, field.type).fields) holdSteady(world, below);
}

/** Whether no entity lies in it, of which other fields could fail. */
function holdsOnlyValues(world: World, type: TypeModel): boolean {
  return type.fields.every(
    (field) => isLeaf(field.type) || (field.type.startsWith('V') && holdsOnlyValues(world, typeOf(world, field.type))),
  );
}

function move(dice: Dice, type: TypeModel): void {
  const movable = type.fields.filter(
    (field) => !field.isKey && field.homes.length === 1 && isLeaf(field.type) && !field.requires && field.name !== 'size',
  );
  if (movable.length === 0) return;
  const field = dice.pick(movable);
  const from = type.homes.filter((home) => !field.homes.includes(home) && !field.externalIn.has(home));
  if (from.length > 0) field.movedFrom = dice.pick(from);
}

function provide(world: World, dice: Dice, field: FieldModel): void {
  const target = isLeaf(field.type) ? undefined : typeOf(world, field.type);
  if (target?.kind !== 'entity' || field.requires) return;
  const home = dice.pick(field.homes);
  const given = target.fields.filter(
    (one) =>
      !one.isKey && isLeaf(one.type) && !one.requires && one.args.length === 0 && !one.homes.includes(home) && one.movedFrom === undefined,
  );
  if (!target.homes.includes(home) || given.length === 0) return;
  const one = dice.pick(given);
  one.externalIn.add(home);
  one.isShared = true;
  field.provides.set(home, one.name);
}

function needsArguments({ args }: FieldModel): boolean {
  return args.length > 0;
}
