import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { moneyFromMinor } from '@leader/subgraph-kit/values/money';
import { type DuesEntry, type DuesMovement, DuesOfYear } from '../domain/dues.ts';
import type { DuesBand } from '../domain/dues-band.ts';
import type { SizeCategory } from '../domain/size-category.ts';
import type { DuesBook, RecordedMovement } from '../use-cases/dues-ports.ts';
import { figuresQueries } from './figures.queries.ts';
import { membershipFiles } from './membership-files.ts';

/** Accounts of dues, and the files they act upon, within one transaction. */
export function duesBook(sql: Sql): DuesBook {
  return {
    ...membershipFiles(sql),
    figures: figuresQueries(sql).figures,

    async bands() {
      const rows = await sql.query<Omit<DuesBand, 'amount'> & { amount: string }>(
        `SELECT size, currency, valid_from::text AS "validFrom", amount FROM dues_band`,
      );
      return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
    },

    async nextReference(series) {
      const [row] = await sql.query<{ next: number }>(
        'INSERT INTO dues_number (series, last) VALUES ($1, 0) ON CONFLICT (series) DO UPDATE SET last = dues_number.last RETURNING last + 1 AS next',
        [series],
      );
      return `${series}-${String(row?.next).padStart(4, '0')}`;
    },

    async duesOf(companyId, year) {
      const [invoiced] = await sql.query<StoredInvoice>(
        `SELECT reference, size, currency, invoiced, issued_on::text AS "issuedOn", due_on::text AS "dueOn" FROM dues WHERE company_id = $1 AND year = $2`,
        [companyId, year],
      );
      const movements = await sql.query<StoredMovement>(
        `SELECT ${movementColumns} FROM dues_movement WHERE company_id = $1 AND year = $2 ORDER BY sequence`,
        [companyId, year],
      );
      const invoice = invoiced ? { ...invoiced, amount: moneyFromMinor(invoiced.invoiced, invoiced.currency) } : null;
      return new DuesOfYear(year, invoice, movements.map(asMovement));
    },

    async movementWith(kind, reference) {
      const [row] = await sql.query<StoredMovement & Pick<RecordedMovement, 'companyId' | 'year'>>(
        `SELECT company_id AS "companyId", year, ${movementColumns} FROM dues_movement WHERE kind = $1 AND reference = $2`,
        [kind, reference],
      );
      return row && { companyId: row.companyId, year: row.year, movement: asMovement(row) };
    },

    async enterDues(companyId, before, entries) {
      for (const entry of entries) if (!(await enterOne(sql, companyId, before.year, entry))) return { referenceIsFree: false };
      const { year, credited, kept, settlement, invoice } = before.with(entries);
      if (invoice)
        await sql.query('UPDATE dues SET credited = $3, kept = $4, settlement = $5 WHERE company_id = $1 AND year = $2', [
          companyId,
          year,
          credited,
          kept,
          settlement,
        ]);
      return { referenceIsFree: true };
    },
  };
}

interface StoredInvoice {
  readonly reference: string;
  readonly size: SizeCategory;
  readonly currency: string;
  readonly invoiced: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
}

interface StoredMovement {
  readonly kind: DuesMovement['kind'];
  readonly reference: string;
  readonly amount: string;
  readonly currency: string;
  readonly on: LocalDate;
  readonly ground: string | null;
  readonly motive: string | null;
  readonly of: string | null;
  readonly waits: boolean;
}

const movementColumns = `kind, reference, amount, currency, moved_on::text AS "on", ground, motive, payment_reference AS "of", waits`;

function asMovement({ amount, currency, ...row }: StoredMovement): DuesMovement {
  return { ...row, amount: moneyFromMinor(amount, currency) } as DuesMovement;
}

/** @returns false when another movement of that kind bears the reference already. */
async function enterOne(sql: Sql, companyId: string, year: number, entry: DuesEntry): Promise<boolean> {
  switch (entry.kind) {
    case 'INVOICED': {
      const { reference, size, amount, issuedOn, dueOn } = entry.invoice;
      await sql.query(
        'INSERT INTO dues (company_id, year, reference, size, currency, invoiced, issued_on, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [companyId, year, reference, size, amount.currency, amount.minor, issuedOn, dueOn],
      );
      await take(sql, reference);
      return true;
    }
    case 'ALLOCATED':
      await sql.query(`UPDATE dues_movement SET waits = false WHERE kind = 'PAYMENT' AND reference = $1`, [entry.reference]);
      return true;
    case 'MOVED': {
      const { kind, reference, amount, on, ...own } = entry.movement;
      const rows = await sql.query(
        `INSERT INTO dues_movement (company_id, year, kind, reference, amount, currency, moved_on, ground, motive, payment_reference, waits)
         SELECT $1, $2, $3, $4, $5, $6, $7, own.ground, own.motive, own.of, coalesce(own.waits, false)
         FROM jsonb_to_record($8) AS own(ground text, motive text, "of" text, waits boolean)
         ON CONFLICT ON CONSTRAINT dues_reference_counts_once DO NOTHING RETURNING sequence`,
        [companyId, year, kind, reference, amount.minor, amount.currency, on, JSON.stringify(own)],
      );
      if (kind === 'CREDIT_NOTE') await take(sql, reference);
      return rows.length > 0;
    }
  }
}

/** The number that this reference bears is given. */
async function take(sql: Sql, reference: string): Promise<void> {
  await sql.query('UPDATE dues_number SET last = last + 1 WHERE series = $1', [reference.slice(0, reference.lastIndexOf('-'))]);
}
