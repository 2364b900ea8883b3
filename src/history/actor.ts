/** Who does something, and when. Account null is the system itself: the demonstration, a command. */
export type Actor = { accountId: number | null; at: Date };
