// @vitest-environment jsdom
import "../runners/user.test.js";
