// What GraphQL Code Generator makes of the contract: a type for each document and for what it names. An app with documents of its own has
// the same with its own folder of them, and the package's schema.graphql.
export default {
  schema: './schema.graphql',
  documents: './src/documents/*.graphql',
  importExtension: '.js',
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { ID: 'string', Date: 'string', LocalTime: 'string', DateTime: 'string' },
      },
    },
  },
};
