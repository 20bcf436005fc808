/** The argument of every field that can be asked about a day. */
export const asOfDescription = { nullable: true, description: 'The day to speak of; today when left out, not in the future.' } as const;

/** The argument of every figure that can be asked as it was known on a later day than it speaks of. */
export const knownAtDescription = {
  nullable: true,
  description:
    'The day of knowledge: that day itself when left out, else a later one, not in the future. What was entered after it does not count.',
} as const;
