import { useCallback, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { ExportQuestionDocument, type ExportQuestionQuery } from '../generated/graph.ts';
import { type GraphFault, refusalOf } from './parts.ts';
import type { Question } from './question.ts';

export type AnswerState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly refusal: GraphFault | undefined }
  | {
      readonly kind: 'answered';
      readonly data: ExportQuestionQuery;
      readonly faults: readonly GraphFault[];
      readonly at: Date;
      readonly renewing: boolean;
    };

/** Asks the question of the address. While only dates or company change, the former answer stays until the new one is there. */
export function useAnswer({ country, company, from, to }: Question): { readonly state: AnswerState; readonly again: () => void } {
  const [{ data, error, fetching }, ask] = useQuery({
    query: ExportQuestionDocument,
    variables: { country, companyId: company ?? null, from: from ?? null, to: to ?? null },
  });
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    if (!fetching) setAt(new Date());
  }, [fetching]);
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);

  const isAboutAnother = data?.destination && data.destination.country !== country;
  if (fetching && (!data || isAboutAnother)) return { state: { kind: 'waiting' }, again };
  const faults = error?.graphQLErrors ?? [];
  const isEmpty = !data || Object.values(data).every((part) => part === null);
  if (isEmpty && (error?.networkError || refusalOf(faults) || !data))
    return { state: { kind: 'failed', refusal: refusalOf(faults) }, again };
  return { state: { kind: 'answered', data: data as ExportQuestionQuery, faults, at, renewing: fetching }, again };
}
