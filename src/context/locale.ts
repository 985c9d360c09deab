import { useSyncExternalStore } from "react";
import { useWidgetContext } from "./WidgetContext.js";

/**
 * The locale for dates and numbers: the host's, else the document's language.
 * The server does not know the latter, so the browser too begins without it.
 */
export function useLocale(): string {
  const { locale } = useWidgetContext().settings;
  const page = useSyncExternalStore(subscribe, pageLanguage, () => "");
  return supported(locale) ?? supported(page) ?? "en-US";
}

const subscribe = () => () => {};

function pageLanguage(): string {
  return document.documentElement.lang;
}

/** `Intl` throws at what is no language tag. */
function supported(tag: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag?.replaceAll("_", "-") || undefined)[0];
  } catch {
    return undefined;
  }
}
