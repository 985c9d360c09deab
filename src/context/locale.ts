import { useSyncExternalStore } from "react";
import { useWidgetContext } from "./WidgetContext.js";

/**
 * The locale for dates and numbers: the host's, or else the language of the document.
 * A server does not know the document, so the first render in the browser ignores it too.
 */
export function useLocale(): string {
  const { locale } = useWidgetContext().settings;
  const page = useSyncExternalStore(subscribe, pageLanguage, () => "");
  return canonical(locale) ?? canonical(page) ?? "en-US";
}

const subscribe = () => () => {};

function pageLanguage(): string {
  return document.documentElement.lang;
}

/** The canonical form of a language tag; `undefined` if it is none, because `Intl` throws then. */
function canonical(tag: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag?.replaceAll("_", "-") || undefined)[0];
  } catch {
    return undefined;
  }
}
