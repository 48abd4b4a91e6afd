package neural

// session runs an encoder: tokens in, a vector of length 1 out.
type session interface {
	run(ids []int64) ([]float32, error)
	close() error
}
