import { fileURLToPath } from "node:url";
import { defineBrowserProvider, parseKeyDef } from "@vitest/browser";
import type { BrowserProvider, TestProject } from "vitest/node";
import { launch, type Driver } from "./driver.mjs";

/** The frame of the tests in Vitest's page. */
const FRAME = `document.querySelector("iframe[data-vitest]")`;

/** Keys that are still down, as Vitest remembers them. */
interface KeyboardState {
  unreleased?: string[];
}

/** Vitest's tests in a browser that Playwright does not bring, with its own input. */
export function driverProvider() {
  return defineBrowserProvider({
    name: "driver",
    supportedBrowser: ["firefox", "webkit"],
    providerFactory: (project) => new DriverProvider(project),
  });
}

type Command = (driver: Driver, ...args: never[]) => Promise<unknown>;

/** `move`, `press` and `click` are for our locators, the others for Vitest's `userEvent`. */
const commands: Record<string, Command> = {
  move: (driver, x: number, y: number) => driver.move(x, y),
  async click(driver) {
    await driver.press(true);
    await driver.press(false);
  },
  press: (driver, pressed: boolean) => driver.press(pressed),
  __vitest_keyboard: keyboard,
  __vitest_tab: (driver, { shift }: { shift?: boolean }) =>
    keyboard(driver, shift ? "{Shift>}{Tab}{/Shift}" : "{Tab}", {}),
  async __vitest_type(
    driver,
    selector: string,
    text: string,
    state: KeyboardState,
  ) {
    const field = JSON.stringify(selector);
    await driver.evaluate(
      `${FRAME}.contentDocument.querySelector(${field}).focus()`,
    );
    return keyboard(driver, text, state);
  },
  async __vitest_cleanup(driver, { unreleased }: KeyboardState) {
    for (const key of unreleased ?? []) await driver.key(key, false);
  },
};

class DriverProvider implements BrowserProvider {
  name = "driver";
  // A window has the focus, or another one does.
  supportsParallelism = false;
  initScripts = [fileURLToPath(new URL("locators.ts", import.meta.url))];
  private readonly browser: string;
  private driver: Promise<Driver> | undefined;

  constructor(project: TestProject) {
    this.browser = project.config.browser.name;
    const { browser } = project;
    if (!browser) throw new Error("This project has no browser.");
    for (const [name, run] of Object.entries(commands)) {
      browser.registerCommand(
        name as never,
        (async (_: unknown, ...args: never[]) =>
          run(await this.getDriver(), ...args)) as never,
      );
    }
  }

  async openPage(_: string, url: string) {
    const driver = await this.getDriver();
    await driver.open(url);
    // Wider and higher than any viewport that a test asks for.
    await driver.resize(1300, 1000);
  }

  getCommandsContext() {
    return {};
  }

  async close() {
    const driver = await this.driver?.catch(() => undefined);
    await driver?.close();
  }

  private getDriver() {
    this.driver ??= launch(this.browser);
    return this.driver;
  }
}

async function keyboard(driver: Driver, text: string, state: KeyboardState) {
  await driver.evaluate(
    `document.activeElement === ${FRAME} || ${FRAME}.contentWindow.focus()`,
  );
  const pressed = new Set(state.unreleased);
  for (const { keyDef, releasePrevious, releaseSelf, repeat } of parseKeyDef(
    text,
  )) {
    const { key = "" } = keyDef;
    if (pressed.delete(key)) await driver.key(key, false);
    if (releasePrevious) continue;
    for (let time = 0; time < repeat; time++) {
      // WebKit's driver does not repeat a key that is down.
      if (time > 0) await driver.key(key, false);
      await driver.key(key, true);
    }
    if (releaseSelf) await driver.key(key, false);
    else pressed.add(key);
  }
  return { unreleased: [...pressed] };
}
