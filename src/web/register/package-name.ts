/** What people call a package, from its address (purl, with or without a version): `vue` of `pkg:npm/vue@3.4.0`. */
export function packageNamed(purl: string): {
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string | undefined;
} {
  const [, ecosystem = '', path = '', version] = /^pkg:([^/]*)\/(.*?)(?:@([^@/]*))?$/s.exec(purl) ?? [];
  return {
    ecosystem,
    name: decoded(path) || purl,
    version: version === undefined ? undefined : decoded(version),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
