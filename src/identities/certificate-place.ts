/** Where the number of a certificate is sealed: moved to another person or category, it does not open. */
export const certificatePlace = ({ personId, category }: { personId: number; category: string }) =>
  `Certificate ${personId} ${category}`;
