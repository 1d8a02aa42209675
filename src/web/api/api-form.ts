import { operationAddress, placeholders } from './operation.ts';
import { operations } from './operations.ts';

/**
 * The address that a form of the documentation asks for: forms send all their fields, empty or not, and the name of the
 * operation; an address has only what was filled in, and what stands for `{path}` in its place. Undefined when no operation is named.
 */
export function addressOfForm(form: URLSearchParams): string | undefined {
  const operation = operations.find(({ id, scope }) => scope === undefined && id === form.get('operation'));
  if (!operation) return undefined;
  const inPath = placeholders(operation.path);
  const asked = new URLSearchParams();
  for (const [name, value] of form) {
    if (value === '' || name === 'operation' || inPath.includes(name)) continue;
    if (operation.others && name === 'filters')
      for (const [column, chosen] of new URLSearchParams(value)) asked.append(column, chosen);
    else asked.append(name, value);
  }
  const names = inPath.map((name) => (form.get(name) ?? '').replace(/^\/+/, ''));
  const address = operationAddress(operation.path, ...names);
  return asked.size === 0 ? address : `${address}?${asked}`;
}
