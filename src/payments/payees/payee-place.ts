/** Where the number of an account is sealed: moved to another row, it does not open. */
export const payeePlace = ({ number }: { number: string }): string => `PayeeAccount ${number}`;
