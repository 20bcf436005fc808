/** Why a row was refused: nothing of it is taken until a person has mended it. */
export const rowRefusals = [
  'NAME_MISSING',
  'NAME_TOO_LONG',
  'FORMULA_IN_CELL',
  'CONTROL_CHARACTERS',
  'CELL_TOO_LONG',
  'TOO_MANY_CELLS',
  'REGISTRATION_MISSING',
  'REGISTRATION_INVALID',
  'ICE_ZEROS_MISSING',
  'SIREN_AND_SIRET_DIFFER',
  'FTE_UNREADABLE',
  'FTE_NEGATIVE',
  'AMOUNT_UNREADABLE',
  'AMOUNT_UNCLEAR',
  'AMOUNT_NEGATIVE',
  'EXPORT_EXCEEDS_TURNOVER',
  'CLOSING_DATE_UNREADABLE',
  'CLOSING_DATE_IN_FUTURE',
] as const;

/** Why a row waits for a person: it may tell of a company that is already known by another number. */
export const rowSuspicions = ['SIMILAR_NAME_KNOWN', 'SIMILAR_NAME_ON_EARLIER_LINE', 'SAME_NUMBER_AS_WAITING_LINE'] as const;

/** What else there is to say about a row. None of these holds it back. */
export const rowRemarks = [
  'REGISTRATION_KNOWN',
  'SAME_COMPANY_ON_EARLIER_LINE',
  'SETTLED_AS_SAME',
  'SETTLED_AS_ANOTHER',
  'NAME_DIFFERS',
  'SIREN_TAKEN_FROM_SIRET',
  'LEADING_ZERO_RESTORED',
  'POSTCODE_ZERO_RESTORED',
  'POSTCODE_UNREADABLE',
  'ACTIVITY_UNREADABLE',
  'FOUNDING_DATE_UNREADABLE',
  'LEADER_UNREADABLE',
  'EMAIL_UNREADABLE',
  'CONSENT_UNREADABLE',
  'INVISIBLE_SIGNS_REMOVED',
  'FIGURES_UNDATED',
  'FIGURES_ADDED',
  'FIGURES_CORRECTED',
  'FIGURES_CORRECTED_SINCE',
  'FIGURES_OF_BETTER_SOURCE_KEPT',
  'FIGURES_IN_OTHER_CURRENCY_KEPT',
  'FIGURES_DO_NOT_FIT_KNOWN_ONES',
  'FIGURES_CONTRADICT_EARLIER_LINE',
] as const;

export type RowRefusal = (typeof rowRefusals)[number];
export type RowSuspicion = (typeof rowSuspicions)[number];
export type RowRemark = (typeof rowRemarks)[number];
export type RowReasonCode = RowRefusal | RowSuspicion | RowRemark;

/** A reason and what it is about: the heading of a cell, a day, a name, or another line. */
export interface RowReason {
  readonly code: RowReasonCode;
  readonly about?: string;
}

export function reason(code: RowReasonCode, about?: string | number): RowReason {
  return about === undefined ? { code } : { code, about: String(about) };
}
