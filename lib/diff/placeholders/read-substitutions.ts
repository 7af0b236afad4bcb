import type { OpenApiDocument } from '../../openapi/openapi.js';

/** A document for CloudFormation with the texts of its `Fn::Sub`, as Terraform has them: `${Name}`, and `$${name}` as text. */
export function readSubstitutions(document: OpenApiDocument): OpenApiDocument {
  const text = JSON.stringify(document);
  if (!/"(?:Fn::Sub|Ref)":/.test(text)) return document;
  return JSON.parse(text, (key, value: unknown) => {
    const [name, given, more] =
      typeof value === 'object' && value !== null ? Object.entries(value).flat() : [];
    if (more !== undefined) return value;
    if (name === 'Fn::Sub') return readText(given);
    // The type of its parameter is a list.
    return name === 'Ref' && key === 'allowOrigins' ? [`\${${String(given)}}`] : value;
  }) as OpenApiDocument;
}

/** A text, or a text and the variable for a dollar sign that stands by itself. */
function readText(given: unknown): string {
  const text = String(Array.isArray(given) ? given[0] : given);
  return text.replaceAll(/\$\{(?:!|Dollar\}\{)/g, () => '$${').replaceAll('${Dollar}', () => '$');
}
