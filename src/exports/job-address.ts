/** Where a file can be asked for as a job: it is made in the background, and kept for a while. */
export const jobHref = (address: string): string =>
  `/reports/jobs/new?${new URLSearchParams({ address }).toString()}`;

/** Above so many rows a list offers to make its file in the background. */
export const largeExport = 5000;
