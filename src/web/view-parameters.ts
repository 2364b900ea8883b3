type Template = (context: unknown, options?: object) => string;
type Parameters = { required: string[]; optional: string[] };

/**
 * A partial may declare its parameters in its first line: `{{!-- takes name label hint? --}}`.
 * @returns null where it declares none
 */
export function declaredParameters(source: string): Parameters | null {
  const words = /^\{\{!--\s*takes\s+([^\n]*?)\s*--\}\}/.exec(source)?.[1]?.split(/\s+/);
  if (!words) return null;
  return {
    required: words.filter((word) => !word.endsWith('?')),
    optional: words.filter((word) => word.endsWith('?')).map((word) => word.slice(0, -1)),
  };
}

/** The partial, refusing a call that forgets a parameter or gives one that is not declared. */
export function withParameters(
  name: string,
  parameters: Parameters | null,
  template: Template,
): Template {
  if (!parameters) return template;
  const { required, optional } = parameters;
  const known = new Set([...required, ...optional]);
  const nothing = Object.fromEntries(optional.map((parameter) => [parameter, null]));
  return (context, options) => {
    const parameters = (context ?? {}) as Record<string, unknown>;
    const missing = required.filter((parameter) => parameters[parameter] === undefined);
    const unknown = Object.keys(parameters).filter((parameter) => !known.has(parameter));
    if (missing.length) throw new Error(`${name} was not given ${missing.join(', ')}`);
    if (unknown.length) throw new Error(`${name} does not take ${unknown.join(', ')}`);
    const there = Object.entries(parameters).filter(([, value]) => value !== undefined);
    return template({ ...nothing, ...Object.fromEntries(there) }, options);
  };
}
