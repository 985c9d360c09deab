/** Formats a value in full, in the user's language. */
export function numberFormat(
  locale: string | undefined,
): (value: number) => string {
  const large = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const extreme = new Intl.NumberFormat(locale, {
    notation: "scientific",
    maximumSignificantDigits: 4,
  });
  return (value) => {
    const size = Math.abs(value);
    if (size >= 1e15 || (size > 0 && size < 1e-6)) return extreme.format(value);
    return (size >= 1 || size === 0 ? large : small).format(value);
  };
}
