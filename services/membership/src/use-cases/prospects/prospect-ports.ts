import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Contact, GrowthProjectKind, ProspectSegment } from '../../domain/prospects/prospect.ts';
import type { FiledCompany } from '../membership-file-ports.ts';
import type { Writes } from '../write-ports.ts';

/** What people write about prospects, within one transaction. */
export interface ProspectBook {
  /** The company with its file, held until the end; undefined for one that does not exist. */
  prospectForUpdate(companyId: Uuid): Promise<(FiledCompany & { readonly branchCode: string | null }) | undefined>;
  enterContact(id: Uuid, companyId: Uuid, contact: Contact, note: string | null): Promise<void>;
  enterGrowthProject(id: Uuid, companyId: Uuid, project: GrowthProject): Promise<void>;
  enterSegment(companyId: Uuid, segment: ProspectSegment): Promise<void>;
}

export interface GrowthProject {
  readonly kind: GrowthProjectKind;
  readonly title: string;
  readonly startsOn: LocalDate | null;
  readonly recordedOn: LocalDate;
}

export type ProspectWrites = Writes<ProspectBook>;
