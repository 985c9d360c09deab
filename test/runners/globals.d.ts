// Jest and Vitest agree on these.
/// <reference types="vitest/globals" />
