import type { NetworkTie } from '../../domain/company/network-tie.ts';
import type { ResponsibilityFact } from '../../domain/company/responsibility.ts';
import type { UndertakingPart } from '../../domain/company/undertaking.ts';

export interface NetworkTieView extends NetworkTie {
  readonly id: string;
  readonly companyId: string;
}

export interface ResponsibilityView extends ResponsibilityFact {
  readonly companyId: string;
}

export type UndertakingView = UndertakingPart;
