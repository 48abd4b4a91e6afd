// How the Atlas command sees the schema. tools/migration runs it, and makes both databases for it.

variable "schema" {
  type        = string
  description = "The address of a database in which schema.sql was run, and nothing else."
}

variable "dev" {
  type        = string
  description = "The address of an empty database, in which Atlas replays the migrations."
}

env "local" {
  src = var.schema
  dev = var.dev
  migration {
    dir = "file://db/migrations"
  }
}
