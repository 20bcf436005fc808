import type { Contracts } from '@leader/subgraph-kit/federation/contracts';

/**
 * What a hub's app may see of membership: who a company is and where it stands in space. No people, no figures, no registration
 * numbers, no standing, no counts (those under three would point at somebody), and no list of the whole directory.
 */
export const contracts: Contracts = {
  partner: {
    Query: ['branches', 'branch(code)', 'viewer'],
    Viewer: ['language', 'contract'],
    Branch: [
      'id',
      'code',
      'kind',
      'name',
      'country',
      'town',
      'openedOn',
      'timeZone',
      'currency',
      'languages',
      'departments',
      'formerRegion',
      'status',
    ],
    BranchKind: ['LOCAL', 'HUB'],
    BranchStatus: ['PLANNED', 'ACTIVE'],
    FormerRegion: ['LANGUEDOC_ROUSSILLON', 'MIDI_PYRENEES'],
    Company: ['id', 'legalName', 'tradeName', 'country', 'town', 'department', 'formerRegion', 'activities', 'homeBranch'],
    Activity: ['nomenclature', 'code', 'label', 'section'],
    ActivityNomenclature: ['NAF_REV_2', 'NAF_2025', 'ISIC_4'],
    CountryCode: [],
    CurrencyCode: [],
    LocalDate: [],
  },
};
