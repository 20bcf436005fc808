/** Someone of the invented network on whose behalf a request can be made on this machine. */
export interface Persona {
  readonly key: string;
  readonly name: { readonly fr: string; readonly en: string };
  /** A person chooses themselves on a page; a hub's app signs in with a secret of its own. */
  readonly signsIn: 'person' | 'app';
  readonly contract: 'member' | 'partner' | 'reporting' | 'internal';
  readonly class: 'interactive' | 'partner' | 'batch';
  readonly scopes: readonly string[];
  /** Key of a company in the seed. */
  readonly company?: string;
  /** Code of a branch. */
  readonly branch?: string;
  /** Country of the hub. */
  readonly hub?: string;
}

const ofAPerson = { signsIn: 'person', contract: 'internal', class: 'interactive' } as const;
const ofAHub = { signsIn: 'app', contract: 'partner', class: 'partner', scopes: words('members:read export:read') } as const;

export const personas: readonly Persona[] = [
  {
    ...ofAPerson,
    key: 'staff',
    name: { fr: 'Équipe du réseau', en: 'Network staff' },
    scopes: words(
      'members:read members:write figures:read contacts:read branch:manage accelerator:read export:read fund:read reports:read schema:read',
    ),
  },
  {
    ...ofAPerson,
    key: 'branch-lead',
    name: { fr: 'Responsable de l’antenne du Tarn', en: 'Lead of the Tarn branch' },
    branch: 'tarn',
    scopes: words('members:read members:write figures:read branch:manage accelerator:read export:read fund:read'),
  },
  {
    ...ofAPerson,
    key: 'member',
    name: { fr: 'Dirigeante de Cantepau Aérostructures, Albi', en: 'Head of Cantepau Aérostructures, Albi' },
    contract: 'member',
    company: 'cantepau-aerostructures',
    branch: 'tarn',
    scopes: words('members:read accelerator:read export:read fund:read'),
  },
  {
    ...ofAPerson,
    key: 'accelerator',
    name: { fr: 'Équipe des accélérateurs', en: 'Accelerator team' },
    scopes: words('members:read figures:read accelerator:read accelerator:manage export:read'),
  },
  {
    ...ofAPerson,
    key: 'auditor',
    name: { fr: 'Auditeur des candidatures', en: 'Auditor of applications' },
    scopes: words('members:read figures:read accelerator:read accelerator:audit'),
  },
  { ...ofAHub, key: 'hub-maroc', name: { fr: 'Application de Leader Maroc', en: 'App of Leader Maroc' }, branch: 'maroc', hub: 'MA' },
  {
    ...ofAHub,
    key: 'hub-usa',
    name: { fr: 'Application du hub États-Unis', en: 'App of the United States hub' },
    branch: 'usa',
    hub: 'US',
  },
  { ...ofAHub, key: 'hub-asia', name: { fr: 'Application du hub Asie', en: 'App of the Asia hub' }, branch: 'asie', hub: 'CN' },
  {
    ...ofAPerson,
    key: 'fund',
    name: { fr: 'Équipe du fonds', en: 'Fund team' },
    scopes: words('members:read figures:read accelerator:read export:read fund:read fund:manage'),
  },
  {
    ...ofAPerson,
    key: 'committee',
    name: { fr: 'Membre du comité d’investissement', en: 'Member of the investment committee' },
    scopes: words('members:read figures:read fund:read fund:vote'),
  },
  {
    ...ofAPerson,
    key: 'reporter',
    name: { fr: 'Chargé d’études (rapports)', en: 'Analyst (reports)' },
    contract: 'reporting',
    class: 'batch',
    scopes: words('members:read reports:read'),
  },
  {
    ...ofAPerson,
    key: 'dpo',
    name: { fr: 'Déléguée à la protection des données', en: 'Data protection officer' },
    scopes: words('members:read contacts:read privacy:manage'),
  },
];

export const allScopes: readonly string[] = [...new Set(personas.flatMap((persona) => persona.scopes))].sort();

export function personaByKey(key: string): Persona | undefined {
  return personas.find((persona) => persona.key === key);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
