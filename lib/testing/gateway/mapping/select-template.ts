/** `application/json; charset=utf-8, …` is `application/json`. */
export function mediaType(header: string | undefined): string | undefined {
  const type = header?.split(',')[0]!.split(';')[0]!.trim().toLowerCase();
  return type === '' ? undefined : type;
}

type Templates = Readonly<Record<string, string | null>>;

/** A template, and the media type that it is for. */
export interface SelectedTemplate {
  readonly type: string;
  readonly template: string;
}

/**
 * The request's template is the one for its content type, otherwise the one under `$default`. A request without a
 * content type counts as JSON.
 */
export function selectRequestTemplate(
  templates: Templates | undefined,
  contentType: string | undefined,
): SelectedTemplate | undefined {
  return pick(templates, mediaType(contentType) ?? 'application/json') ?? pick(templates, '$default');
}

/** The answer's template is the one that the caller accepts first, otherwise the one for JSON, otherwise the first. */
export function selectResponseTemplate(
  templates: Templates | undefined,
  accept: string | undefined,
): SelectedTemplate | undefined {
  return (
    pick(templates, mediaType(accept)) ??
    pick(templates, 'application/json') ??
    pick(templates, Object.keys(templates ?? {})[0])
  );
}

/** An empty template does not count: import does not store it. */
function pick(templates: Templates | undefined, type: string | undefined): SelectedTemplate | undefined {
  const [name, template] =
    Object.entries(templates ?? {}).find(([key]) => key.toLowerCase() === type?.toLowerCase()) ?? [];
  return name === undefined || !template ? undefined : { type: name, template };
}
