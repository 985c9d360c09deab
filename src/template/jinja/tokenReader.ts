import { JinjaError } from "./error.js";
import type { Token } from "./lexer.js";

/** Reads the tokens of a template one by one. */
export class TokenReader {
  private position = 0;

  constructor(private readonly tokens: Token[]) {}

  protected get current(): Token {
    return this.tokens[this.position]!;
  }

  protected get following(): Token {
    return this.tokens[Math.min(this.position + 1, this.tokens.length - 1)]!;
  }

  protected next(): Token {
    const token = this.current;
    if (token.type !== "eof") this.position++;
    return token;
  }

  protected is(type: string): boolean {
    return this.current.type === type;
  }

  protected isName(...names: string[]): boolean {
    return this.is("name") && names.includes(this.current.value);
  }

  protected skip(type: string): boolean {
    const found = this.is(type);
    if (found) this.next();
    return found;
  }

  protected skipName(name: string): boolean {
    const found = this.isName(name);
    if (found) this.next();
    return found;
  }

  protected expect(type: string): Token {
    if (!this.is(type)) this.unexpected(type);
    return this.next();
  }

  protected expectName(name: string): void {
    if (!this.skipName(name)) this.unexpected(`"${name}"`);
  }

  protected unexpected(wanted?: string): never {
    const { type, value } = this.current;
    const found = type === "eof" ? "the end of the template" : `"${value}"`;
    this.fail(
      wanted
        ? `${sentence(describe(wanted))} is expected, not ${found}.`
        : `${sentence(found)} is not expected.`,
    );
  }

  protected fail(message: string, offset = this.current.offset): never {
    throw new JinjaError("syntax", message, offset);
  }
}

const NAMES: Record<string, string> = {
  "%}": '"%}"',
  "}}": '"}}"',
  name: "a name",
};

const describe = (type: string) => NAMES[type] ?? type;

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
