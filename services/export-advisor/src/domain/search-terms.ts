/** The thirteen departments of Occitanie (INSEE, COG 2026, region 76). */
export const departmentsOfOccitanie = ['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82'] as const;

const department = /^(0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-46])$/;
const activity = /^\d{2}(\.?\d{1,2}[A-Z]?)?$/;

/** Reads the code of a French department; undefined when none has it, such as 9 for 09. */
export function readDepartment(text: string): string | undefined {
  return department.test(text) ? text : undefined;
}

/** Reads an activity code or its beginning, from the division on, without the point: 30.30Z and 3030 both begin with 3030. */
export function readActivity(text: string): string | undefined {
  return activity.test(text) ? text.replace('.', '') : undefined;
}
