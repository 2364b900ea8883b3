/** Where a number is sealed: moved to another person or called another kind, it does not open. */
export const identityPlace = ({ personId, kind }: { personId: number; kind: string }): string =>
  `Identity ${personId} ${kind}`;
