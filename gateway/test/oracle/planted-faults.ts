/** A fault that somebody could make in the gateway any day. */
export interface PlantedFault {
  readonly title: string;
  /** Below `gateway/src`. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** What the oracle has to notice, each as a change of one place. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    title: 'the second half of a list takes the place of the first',
    file: 'execution/merge.ts',
    find: 'return known.length === arrived.length ? known.map((item, index) => merged(item, arrived[index], take, schema, depth + 1)) : known;',
    put: 'return take(arrived);',
  },
  {
    title: 'of equal entities only the first gets the answer',
    file: 'execution/inquiry.ts',
    find: 'if (askers) askers.push(asker);',
    put: 'if (askers) askers.length = 1;',
  },
  {
    title: 'errors of subgraphs are forgotten',
    file: 'execution/place-errors.ts',
    find: 'write(holder, step, knownError(error, below));',
    put: 'void [write, below];',
  },
  {
    title: 'errors in lists stand at the first item',
    file: 'execution/projection/writers.ts',
    find: 'path.push(index);',
    put: 'path.push(0);',
  },
  {
    title: 'conditions of the plan are taken the wrong way round',
    file: 'execution/fetch-program.ts',
    find: 'execution.coerced[variable] === true ? met : unmet',
    put: 'execution.coerced[variable] === true ? unmet : met',
  },
  {
    title: 'what @include and @skip decided the first time decides for ever',
    file: 'execution/projection/switches.ts',
    find: 'return [...names].sort();',
    put: 'return [];',
  },
  {
    title: 'a variable sent as null does not reach the subgraph',
    file: 'execution/request-text.ts',
    find: 'if (value !== undefined) values.push',
    put: 'if (value !== undefined && value !== null) values.push',
  },
  {
    title: 'an alias may stand in for the input of another subgraph',
    file: 'supergraph/input-names.ts',
    find: 'if (!this.names.has(name)) return false;',
    put: 'if (name) return false;',
  },
  {
    title: 'the kind of a thing is not looked up',
    file: 'supergraph/told-types.ts',
    find: 'if (!this.hasUntold) return document;',
    put: 'if (document) return document;',
  },
  {
    title: 'a part that knows only the interface takes the known kind away',
    file: 'execution/merge.ts',
    find: 'arrived === known || isInterfaceType(schema.getType(arrived)) ? known : arrived',
    put: 'arrived',
  },
  {
    title: 'a plan may ask for a field before what it requires',
    file: 'supergraph/sound-plan.ts',
    find: 'if (requirements.areNone) return undefined;',
    put: 'if (requirements) return undefined;',
  },
  {
    title: 'a lost input is passed on as null',
    file: 'execution/representation-writer.ts',
    find: 'if (value === undefined || value instanceof Error) return undefined;',
    put: "if (value === undefined || value instanceof Error) return 'null';",
  },
];
