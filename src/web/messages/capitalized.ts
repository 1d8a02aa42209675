/** A sentence with a capital letter, where it begins with an article or a pronoun: names and keys stay as they are written. */
export function capitalized(sentence: string): string {
  return sentence.replace(
    /^(?:a|the|there|this|ceci|il|la|le|une) /,
    (word) => word.charAt(0).toUpperCase() + word.slice(1),
  );
}
