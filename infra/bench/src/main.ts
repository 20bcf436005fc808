import { CannotStart } from '@leader/local-stack/cannot-start';
import { parts } from './parts.ts';
import { writeReadme } from './readme.ts';
import { readWishes, WishRefused } from './wishes.ts';

try {
  const wishes = readWishes(process.argv.slice(2), Object.keys(parts));
  let isMet = true;
  for (const name of wishes.only) {
    console.log(`\n# ${name}\n`);
    isMet = (await parts[name]?.(wishes)) === true && isMet;
  }
  if (wishes.write) writeReadme();
  process.exitCode = isMet ? 0 : 1;
} catch (error) {
  if (!(error instanceof WishRefused || error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
