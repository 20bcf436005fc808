import { complete } from './projection/complete.ts';
import type { CarryOut } from './run-operation.ts';

/** Our own way: everything fetched, then the answer written from what the fetches brought. */
export const carryOut: CarryOut = async (graph, asked, program, execution) => {
  await program.run(execution);
  const { view, document, operationName } = asked;
  return complete({
    schema: view,
    whole: graph.full,
    document,
    operationName,
    coerced: execution.coerced,
    data: execution.data,
    repeated: execution.repeated,
  });
};
