import { CHECK_RULES, RULE_NAMES } from '../config/check-rules.ts';
import type { Messages } from '../web/messages/messages.ts';
import { encodeAddress } from '../wiki/addresses.ts';
import type { CheckReport } from '../wiki/checks/check-repository.ts';
import { fingerprint } from '../wiki/checks/finding.ts';
import type { RatedFinding } from '../wiki/checks/survey.ts';
import type { ReportOptions } from './findings-text.ts';

/** The findings as forges take them: SARIF 2.1.0 (OASIS). */
export function sarifReport(
  { findings }: CheckReport,
  { messages, version }: ReportOptions & { readonly version: string },
): string {
  const seen = new Map<string, number>();
  const report = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'greffe', version, language: messages.locale, rules: rules(messages) } },
        language: messages.locale,
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => {
          const name = fingerprint(finding);
          const nth = (seen.get(name) ?? 0) + 1;
          seen.set(name, nth);
          return result(finding, messages, `${name}:${nth}`);
        }),
      },
    ],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function rules({ checks }: Messages) {
  return RULE_NAMES.map((id) => {
    const { title, why, how } = checks.rules[id];
    return {
      id,
      shortDescription: { text: title },
      fullDescription: { text: why },
      help: { text: how },
      defaultConfiguration: { level: CHECK_RULES[id] },
    };
  });
}

function result(finding: RatedFinding, { checks }: Messages, print: string) {
  const { rule, severity, path, line, column, fix } = finding;
  const artifactLocation = { uri: encodeAddress(path), uriBaseId: '%SRCROOT%' };
  const region = {
    startLine: line,
    startColumn: column,
    ...(fix && { endLine: line, endColumn: column + fix.before.length }),
  };
  return {
    ruleId: rule,
    ruleIndex: RULE_NAMES.indexOf(rule),
    level: severity,
    message: { text: checks.sentence(finding) },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'greffe/v1': print },
    ...(finding.times > 1 && { occurrenceCount: finding.times }),
    ...(fix && {
      fixes: [
        {
          description: { text: checks.write(fix.after) },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: region, insertedContent: { text: fix.after } }],
            },
          ],
        },
      ],
    }),
  };
}
