export default {
  testEnvironment: "jsdom",
  // The library and what it is made of are ES modules, which Jest loads only transformed.
  transformIgnorePatterns: [],
  transform: { "\\.m?[jt]sx?$": "babel-jest" },
  testTimeout: 120_000,
};
