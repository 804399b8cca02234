export const DEFAULT_SPEC = "spec/hire";
