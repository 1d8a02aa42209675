/** The licences that public wikis are most under, by their SPDX identifiers (spdx.org/licenses). */
const NAMES: Readonly<Record<string, string>> = {
  'Apache-2.0': 'Apache License 2.0',
  'CC-BY-4.0': 'Creative Commons Attribution 4.0',
  'CC-BY-NC-4.0': 'Creative Commons Attribution-NonCommercial 4.0',
  'CC-BY-NC-SA-4.0': 'Creative Commons Attribution-NonCommercial-ShareAlike 4.0',
  'CC-BY-ND-4.0': 'Creative Commons Attribution-NoDerivatives 4.0',
  'CC-BY-SA-4.0': 'Creative Commons Attribution-ShareAlike 4.0',
  'CC0-1.0': 'Creative Commons Zero 1.0',
  'EUPL-1.2': 'European Union Public Licence 1.2',
  'GFDL-1.3-or-later': 'GNU Free Documentation License 1.3 or later',
  MIT: 'MIT License',
  'ODbL-1.0': 'Open Database License 1.0',
  'OGL-UK-3.0': 'Open Government Licence 3.0',
  'etalab-2.0': 'Licence Ouverte 2.0',
};

/** A licence as the settings name it: a bare SPDX identifier by its name, with where it can be read; another as it is. */
export function namedLicence(licence: string): { readonly name: string; readonly href?: string } {
  const known = Object.keys(NAMES).find((id) => id.toLowerCase() === licence.toLowerCase());
  const id = known ?? licence;
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]*[-.]\d[A-Za-z0-9.-]*$/.test(id) && known === undefined)
    return { name: licence };
  return { name: NAMES[id] ?? id, href: `https://spdx.org/licenses/${id}.html` };
}
