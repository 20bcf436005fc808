/** Since 2016 Occitanie is one; in daily speech its east is Languedoc-Roussillon and its west Midi-Pyrénées. */
export type FormerRegion = 'LANGUEDOC_ROUSSILLON' | 'MIDI_PYRENEES';

const departments: Record<FormerRegion, readonly string[]> = {
  LANGUEDOC_ROUSSILLON: ['11', '30', '34', '48', '66'],
  MIDI_PYRENEES: ['09', '12', '31', '32', '46', '65', '81', '82'],
};

/** The former region of a department, null outside Occitanie. */
export function formerRegionOf(department: string | null | undefined): FormerRegion | null {
  if (!department) return null;
  if (departments.LANGUEDOC_ROUSSILLON.includes(department)) return 'LANGUEDOC_ROUSSILLON';
  return departments.MIDI_PYRENEES.includes(department) ? 'MIDI_PYRENEES' : null;
}

export function departmentsOf(region: FormerRegion): readonly string[] {
  return departments[region];
}
