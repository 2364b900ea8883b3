/** `href="{{link url}}"`: an address that is safe to follow. @throws for javascript:, data: and the like */
export function link(url: unknown): string {
  const isSafe =
    typeof url === 'string' && /^(\/(?![/\\])|[?#]|https?:\/\/|mailto:|tel:)/.test(url);
  if (!isSafe) throw new Error(`not an address to link to: ${url}`);
  return url;
}
