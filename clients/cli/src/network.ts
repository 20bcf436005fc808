import path from 'node:path';
import { readDataDirectory } from '@leader/local-stack/config';
import { SignInFailed, signIn } from '@leader/local-stack/issuer/sign-in';
import { personaByKey, personas } from '@leader/local-stack/personas';
import { readSecrets } from '@leader/local-stack/stack/secrets';
import { type RunningStack, runningStack } from '@leader/local-stack/stack/stack-file';
import { NoAnswer, WrongUse } from './sentences.ts';

/** The stack that runs on this machine; refuses when there is none. */
export function requireStack(): RunningStack {
  const stack = runningStack(path.resolve(readDataDirectory()));
  if (stack) return stack;
  throw new NoAnswer(
    'The stack is not running: start it with `npm start` in another terminal (and give the same DATA_DIR, if you set one).',
  );
}

/** An access token of the persona from the running stack; refuses an unknown persona with the list of those there are. */
export async function tokenOf(key: string): Promise<string> {
  const persona = personaByKey(key);
  if (!persona) throw new WrongUse(`There is no persona "${key}": take one of ${personas.map((one) => one.key).join(', ')}.`);
  const { issuer } = requireStack();
  try {
    return await signIn(persona, issuer, (client) => readSecrets(path.resolve(readDataDirectory()))?.clients[client]);
  } catch (error) {
    if (error instanceof SignInFailed) throw new NoAnswer(error.message);
    throw new NoAnswer(`The issuer at ${issuer} does not answer: look into its log, or start the stack again.`);
  }
}
