import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { FileEntry, MembershipFile } from '../domain/membership-file.ts';
import type { Branches } from './ports.ts';
import type { RegistrationView } from './views.ts';

/** A company's file, held so that nobody else changes it meanwhile. */
export interface FiledCompany {
  readonly companyId: Uuid;
  readonly version: number;
  readonly file: MembershipFile;
  readonly registrations: readonly RegistrationView[];
  readonly hasLeader: boolean;
}

export interface MembershipFiles extends Pick<Branches, 'branches'> {
  /** The file, locked until the change is entered or given up; undefined for a company that does not exist. */
  fileForUpdate(companyId: Uuid): Promise<FiledCompany | undefined>;
  /** Enters a change if the file still has the expected version. */
  enter(
    filed: FiledCompany,
    expectedVersion: number,
    entries: readonly FileEntry[],
  ): Promise<{ readonly swapped: boolean; readonly current: number | undefined }>;
}

interface WriteRequest {
  readonly action: string;
  readonly idempotencyKey: string;
  readonly body: unknown;
}

/** What a write did to a thing, for the history: states, names of fields and codes, never a private value. */
export interface Change {
  readonly kind: string;
  readonly id: Uuid;
  readonly fields: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string | null;
}

export interface FileWrites {
  /** Does the work once for each key of the caller, and keeps answer and history with it or nothing at all. */
  once<Answer>(
    viewer: Viewer,
    request: WriteRequest,
    work: (files: MembershipFiles) => Promise<{ readonly answer: Answer; readonly changes: readonly Change[] }>,
  ): Promise<Answer>;
}
