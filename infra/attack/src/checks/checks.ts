import { answers } from './b1-answers.ts';
import { form } from './b2-form.ts';
import { leaks } from './b3-leaks.ts';
import { noWorkBeforeRefusal } from './b4-work.ts';
import { amplification } from './b5-amplification.ts';
import { prototypes } from './b8-health.ts';
import { strangers } from './b9-strangers.ts';
import { canaries } from './canaries.ts';
import { entry } from './entry.ts';
import type { Check } from './observation.ts';

/** The one list of what every single answer is held to, whoever sent the request and wherever it went in. */
export const checks: Readonly<Record<string, Check>> = {
  B1: answers,
  B2: form,
  B3: leaks,
  'B3 canaries': canaries,
  B4: noWorkBeforeRefusal,
  B5: amplification,
  B8: prototypes,
  B9: strangers,
  'the door': entry,
  expected: (observation) => observation.sending.case.expects.judge(observation),
};
