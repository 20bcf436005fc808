/** The argument of every field that can be asked about a day. */
export const asOfDescription = { nullable: true, description: 'The day to speak of; today when left out, not in the future.' } as const;
