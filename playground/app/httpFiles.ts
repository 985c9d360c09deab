import type { ListedFile, PlaygroundFiles } from "../files.js";

/** The files of the server that served the page. */
export function httpFiles(): PlaygroundFiles {
  let token = tokenIn(document);

  async function write(url: string, body: string): Promise<Response> {
    const put = () =>
      fetch(url, {
        method: "PUT",
        headers: {
          "Content-Type": "application/json",
          "X-Widget-Token": token,
        },
        body,
      });
    const response = await put();
    if (response.status !== 403) return response;
    // The server was started again since the page was loaded, so it has another token.
    token = await tokenNow();
    return put();
  }

  return {
    list: () => readJson(fetch("api/files")),
    read: (path) => readJson(fetch(urlOf(path))),
    write: (path, text, version) =>
      readJson(write(urlOf(path), JSON.stringify({ text, version }))),
    subscribe(onList) {
      // It connects again by itself, and gets the list then.
      const events = new EventSource("api/events");
      events.addEventListener("message", ({ data }) => {
        onList(JSON.parse(String(data)) as ListedFile[]);
      });
      // Some file systems report no changes: the list is asked for when the user comes back.
      const look = () => {
        if (document.hidden) return;
        void fetch("api/files").then(
          async (response) => {
            if (response.ok) onList((await response.json()) as ListedFile[]);
          },
          () => undefined,
        );
      };
      addEventListener("focus", look);
      return () => {
        events.close();
        removeEventListener("focus", look);
      };
    },
  };
}

function urlOf(path: string): string {
  return `api/file?path=${encodeURIComponent(path)}`;
}

async function readJson<Value>(answer: Promise<Response>): Promise<Value> {
  const response = await answer.catch(() => {
    throw new Error(
      "The server does not answer. What you typed is kept here: start it again, and save.",
    );
  });
  if (response.ok) return (await response.json()) as Value;
  const { message } = (await response
    .json()
    .catch(() => ({ message: undefined }))) as { message?: string };
  throw new Error(message ?? `The server answers with ${response.status}.`);
}

function tokenIn(page: Document): string {
  return (
    page.querySelector<HTMLMetaElement>("meta[name=widget-token]")?.content ??
    ""
  );
}

async function tokenNow(): Promise<string> {
  const html = await (await fetch("./")).text();
  return tokenIn(new DOMParser().parseFromString(html, "text/html"));
}
