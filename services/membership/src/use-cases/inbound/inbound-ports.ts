import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { InboundStep, SiteRequest } from '../../domain/inbound/inbound-project.ts';
import type { Branches } from '../ports.ts';
import type { Writes } from '../write-ports.ts';
import type { InboundView } from './inbound-views.ts';

export interface OpenedProject extends SiteRequest {
  readonly sourceBranchId: Uuid | null;
  readonly country: string;
  readonly activitySection: string | null;
  readonly currency: string | null;
}

/** What people change about inbound projects, within one transaction. */
export interface InboundBook extends Pick<Branches, 'branches'> {
  enterProject(id: Uuid, project: OpenedProject, step: InboundStep): Promise<void>;
  projectForUpdate(id: Uuid): Promise<InboundView | undefined>;
  isSiretTaken(siret: string): Promise<boolean>;
  /** Enters what happened if the project still has the expected version. */
  enterStep(
    project: InboundView,
    expectedVersion: number,
    step: InboundStep,
  ): Promise<{ readonly swapped: boolean; readonly current: number | undefined }>;
}

export type InboundWrites = Writes<InboundBook>;
