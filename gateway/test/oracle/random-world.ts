import { Dice } from './dice.ts';
import { addConnections } from './random-borders.ts';
import { type FieldModel, isLeaf, leafTypes, type TypeModel, type World } from './world.ts';

const argumentKinds = [
  'a: Int',
  'a: Int = 3',
  'level: Level',
  'level: Level = LOW',
  'list: [Int!]',
  'with: Filter',
  'with: Filter = { n: 1 }',
  'must: Int! = 7',
];

/** Makes up a graph out of everything that federation knows, cut into two to four subgraphs. Not every one composes. */
export function randomWorld(seed: number): World {
  const dice = new Dice(seed);
  const subgraphs = Array.from({ length: dice.between(2, 4) }, (_, index) => `part${index}`);
  const world: World = {
    ...{ seed, subgraphs, types: new Map(), failures: dice.pick([0, 4, 12]) },
    tones: new Map(subgraphs.map((name) => [name, ['RED', ...dice.some(['BLUE', 'GREEN'], 0)]])),
    levels: new Map(subgraphs.map((name, index) => [name, ['LOW', 'HIGH', ...(index > 0 && dice.chance(30) ? ['ODD'] : [])]])),
  };
  const make = new Maker(world, dice);
  make.types();
  make.fields();
  addConnections(world, dice);
  make.roots();
  return world;
}

class Maker {
  constructor(
    private readonly world: World,
    private readonly dice: Dice,
  ) {}

  types(): void {
    const { dice, world } = this;
    const entities = Array.from({ length: dice.between(2, 4) }, (_, index) => this.entity(`E${index}`, dice.some(world.subgraphs)));
    for (let index = 0; index < dice.between(1, 3); index += 1) this.add({ name: `V${index}`, kind: 'value', homes: [...world.subgraphs] });
    if (dice.chance(70)) this.abstract('Thing', 'interface', entities);
    if (dice.chance(70)) this.abstract('Either', 'union', [...entities, ...this.named('value')]);
    if (world.subgraphs.length > 1 && dice.chance(65)) this.interfaceWithObject();
  }

  fields(): void {
    const { dice, world } = this;
    for (const type of this.named('value')) {
      for (let index = 0; index < dice.between(2, 4); index += 1) {
        const homes = dice.chance(80) ? [...world.subgraphs] : dice.some(world.subgraphs);
        this.field(type, `v${index}`, homes, { shared: true, deep: 25 });
      }
    }
    for (const type of [...this.named('entity')]) {
      for (let index = 0; index < dice.between(2, 6); index += 1) {
        const homes = dice.chance(65) ? [dice.pick(type.homes)] : dice.some(type.homes);
        this.field(type, `f${index}`, homes, { shared: homes.length > 1, deep: 45 });
      }
    }
    for (const type of this.named('interface')) {
      if (type.objectIn !== undefined)
        for (const name of ['x0', 'x1']) this.field(type, name, [type.objectIn], { shared: false, deep: 40 });
    }
  }

  roots(): void {
    const { dice, world } = this;
    const query = this.add({ name: 'Query', kind: 'root', homes: [...world.subgraphs] });
    const mutation = dice.chance(40) ? this.add({ name: 'Mutation', kind: 'root', homes: [...world.subgraphs] }) : undefined;
    let count = 0;
    for (const home of world.subgraphs) {
      for (let index = 0; index < dice.between(1, 3); index += 1) {
        this.field(query, `q${count++}`, [home], { shared: false, deep: 90, open: true });
      }
      if (mutation) this.field(mutation, `m${home.slice(4)}`, [home], { shared: false, deep: 80, open: true });
    }
    for (let index = 0; index < 2; index += 1) {
      this.field(query, `s${index}`, dice.some(world.subgraphs), { shared: true, deep: 85, open: true });
    }
  }

  private entity(name: string, homes: string[]): TypeModel {
    const { dice } = this;
    const kinds = [['id'], ['id', 'code'], ['id code'], [`ref { code }`], ['id', 'ref { code }'], ['code ref { code }']];
    const chosen = dice.pick(dice.chance(50) ? [['id']] : kinds);
    // The first home knows every key, so that there is a way from each to each.
    const keys = new Map(homes.map((home, index) => [home, index === 0 ? chosen : dice.some(chosen)]));
    const type = this.add({ name, kind: 'entity', homes, keys });
    const used = new Set(
      chosen.flatMap((key) =>
        key
          .replace(/\{.*\}/, '')
          .trim()
          .split(/\s+/),
      ),
    );
    const knows = (home: string, key: string) =>
      keys.get(home)?.some((one) =>
        one
          .replace(/\{.*\}/, '')
          .split(/\s+/)
          .includes(key),
      ) ?? false;
    for (const key of used) {
      const at = homes.filter((home) => knows(home, key));
      type.fields.push(plainField(key, key === 'ref' ? `${name}Ref` : key === 'id' ? 'ID' : 'String', at, { isKey: true }));
      if (key === 'ref') {
        const ref = this.add({ name: `${name}Ref`, kind: 'value', homes: at });
        ref.fields.push(plainField('code', 'String', at, { isKey: true }), plainField('extra', 'Int', dice.some(at), {}));
      }
    }
    return type;
  }

  private abstract(name: string, kind: 'interface' | 'union', candidates: readonly TypeModel[]): void {
    const { dice, world } = this;
    const chosen = dice.some(candidates, Math.min(2, candidates.length)).filter(({ name: one }) => !one.endsWith('Ref'));
    const homes = dice.some(world.subgraphs);
    const members = new Map(
      homes.flatMap((home) => {
        const here = chosen.filter((type) => type.homes.includes(home)).map((type) => type.name);
        return here.length > 0 ? [[home, kind === 'union' ? dice.some(here) : here] as const] : [];
      }),
    );
    if (members.size === 0) return;
    const type = this.add({ name, kind, homes: [...members.keys()], members });
    if (kind === 'union') return;
    type.fields.push(plainField('size', 'Int', type.homes, {}));
    const implementing = new Set([...members.values()].flat());
    for (const one of chosen) if (implementing.has(one.name)) one.fields.push(plainField('size', 'Int', [...one.homes], {}));
  }

  /** Things of which one subgraph knows only that they are such things. */
  private interfaceWithObject(): void {
    const { dice, world } = this;
    const objectIn = dice.pick(world.subgraphs);
    const others = world.subgraphs.filter((name) => name !== objectIn);
    const home = dice.pick(others);
    const names = Array.from({ length: dice.between(1, 3) }, (_, index) => `K${index}`);
    for (const name of names) {
      const homes = [home, ...others.filter((one) => one !== home && dice.chance(40))];
      const type = this.add({ name, kind: 'entity', homes, keys: new Map(homes.map((one) => [one, ['id']])) });
      type.fields.push(plainField('id', 'ID', homes, { isKey: true }), plainField('size', 'Int', homes, {}));
    }
    const keys = new Map([home, objectIn].map((one) => [one, ['id']]));
    const type = this.add({ name: 'Kin', kind: 'interface', homes: [home], keys, members: new Map([[home, names]]), objectIn });
    type.fields.push(plainField('id', 'ID', [home, objectIn], { isKey: true }), plainField('size', 'Int', [home], {}));
  }

  private field(type: TypeModel, name: string, homes: readonly string[], how: { shared: boolean; deep: number; open?: boolean }): void {
    const { dice } = this;
    const reachable = [...this.world.types.values()].filter(
      (one) => one.kind !== 'root' && !one.name.endsWith('Ref') && homes.every((home) => one.homes.includes(home) || one.objectIn === home),
    );
    // A value holds only values made before it: it must end somewhere.
    const usable = reachable.filter(
      (one) => type.kind !== 'value' || (one.kind === 'value' ? one.name < type.name : one.kind === 'entity'),
    );
    const deep = usable.filter((one) =>
      one.kind !== 'union' && one.kind !== 'interface' ? true : homes.every((home) => one.members.has(home) || one.objectIn === home),
    );
    const isDeep = deep.length > 0 && dice.chance(how.deep);
    const wrap = dice.pick(isDeep ? (['one', 'one', 'list', 'list', 'lists'] as const) : (['one', 'one', 'one', 'list', 'lists'] as const));
    type.fields.push({
      ...plainField(name, isDeep ? dice.pick(deep).name : dice.pick(leafTypes), [...homes], {}),
      wrap,
      required: !how.open && dice.chance(15),
      itemsRequired: wrap !== 'one' && dice.chance(25),
      args: dice.chance(25) ? [dice.pick(argumentKinds)] : [],
      isShared: how.shared,
      mayFail: true,
    });
  }

  private named(kind: TypeModel['kind']): TypeModel[] {
    return [...this.world.types.values()].filter((type) => type.kind === kind && !type.name.endsWith('Ref'));
  }

  private add(type: Pick<TypeModel, 'name' | 'kind' | 'homes'> & Partial<TypeModel>): TypeModel {
    const made: TypeModel = { fields: [], keys: new Map(), members: new Map(), ...type };
    this.world.types.set(type.name, made);
    return made;
  }
}

/** A field that several subgraphs may answer, as keys are. */
function plainField(name: string, type: string, homes: readonly string[], { isKey = false }: { isKey?: boolean }): FieldModel {
  return {
    ...{ name, type, wrap: 'one', required: isKey, itemsRequired: false, args: [], homes: [...homes], externalIn: new Set() },
    ...{ provides: new Map(), isShared: true, mayFail: !isKey && isLeaf(type), isKey },
  };
}
