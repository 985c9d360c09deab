import { configure } from "@testing-library/dom";

// `findBy…` and `waitFor` give up after a second by default.
configure({ asyncUtilTimeout: 30_000 });
