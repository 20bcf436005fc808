import { documentCases } from './a-documents.ts';
import { operationCases } from './a-operations.ts';
import { inputCases } from './b-inputs.ts';
import { textCases } from './b-texts.ts';
import { valueCases } from './b-values.ts';
import { connectionCases } from './c-connections.ts';
import { headerCases } from './c-headers.ts';
import { httpCases } from './c-http.ts';
import { entityCases } from './d-entities.ts';
import { federationCases } from './d-federation.ts';
import { rightsCases } from './e-rights.ts';
import { tokenCases } from './f-tokens.ts';
import { businessCases } from './g-business.ts';
import { cacheCases } from './h-caches.ts';
import type { AttackCase } from './shapes.ts';

/** Every named case, in the order of the catalogue. */
export const cases: readonly AttackCase[] = [
  ...documentCases,
  ...operationCases,
  ...valueCases,
  ...textCases,
  ...inputCases,
  ...httpCases,
  ...headerCases,
  ...connectionCases,
  ...federationCases,
  ...entityCases,
  ...rightsCases,
  ...tokenCases,
  ...businessCases,
  ...cacheCases,
];
