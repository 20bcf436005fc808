import { writeFile } from 'node:fs/promises';
import { committedSubgraphs } from '../subgraph-files.ts';
import { composeContract } from './contract.ts';
import { contractFile, contracts } from './contracts.ts';

const subgraphs = await committedSubgraphs();
for (const { name } of contracts) {
  const contract = composeContract(name, subgraphs);
  if ('problems' in contract) {
    console.error(contract.problems.join('\n'));
    process.exitCode = 1;
  } else {
    await writeFile(contractFile(name), contract.sdl);
    console.info(`schema/contracts/${name}.graphql  ${contract.sdl.split('\n').length} lines`);
  }
}
