type Decoder = InstanceType<typeof TextDecoder>;

/** What is read as Latin-1 is Windows-1252, as browsers do (Encoding Standard, 4.2). */
const LATIN = new TextDecoder('windows-1252');
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

const MAX_DECODERS = 100;
const decoders = new Map<string, Decoder | undefined>();

export interface Decoded {
  readonly text: string;
  /** Whether the charset named is one that we know. */
  readonly known: boolean;
}

/**
 * The text of these bytes in a charset (a label of the Encoding Standard). Where the charset is unknown, or bytes say they
 * are ASCII and are not, they are read as UTF-8 where they can be, else as Windows-1252. Never throws.
 */
export function decodeCharset(bytes: Uint8Array, charset: string | undefined): Decoded {
  const label = (charset ?? 'us-ascii').trim().toLowerCase();
  if (label === 'us-ascii' || label === 'ascii' || label === '')
    return { text: decodeUnlabelled(bytes), known: true };
  const decoder = decoderOf(label);
  if (!decoder) return { text: decodeUnlabelled(bytes), known: false };
  return { text: decoder.decode(bytes), known: true };
}

/** The text of bytes whose charset nobody tells. */
export function decodeUnlabelled(bytes: Uint8Array): string {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return LATIN.decode(bytes);
  }
}

function decoderOf(label: string): Decoder | undefined {
  if (decoders.has(label)) return decoders.get(label);
  const decoder = makeDecoder(label);
  if (decoders.size < MAX_DECODERS) decoders.set(label, decoder);
  return decoder;
}

function makeDecoder(label: string): Decoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
