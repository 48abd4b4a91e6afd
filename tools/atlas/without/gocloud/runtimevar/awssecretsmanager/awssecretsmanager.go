// Package awssecretsmanager registers nothing: see runtimevar.
package awssecretsmanager
