const most = 100;
const longest = 200;

/** A reading of a header that is made once for each form the header comes in. Whoever invents forms makes it begin anew, no more. */
export function remembered<Meaning>(read: (header: string | undefined) => Meaning): (header: string | undefined) => Meaning {
  const known = new Map<string | undefined, Meaning>();
  return (header) => {
    const found = known.get(header);
    if (found !== undefined) return found;
    const meaning = read(header);
    if (known.size >= most) known.clear();
    if ((header?.length ?? 0) <= longest) known.set(header, meaning);
    return meaning;
  };
}
