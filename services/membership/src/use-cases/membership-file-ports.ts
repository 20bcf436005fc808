import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { FileEntry, MembershipFile } from '../domain/membership-file.ts';
import type { OneCompany } from './company-ports.ts';
import type { Branches } from './ports.ts';
import type { RegistrationView } from './views.ts';
import type { Writes } from './write-ports.ts';

/** A company's file, held so that nobody else changes it meanwhile. */
export interface FiledCompany extends OneCompany {
  readonly version: number;
  readonly file: MembershipFile;
  readonly registrations: readonly RegistrationView[];
  readonly hasLeader: boolean;
}

export interface MembershipFiles extends Pick<Branches, 'branches'> {
  /** The file of the company that an id leads to, locked until the change is entered or given up; undefined for one that does not exist. */
  fileForUpdate(companyId: Uuid): Promise<FiledCompany | undefined>;
  /** Enters a change if the file still has the expected version. */
  enter(
    filed: FiledCompany,
    expectedVersion: number,
    entries: readonly FileEntry[],
  ): Promise<{ readonly swapped: boolean; readonly current: number | undefined }>;
}

export type FileWrites = Writes<MembershipFiles>;
