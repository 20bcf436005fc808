import type { References, Representation } from '@leader/subgraph-kit/federation/references';
import { parseId } from '@leader/subgraph-kit/values/ids';
import { readAssessmentFacts, type StatedFacts } from './assessment-facts.ts';
import type { AcceleratorContext } from './context.ts';
import { programById } from './program.resolver.ts';
import type { CompanyReference } from './types/company-reference.type.ts';
import { type ProgramType, programType } from './types/program.type.ts';

interface CompanyRepresentation extends Representation {
  readonly assessmentFacts?: StatedFacts | null;
}

export const references: References<AcceleratorContext> = {
  Company: ({ id, assessmentFacts }: CompanyRepresentation): CompanyReference => {
    parseId('company', id);
    return { id, facts: assessmentFacts ? readAssessmentFacts(assessmentFacts) : null };
  },
  Program: async ({ id }: Representation, context: AcceleratorContext): Promise<ProgramType> =>
    programType(await programById(id, context), context.viewer.language),
};
