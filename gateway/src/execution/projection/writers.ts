import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { isRecord } from '../../transport/answer.ts';
import { own } from '../own.ts';
import { hidden } from './field-errors.ts';
import { leafTextOf } from './leaf-texts.ts';
import { isLeafValue, noLeafValue } from './leaf-values.ts';
import { type Field, type Selected, writeObject } from './selected.ts';
import type { Shaping } from './shaping.ts';

/** Turns a value of the data into the JSON text of the answer; throws a located error where there is none to be had. */
export type Writer = (value: unknown, shaping: Shaping) => string;

interface Place {
  /** For example Book.title. */
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
}

/** How a value of this type is written at this place. An error stays at the innermost place that may be null. */
export function writerOf(selected: Selected, type: GraphQLOutputType, place: Place): Writer {
  if (isNonNullType(type)) {
    const write = known(valueWriter(selected, type.ofType, place), place);
    return (value, shaping) => {
      if (value === null) throw shaping.at(new Error(`Cannot return null for non-nullable field ${place.coordinate}.`), place.nodes);
      return write(value, shaping);
    };
  }
  const write = known(valueWriter(selected, type, place), place);
  return (value, shaping) => {
    if (value === null) return 'null';
    const { objects } = shaping;
    const depth = shaping.path.length;
    try {
      return write(value, shaping);
    } catch (error) {
      shaping.note(error, depth, objects);
      return 'null';
    }
  };
}

/** An error in place of a value, or no value at all, is told as what it is. */
function known(write: Writer, { nodes }: Place): Writer {
  return (value, shaping) => {
    if (value instanceof Error) throw shaping.at(value, nodes);
    if (value === undefined) throw shaping.broken('no subgraph answered this field', nodes);
    return write(value, shaping);
  };
}

function valueWriter(selected: Selected, type: GraphQLOutputType, place: Place): Writer {
  if (isListType(type)) return listWriter(writerOf(selected, type.ofType, place), place);
  if (isLeafType(type)) return leafWriter(type, place);
  if (isAbstractType(type)) return abstractWriter(selected, type, place);
  return objectWriter(selected, type as GraphQLObjectType, place);
}

function listWriter(write: Writer, { nodes }: Place): Writer {
  return (value, shaping) => {
    if (!Array.isArray(value)) throw shaping.broken('a list was due', nodes);
    const { path } = shaping;
    let text = '[';
    for (let index = 0; index < value.length; index += 1) {
      path.push(index);
      text += index === 0 ? write(value[index], shaping) : `,${write(value[index], shaping)}`;
      path.pop();
    }
    return `${text}]`;
  };
}

function leafWriter(type: GraphQLLeafType, { nodes }: Place): Writer {
  const textOf = leafTextOf(type);
  return (value, shaping) => {
    const text = textOf(value);
    if (text !== undefined) return text;
    const promised = shaping.whole.getType(type.name);
    if (isLeafType(promised) && isLeafValue(value, promised)) throw shaping.at(hidden(), nodes);
    throw shaping.at(noLeafValue(value, type, shaping.path), nodes);
  };
}

function objectWriter(selected: Selected, type: GraphQLObjectType, { nodes }: Place): Writer {
  let fields: readonly Field[] | undefined;
  return (value, shaping) => {
    if (!isRecord(value)) throw shaping.broken('an object was due', nodes);
    fields ??= selected.fields(type, collectSubfields(selected.schema, selected.fragments, selected.switches, type, nodes));
    return shaping.once(fields, value, writeObject);
  };
}

function abstractWriter(selected: Selected, type: GraphQLAbstractType, place: Place): Writer {
  const writers = new Map<string, Writer>();
  return (value, shaping) => {
    if (!isRecord(value)) throw shaping.broken('an object was due', place.nodes);
    const name = own(value, '__typename');
    if (name instanceof Error) throw shaping.at(name, place.nodes);
    if (typeof name !== 'string') throw shaping.broken(`no name of a ${type.name}`, place.nodes);
    let write = writers.get(name);
    if (!write) {
      const object = possible(selected.schema, type.name, name);
      if (!object && possible(shaping.whole, type.name, name)) throw shaping.at(hidden(), place.nodes);
      if (!object) throw shaping.broken(`${name} is no ${type.name}`, place.nodes);
      write = objectWriter(selected, object, place);
      writers.set(name, write);
    }
    return write(value, shaping);
  };
}

function possible(schema: GraphQLSchema, abstractName: string, name: string): GraphQLObjectType | undefined {
  const abstractType = schema.getType(abstractName);
  const type = schema.getType(name);
  return isAbstractType(abstractType) && isObjectType(type) && schema.isSubType(abstractType, type) ? type : undefined;
}
