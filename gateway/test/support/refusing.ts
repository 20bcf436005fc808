import { GraphQLError } from 'graphql';

/** A resolver of a test subgraph: the field as it is, or refused where an error stands in its place, with the error's message as the code. */
export function refusing(field: string): (source: Record<string, unknown>) => unknown {
  return (source) => {
    const value = source[field];
    if (value instanceof Error) throw new GraphQLError(`Refused: ${field}.`, { extensions: { code: value.message } });
    return value;
  };
}
