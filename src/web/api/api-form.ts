import { operationAddress } from './operation.ts';
import { operations } from './operations.ts';

/**
 * The address that a form of the documentation asks for: forms send all their fields, empty or not, and the name of the
 * operation; an address has only what was filled in, and `{path}` in its place. Undefined when no operation is named.
 */
export function addressOfForm(form: URLSearchParams): string | undefined {
  const operation = operations.find(({ id }) => id === form.get('operation'));
  if (!operation) return undefined;
  const [, placeholder = ''] = /\{(\w+)\}$/.exec(operation.path) ?? [];
  const asked = new URLSearchParams();
  for (const [name, value] of form) {
    if (value === '' || name === 'operation' || name === placeholder) continue;
    if (operation.open && name === 'filters')
      for (const [column, chosen] of new URLSearchParams(value)) asked.append(column, chosen);
    else asked.append(name, value);
  }
  const name = (form.get(placeholder) ?? '').replace(/^\/+/, '');
  const address = operationAddress(operation.path, name);
  return asked.size === 0 ? address : `${address}?${asked}`;
}
