// Checks an unpacked H5P package (folder in argv) with the validator of h5p-server; an error ends with 1.
const server = require("@lumieducation/h5p-server");
const Validator =
  server.PackageValidator || require("@lumieducation/h5p-server/build/src/PackageValidator").default;

const libraries = { libraryExists: async () => false, isPatchedLibrary: async () => undefined };
new Validator(new server.H5PConfig(undefined), libraries)
  .validateExtractedPackage(process.argv[2], true, true)
  .then(() => process.stdout.write("valid"))
  .catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
