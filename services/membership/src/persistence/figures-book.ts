import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { FiguresBook } from '../use-cases/figures-ports.ts';
import { enterFigures } from './affiliation/affiliation-entries.ts';
import { companyForUpdate } from './company-lock.ts';
import { figuresQueries } from './figures.queries.ts';

/** Figures of companies within one transaction. */
export function figuresBook(sql: Sql): FiguresBook {
  return {
    figures: figuresQueries(sql).figures,
    companyForUpdate: (companyId) => companyForUpdate(sql, companyId),
    enterFigures: (companyId, figures, now) => enterFigures(sql, { figures: [{ companyId, figures }] }, now),
  };
}
