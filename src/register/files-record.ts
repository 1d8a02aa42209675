import { z } from 'zod';
import { PUBLICCODE_RULE_NAMES } from './publiccode/rules.ts';

/** A record keeps so much of what files say: enough for a page, and to search by. */
export const MAX_EXCERPT = 1_000;
export const MAX_FINDINGS = 50;
export const MAX_RELEASES = 20;
export const MAX_RECORDED_DEPENDENCIES = 1_000;

const flag = z.boolean().nullable().default(null);
const text = z.string().nullable().default(null);
const number = z.number().int().min(0);

/** What a publiccode.yml says that pages show. */
const publiccode = z.object({
  /** Of the standard. */
  version: z.string(),
  name: text,
  url: text,
  landing_url: text,
  /** By language, as BCP 47 writes it. */
  short_descriptions: z.record(z.string(), z.string()).default({}),
  software_version: text,
  release_date: text,
  maintenance_type: text,
  development_status: text,
  software_type: text,
  categories: z.array(z.string()).default([]),
});

const finding = z.object({
  rule: z.enum(PUBLICCODE_RULE_NAMES),
  severity: z.enum(['error', 'warning', 'note']),
  line: number,
  column: number,
  key: z.string(),
  found: z.string().optional(),
  expected: z.string().optional(),
});

/** What is wrong in a publiccode.yml: how often in all, and the first of it, in the order of the file. */
const publiccodeFindings = z.object({
  errors: number,
  warnings: number,
  notes: number,
  list: z.array(finding).default([]),
});

const release = z.object({
  tag: z.string(),
  name: text,
  /** RFC 3339. */
  date: text,
  url: text,
});

/** Packages by their addresses (purl), with a version where a file tells it. */
const dependencies = z.object({
  /** What the repository itself asks for. */
  direct: z.array(z.string()).default([]),
  /** What that brings with it. */
  indirect: z.array(z.string()).default([]),
  /** Of which no file says whether it is one or the other. */
  unknown: z.array(z.string()).default([]),
  /** How many there are in all: the lists have the first of them. */
  count: number,
});

/** What the files and the releases of a repository say of it; null is “nobody looked”. */
export const filesRecord = {
  has_security: flag,
  /** Whether it says licences as REUSE does: a folder LICENSES, a REUSE.toml. */
  has_reuse: flag,
  /** Whether a service builds or tests it. */
  has_ci: flag,
  has_codemeta: flag,
  has_citation: flag,
  /** The first words of its README, as plain text. */
  readme_excerpt: text,
  /** Null where there is none that can be read, too: `has_publiccode` tells. */
  publiccode: publiccode.nullable().default(null),
  publiccode_findings: publiccodeFindings.nullable().default(null),
  /** The newest first; none is the empty list. */
  releases: z.array(release).nullable().default(null),
  last_release: text,
  dependencies: dependencies.nullable().default(null),
  /** Files that were too large to be read whole, by their paths. */
  files_cut: z.array(z.string()).default([]),
  /** What its last change was when its files were read: they are read again when it is another. */
  files_read_at: text,
};

export type RecordedPubliccode = z.infer<typeof publiccode>;
export type RecordedFindings = z.infer<typeof publiccodeFindings>;
export type RecordedRelease = z.infer<typeof release>;
export type RecordedDependencies = z.infer<typeof dependencies>;
