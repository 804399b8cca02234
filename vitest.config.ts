import { defineConfig } from "vitest/config";

const everything = ["test/**/*.test.ts"];
const consumer = ["test/consumer/**/*.test.ts"];

export default defineConfig({
  test: {
    maxConcurrency: 2,
    // Nothing is measured by the clock: a busy machine may take its time.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "larkgen",
          include: everything,
          exclude: [...consumer, "**/node_modules/**"],
        },
      },
      {
        // Packs and installs the package once for all its files; only when one of them is run.
        extends: true,
        test: {
          name: "consumer",
          include: consumer,
          globalSetup: "test/consumer/install.ts",
        },
      },
    ],
  },
});
