/**
 * A step of a story that one test tells from its beginning: what a step does, the next one goes on from, so that none of
 * them could stand alone.
 * @throws what the act throws, with the step's title before its message
 */
export async function step(title: string, act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Error) error.message = `${title}: ${error.message}`;
    throw error;
  }
}
