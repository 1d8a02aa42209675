const WEB_ADDRESS = /(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]}'’])/i;

/** Plain text whose web addresses are links; its line breaks are kept by the style. E-mail addresses stay text. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(WEB_ADDRESS).map((piece, index) => (index % 2 === 1 ? <a href={piece}>{piece}</a> : piece))}
    </>
  );
}
