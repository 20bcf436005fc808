import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack, type TestStackOptions } from '@leader/local-stack/testing/test-stack';

/** With the calendar of today: production takes no other. */
export function startForAttack(options: TestStackOptions): Promise<Stack> {
  return startTestStack('attack', { ...options, fixedToday: undefined });
}
