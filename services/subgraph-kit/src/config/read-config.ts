import type { z } from 'zod';

/** The environment lacks a value or holds a wrong one. The message lists every such value, never their contents. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/**
 * Reads the environment into one typed value.
 *
 * @param schema a zod object whose keys are names of environment variables
 * @throws ConfigInvalid naming every missing or wrong variable at once, so that one look fixes them all.
 */
export function readConfig<Shape extends z.ZodType>(schema: Shape, environment: NodeJS.ProcessEnv): z.output<Shape> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return environment[name] === undefined ? `  ${name} is missing` : `  ${name} is wrong: ${issue.message}`;
  });
  throw new ConfigInvalid(`The configuration is incomplete:\n${lines.join('\n')}`);
}
