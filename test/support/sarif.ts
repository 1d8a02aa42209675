import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const text = { type: 'string', minLength: 1 } as const;
const place = { type: 'integer', minimum: 1 } as const;

/** An object of these members alone; those with `?` may be absent. */
function object(members: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(members);
  return {
    type: 'object',
    additionalProperties: false,
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
  };
}

function list(items: unknown, more: Readonly<Record<string, unknown>> = {}) {
  return { type: 'array', items, ...more };
}

const message = object({ text });
const language = { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const artifactLocation = object({
  uri: { type: 'string', format: 'uri-reference', not: { pattern: '^/|\\\\' } },
  'uriBaseId?': text,
});
const region = object({ startLine: place, startColumn: place, 'endLine?': place, 'endColumn?': place });

/** Of SARIF 2.1.0 (OASIS), what we write: the members and the constraints of its sections 3.13 to 3.57, and no other. */
const log = object({
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: list(
    object({
      // 3.14.6, 3.18, 3.19
      tool: object({
        driver: object({
          name: text,
          version: text,
          language,
          rules: list(
            object({
              id: text,
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: object({ level }),
            }),
            { uniqueItems: true },
          ),
        }),
      }),
      language,
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: list(
        // 3.27
        object({
          ruleId: text,
          ruleIndex: { type: 'integer', minimum: 0 },
          level,
          message,
          locations: list(object({ physicalLocation: object({ artifactLocation, region }) }), {
            maxItems: 1,
          }),
          partialFingerprints: { type: 'object', additionalProperties: text },
          'occurrenceCount?': place,
          'fixes?': list(
            // 3.55 to 3.57
            object({
              description: message,
              artifactChanges: list(
                object({
                  artifactLocation,
                  replacements: list(
                    object({
                      deletedRegion: region,
                      'insertedContent?': object({ text: { type: 'string' } }),
                    }),
                    {
                      minItems: 1,
                    },
                  ),
                }),
                { minItems: 1, uniqueItems: true },
              ),
            }),
            { uniqueItems: true },
          ),
        }),
      ),
    }),
  ),
});

const validate = addFormats.default(new Ajv({ allErrors: true })).compile(log);

/** What of a report is not SARIF 2.1.0, one sentence each. */
export function sarifErrors(report: unknown): readonly string[] {
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
