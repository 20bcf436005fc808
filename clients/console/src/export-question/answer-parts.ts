import type { ExportQuestionQuery } from '../generated/graph.ts';
import type { Company, Destination, Eligibility, Fund, FundFit, Pitfall, Positions, Premises, Program, Reviews, Score } from './answer.ts';
import { type GraphFault, type Part, partOf } from './parts.ts';

/** The answer cut along the sections of the page, each with what went wrong in it. */
export interface AnswerParts {
  readonly company: Part<Company>;
  readonly destination: Part<Destination>;
  readonly positions: Part<Positions>;
  readonly positionsInOccitanie: Part<Positions>;
  readonly premises: Part<readonly Premises[]>;
  readonly score: Part<Score>;
  readonly reviews: Part<Reviews>;
  readonly pitfalls: Part<readonly Pitfall[]>;
  readonly eligibility: Part<readonly Eligibility[]>;
  readonly programs: Part<readonly Program[]>;
  readonly fundFit: Part<FundFit>;
  readonly fund: Part<Fund>;
}

export function answerParts({ company, destination, programs, fund }: ExportQuestionQuery, faults: readonly GraphFault[]): AnswerParts {
  const nodes = <Node>(connection: { readonly edges: readonly { readonly node: Node }[] } | null | undefined) =>
    connection?.edges.map(({ node }) => node);
  return {
    company: partOf(company, faults, ['company']),
    destination: partOf(destination, faults, ['destination']),
    positions: partOf(destination?.positions, faults, ['destination', 'positions']),
    positionsInOccitanie: partOf(destination?.positionsInOccitanie, faults, ['destination', 'positionsInOccitanie']),
    premises: partOf(nodes(destination?.premises), faults, ['destination', 'premises']),
    score: partOf(destination?.score, faults, ['destination', 'score']),
    reviews: partOf(destination?.reviews, faults, ['destination', 'reviews']),
    pitfalls: partOf(nodes(destination?.pitfalls), faults, ['destination', 'pitfalls']),
    eligibility: partOf(company?.acceleratorEligibility, faults, ['company', 'acceleratorEligibility']),
    programs: partOf(programs, faults, ['programs']),
    fundFit: partOf(company?.fundFit, faults, ['company', 'fundFit']),
    fund: partOf(fund, faults, ['fund']),
  };
}

/** Everything nobody knows, by what it is about, each sentence once. */
export function gapsOf(parts: AnswerParts): Record<'destination' | 'company' | 'accelerators' | 'fund', string[]> {
  const value = <Value>(part: Part<Value>) => (part.state === 'whole' || part.state === 'holes' ? part.value : undefined);
  const told = new Set<string>();
  const once = (gaps: readonly { readonly message: string }[] | null | undefined) =>
    (gaps ?? []).map(({ message }) => message).filter((message) => !told.has(message) && told.add(message));
  return {
    destination: once(value(parts.destination)?.gaps),
    company: once(value(parts.company)?.gaps),
    accelerators: once(value(parts.eligibility)?.flatMap(({ gaps }) => gaps)),
    fund: once(value(parts.fundFit)?.gaps),
  };
}
